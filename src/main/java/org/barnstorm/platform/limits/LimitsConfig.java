package org.barnstorm.platform.limits;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How many requests each limit lets pass. Nothing has a default here: a limit that is missing would let everything pass. */
@ConfigMapping(prefix = "barnstorm.limits")
interface LimitsConfig {
    Each person();

    Each app();

    Each program();

    Each address();

    /** One limit. */
    interface Each {
        long requests();

        Duration window();

        WhenAway whenAway();
    }

    default Each of(Limit limit) {
        return switch (limit) {
            case PERSON -> person();
            case APP -> app();
            case PROGRAM -> program();
            case ADDRESS -> address();
        };
    }
}
