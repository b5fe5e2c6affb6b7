package org.barnstorm.history;

import java.time.Duration;

/**
 * What is known about a task beside what its clients saw.
 *
 * @param capacity how many places it has, all the time
 * @param shortestLease a lease that begins or is extended certainly does not run out before this has passed since the
 *     request for it was sent; for holds whose answer says nothing about their lease, or never came
 * @param closed whether nobody but the clients of the history did anything with its places, except that leases ran out. If
 *     not, others may take places too (a wait list does), and what depends on there being none is not checked
 */
public record TaskFacts(int capacity, Duration shortestLease, boolean closed) {
    /** Nobody else touches the task, and no lease runs out while the history lasts. */
    public static TaskFacts of(int capacity) {
        return new TaskFacts(capacity, Duration.ofDays(365), true);
    }
}
