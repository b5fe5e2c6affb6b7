package org.barnstorm.platform.limits;

import java.time.Duration;

/**
 * What one limit says to one request.
 *
 * @param quota by which it was decided; null when unknown
 * @param left how many more would pass now, as far as this replica knows
 * @param reset when the window ends; null when unknown
 */
record Verdict(Limit limit, Answer answer, Quota quota, long left, Duration reset) {
    enum Answer {
        PASSES,
        SPENT,
        /** The count cannot be asked, and the limit lets pass. */
        PASSES_UNKNOWN,
        /** The count cannot be asked, and the limit does not let pass. */
        UNKNOWN
    }

    boolean passes() {
        return answer == Answer.PASSES || answer == Answer.PASSES_UNKNOWN;
    }

    boolean isKnown() {
        return quota != null;
    }

    /** Whole seconds, never too few. */
    long resetSeconds() {
        return Math.max(1, reset.plusNanos(999_999_999).toSeconds());
    }
}
