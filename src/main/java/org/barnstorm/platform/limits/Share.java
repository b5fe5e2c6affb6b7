package org.barnstorm.platform.limits;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What this replica holds of one quota in the present window: a portion that was counted for all when it was taken. It goes by
 * the monotonic clock from before it asked, so that its window never ends after the common one. What is left of it at the end, or is
 * lost with the replica, nobody gets: the quota becomes stricter by that, never wider.
 */
final class Share {
    private final LongSupplier nanos;
    private Portion last;
    private long left;
    private long ends;

    Share(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** One request. Others of the same owner wait while one asks for the next portion. */
    synchronized Verdict take(Limit limit, Supplier<Portion> source) {
        var now = nanos.getAsLong();
        if (isOver(now)) forget();
        if (left == 0 && (last == null || last.common() > 0)) fill(now, source.get());
        var reset = Duration.ofNanos(ends - now);
        if (left == 0) return new Verdict(limit, Verdict.Answer.SPENT, last.quota(), 0, reset);
        left--;
        return new Verdict(limit, Verdict.Answer.PASSES, last.quota(), left + last.common(), reset);
    }

    /** Whether there is nothing in it to remember. */
    synchronized boolean isOver() {
        return isOver(nanos.getAsLong());
    }

    private boolean isOver(long now) {
        return last == null || now - ends >= 0;
    }

    private void forget() {
        last = null;
        left = 0;
    }

    private void fill(long now, Portion portion) {
        last = portion;
        left = portion.given();
        ends = now + portion.reset().toNanos();
    }
}
