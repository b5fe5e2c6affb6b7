package org.barnstorm.mandate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What a platform can set about mandates and trust; {@code docs/organisers.md} explains each. */
@ConfigMapping(prefix = "barnstorm.mandate")
interface MandateConfig {
    /** For so long a revocation can be taken back. */
    @WithDefault("P7D")
    Duration undoWithin();

    /** Nobody is suspended for longer without somebody looking again. */
    @WithDefault("P90D")
    Duration longestSuspension();

    /** How often each replica looks for suspensions whose time is over. */
    @WithDefault("30s")
    Duration sweepEvery();

    /** What it takes to be trusted. */
    Trust trust();

    /** The numbers in {@link TrustLevel}. */
    interface Trust {
        /** So many results that somebody else confirmed make a member active. */
        @WithDefault("3")
        int confirmed();

        /** And so long between the first and the last of them. */
        @WithDefault("P14D")
        Duration over();

        /** Who vouches is at least this far. */
        @WithDefault("2")
        int vouchFrom();

        /** How many vouches one person may have open. */
        @WithDefault("5")
        int vouches();

        /** For so long a vouch for somebody whose mandate was revoked stays spent. */
        @WithDefault("P180D")
        Duration spentFor();
    }
}
