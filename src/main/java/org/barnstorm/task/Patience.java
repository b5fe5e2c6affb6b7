package org.barnstorm.task;

import java.time.Duration;
import java.time.Instant;

/**
 * For how long somebody may think before the next is asked: as long as usual, but near the start of the work only a share
 * of the time that is left.
 *
 * @param share of the time until the start: 4 for a quarter
 * @param least so long at any rate, because people need time to take their phone out
 */
record Patience(Duration usual, int share, Duration least) {
    /** Offers to those who wait: four of them have their turn before the start. */
    private static final int A_QUARTER = 4;
    /** Rescue calls: the organiser has as much time again to think of something else. */
    private static final int A_HALF = 2;

    static Patience with(TaskConfig.Waiting config) {
        return new Patience(config.offer(), A_QUARTER, config.least());
    }

    static Patience with(TaskConfig.Rescuing config) {
        return new Patience(config.answer(), A_HALF, config.least());
    }

    /** @param start of the work; null for work at any time */
    Duration before(Instant start, Instant now) {
        if (start == null) return usual;
        var part = Duration.between(now, start).dividedBy(share);
        return shorter(usual, longer(part, least));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
