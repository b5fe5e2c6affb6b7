package org.barnstorm.integration;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** What a movement can set about the feed of changes; {@code docs/integrators.md} explains it. */
@ConfigMapping(prefix = "barnstorm.changes")
interface ChangesConfig {
    /** How often each replica looks whether there is something for those who wait. Nobody waits, nobody looks. */
    Duration lookEvery();

    /** So many may wait at once in one replica. */
    int mostWaiting();
}
