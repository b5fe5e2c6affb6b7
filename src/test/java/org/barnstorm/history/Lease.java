package org.barnstorm.history;

import java.time.Duration;

/**
 * When the lease of a hold runs out, on the clients' monotonic clock. The database's clock decides, which clients do not
 * see, so these are bounds: before {@code earliest} it has certainly not run out, from {@code latest} on it certainly has,
 * and whatever grace there is has passed too.
 */
public record Lease(long earliest, long latest) {
    /** A lease that never runs out, as far as this history goes. */
    public static final Lease ENDLESS = new Lease(Long.MAX_VALUE, Long.MAX_VALUE);

    /** Nothing is known about it. */
    static final Lease UNKNOWN = new Lease(Long.MIN_VALUE, Long.MAX_VALUE);

    public Lease {
        if (latest < earliest) throw new IllegalArgumentException("A lease from " + earliest + " to " + latest);
    }

    /**
     * A lease of a known length that began between asking and being answered.
     *
     * @param grace for how long after it has run out one may still act on it
     * @param slack by how much two clocks may differ over that length
     */
    public static Lease of(Duration length, Duration grace, Duration slack, long asked, long answered) {
        return new Lease(
                asked + length.minus(slack).toNanos(),
                answered + length.plus(grace).plus(slack).toNanos());
    }
}
