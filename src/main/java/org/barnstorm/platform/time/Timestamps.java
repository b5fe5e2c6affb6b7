package org.barnstorm.platform.time;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Moments as the database keeps them, to microseconds, so that what is answered first is what is read later. */
public final class Timestamps {
    private Timestamps() {}

    public static Instant now(Clock clock) {
        return kept(clock.instant());
    }

    public static Instant kept(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MICROS);
    }
}
