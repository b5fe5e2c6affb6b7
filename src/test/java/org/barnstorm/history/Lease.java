package org.barnstorm.history;

import java.time.Duration;
import java.time.Instant;

/**
 * When the lease of a hold runs out, on the clients' monotonic clock. The database's clock decides, which clients do not
 * see, so these are bounds: before {@code earliest} it has certainly not run out, from {@code latest} on it certainly has,
 * and whatever grace there is has passed too.
 */
public record Lease(long earliest, long latest) {
    /** A lease that never runs out, as far as this history goes. */
    public static final Lease ENDLESS = new Lease(Long.MAX_VALUE, Long.MAX_VALUE);

    /** Nothing is known about it. */
    public static final Lease UNKNOWN = new Lease(Long.MIN_VALUE, Long.MAX_VALUE);

    public Lease {
        if (latest < earliest) throw new IllegalArgumentException("A lease from " + earliest + " to " + latest);
    }

    /**
     * What an answer's {@code leaseUntil} means, for clients whose wall clock is the database's: on one machine it is.
     *
     * @param grace for how long after it has run out one may still act on it
     * @param slack by how much the clocks may differ; a second is a lot
     */
    public static Lease until(Instant leaseUntil, Duration grace, Duration slack) {
        var left = Duration.between(Instant.now(), leaseUntil);
        var now = System.nanoTime();
        return new Lease(
                now + left.minus(slack).toNanos(),
                now + left.plus(grace).plus(slack).toNanos());
    }
}
