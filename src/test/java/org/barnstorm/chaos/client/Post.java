package org.barnstorm.chaos.client;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A task that people try to get a place in.
 *
 * @param hot wanted by many for the whole run; the others are left after so many claims, which keeps their histories short
 * @param brief whether its leases are short, so that they run out
 * @param left how many claims there may still be
 */
record Post(UUID id, int places, boolean hot, boolean brief, AtomicInteger left) {
    /** Long enough to be full of races, short enough for a search through all orders. */
    private static final int CLAIMS = 20;

    Post(UUID id, int places, boolean hot, boolean brief) {
        this(id, places, hot, brief, new AtomicInteger(hot ? Integer.MAX_VALUE : CLAIMS));
    }

    /** A short lease is made of the shortest that the API allows by a trigger in the database. */
    int leaseHours() {
        return brief ? 1 : 48;
    }
}
