package org.barnstorm.platform.limits;

import java.time.Duration;

/** So many requests within a window, which begins with the first of them. */
record Quota(long requests, Duration window) {
    private static final long MOST = 1_000_000_000;
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final long PORTIONS = 10;

    Quota {
        if (requests < 1 || requests > MOST) throw new IllegalArgumentException("Not 1 to " + MOST + ": " + requests);
        if (window.toSeconds() < 1 || window.compareTo(LONGEST) > 0)
            throw new IllegalArgumentException("Not from a second to an hour: " + window);
    }

    static Quota perMinute(long requests) {
        return new Quota(requests, Duration.ofMinutes(1));
    }

    /** The most that a replica takes ahead at once. */
    long portion() {
        return Math.max(1, requests / PORTIONS);
    }
}
