package org.barnstorm.chaos.client;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * So many claims a second by all threads together, and no more: a storm that takes all of a small machine would show how
 * long a server takes to start without a processor, and nothing else.
 */
final class Pace {
    private final long step;
    private final AtomicLong next = new AtomicLong(System.nanoTime());

    /** @param perSecond 0 for as many as there are */
    Pace(int perSecond) {
        this.step = perSecond == 0 ? 0 : TimeUnit.SECONDS.toNanos(1) / perSecond;
    }

    /** Waits for one's turn. Turns that nobody could take, because servers were down, are lost. */
    void await() {
        var now = System.nanoTime();
        var turn = next.updateAndGet(last -> Math.max(last, now - TimeUnit.SECONDS.toNanos(1)) + step);
        LockSupport.parkNanos(turn - now);
    }
}
