package org.barnstorm.certification;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/**
 * What it takes to be certified; {@code docs/organisers.md} explains each. The usual values are in {@code
 * application.properties} and none is here: a service that does not know what it asks for does not start.
 */
@ConfigMapping(prefix = "barnstorm.certification")
interface CertificationConfig {
    /** How often each replica looks at every group. */
    Duration sweepEvery();

    /** So many people hold LEAD at the group itself; 0 does not ask. */
    int leads();

    /** So many active members; 0 does not ask. */
    int members();

    /** So many results that somebody else verified; 0 does not ask. */
    int results();

    /** How long ago that work was done at most. */
    Duration resultsWithin();

    /** How long a certification stays once something is missing, and is announced to end. */
    Duration grace();

    /** Names of capabilities that count in certified groups only, separated by commas; {@code none} for none. */
    String unlocks();
}
