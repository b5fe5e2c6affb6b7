package org.barnstorm.webhook;

import java.time.Duration;

/**
 * What became of one attempt.
 *
 * @param status null when there was no answer
 * @param failure null when it was delivered
 * @param retryAfter what the receiver asks for; null when it does not
 */
record Answer(Integer status, Failure failure, Duration retryAfter, Duration took) {
    private static final int GONE = 410;

    static Answer of(int status, Duration retryAfter, Duration took) {
        var delivered = status >= 200 && status < 300;
        return new Answer(status, delivered ? null : Failure.STATUS, retryAfter, took);
    }

    static Answer failed(Failure failure, Duration took) {
        return new Answer(null, failure, null, took);
    }

    boolean isDelivered() {
        return failure == null;
    }

    /** The receiver says that it does not want any more, ever. */
    boolean isGone() {
        return status != null && status == GONE;
    }
}
