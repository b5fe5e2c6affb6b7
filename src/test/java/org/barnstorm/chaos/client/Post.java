package org.barnstorm.chaos.client;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A task that people try to get a place in.
 *
 * @param hot wanted by many for the whole run; the others are left after so many claims, which keeps their histories short
 * @param brief whether its leases are short, so that they run out
 * @param awaited whether people join its wait list, so that the service gives places away too
 * @param left how many claims there may still be
 */
record Post(UUID id, int places, boolean hot, boolean brief, boolean awaited, AtomicInteger left) {
    /** Long enough to be full of races, short enough for a search through all orders. */
    private static final int CLAIMS = 16;

    static Post hot(UUID id, int places, boolean brief, boolean awaited) {
        return new Post(id, places, true, brief, awaited, new AtomicInteger(Integer.MAX_VALUE));
    }

    static Post cold(UUID id, int places, boolean brief) {
        return new Post(id, places, false, brief, false, new AtomicInteger(CLAIMS));
    }

    /** One that the suite made. */
    static Post given(UUID id) {
        return hot(id, 1, false, false);
    }
}
