package org.barnstorm.webhook;

/** There is no address that a request may go to. */
final class Unsendable extends RuntimeException {
    private final Failure failure;

    Unsendable(Failure failure) {
        super(failure.name(), null, false, false);
        this.failure = failure;
    }

    Failure failure() {
        return failure;
    }
}
