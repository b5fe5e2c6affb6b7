package org.barnstorm.webhook;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before the next attempt: each time twice as long, with a part by chance so that not all come at once. */
final class Backoff {
    static final Duration FIRST = Duration.ofSeconds(5);
    static final Duration LONGEST = Duration.ofHours(12);

    private static final int ENOUGH = 20;

    private Backoff() {}

    /** @param failures so many in a row, at least one */
    static Duration after(int failures, RandomGenerator chance) {
        var doubled = FIRST.multipliedBy(1L << Math.min(failures - 1, ENOUGH));
        var most = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        return Duration.ofMillis((long) (most.toMillis() * (0.5 + chance.nextDouble() / 2)));
    }
}
