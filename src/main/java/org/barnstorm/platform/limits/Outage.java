package org.barnstorm.platform.limits;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** After a failure one request in a while tries again; the others are told at once, and wait for nothing. */
final class Outage {
    static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(500);

    private final LongSupplier nanos;
    private final AtomicLong next = new AtomicLong();
    private volatile boolean present;

    Outage(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** There is no answer. */
    static final class Away extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Away(RuntimeException cause) {
            super(null, cause, false, false);
        }
    }

    <T> T ask(Supplier<T> question) {
        if (present && !isMyTurn()) throw new Away(null);
        try {
            var answer = question.get();
            present = false;
            return answer;
        } catch (RuntimeException e) {
            next.set(nanos.getAsLong() + PAUSE);
            present = true;
            throw new Away(e);
        }
    }

    private boolean isMyTurn() {
        var now = nanos.getAsLong();
        var turn = next.get();
        return now - turn >= 0 && next.compareAndSet(turn, now + PAUSE);
    }
}
