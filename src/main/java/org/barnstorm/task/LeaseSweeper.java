package org.barnstorm.task;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Frees places whose lease ran out. Runs on every replica: each hold is taken in a transaction of its own that skips
 * tasks others are working on and looks again once it has the lock, so that none is freed twice (T-16).
 */
@ApplicationScoped
class LeaseSweeper {
    private static final int BATCH = 200;

    private final TaskRepository tasks;
    private final PlaceRepository places;
    private final TaskJournal journal;
    private final MeterRegistry meters;

    LeaseSweeper(TaskRepository tasks, PlaceRepository places, TaskJournal journal, MeterRegistry meters) {
        this.tasks = tasks;
        this.places = places;
        this.journal = journal;
        this.meters = meters;
    }

    @Scheduled(
            every = "{barnstorm.task.sweep-every}",
            delayed = "{barnstorm.task.sweep-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweepInTime() {
        sweep();
    }

    /** Returns how many places it freed. */
    int sweep() {
        var ranOut = QuarkusTransaction.requiringNew().call(() -> places.leasesThatRanOut(BATCH));
        var freed = 0;
        for (var id : ranOut) {
            if (freed(id)) freed++;
        }
        meters.counter("barnstorm.sweep", "job", "leases").increment(freed);
        return freed;
    }

    /** One hold that cannot be freed now must not keep the others from it; the next sweep comes back to it. */
    private boolean freed(UUID id) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> expire(id));
        } catch (RuntimeException e) {
            Log.warnf(
                    "Assignment %s: its lease ran out, its place could not be freed: %s",
                    id, e.getClass().getName());
            Log.debug("Why the place could not be freed", e);
            return false;
        }
    }

    private boolean expire(UUID id) {
        var assignment = places.findById(id);
        if (!places.lockTaskOrSkip(assignment.taskId())) return false;
        var task = tasks.findById(assignment.taskId());
        places.lock(task, assignment);
        var now = places.databaseTime();
        if (!assignment.status().mayBecome(Assignment.Status.EXPIRED) || now.isBefore(assignment.leaseUntil())) {
            return false; // answered, given back or extended since the look without a lock
        }
        assignment.expire(now);
        places.free(task);
        journal.record("assignment.expired", task, assignment, null, null);
        return true;
    }
}
