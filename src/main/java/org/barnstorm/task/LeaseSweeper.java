package org.barnstorm.task;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/**
 * Warns people before their lease ends and frees places whose lease is over. Runs on every replica: each hold is taken in a transaction of its own that skips
 * tasks others are working on and looks again once it has the lock, so that none is freed twice (T-16).
 */
@ApplicationScoped
class LeaseSweeper {
    private static final int BATCH = 200;

    private final TaskRepository tasks;
    private final PlaceRepository places;
    private final HoldRepository holds;
    private final WaitList waitList;
    private final TaskJournal journal;
    private final MeterRegistry meters;

    LeaseSweeper(
            TaskRepository tasks,
            PlaceRepository places,
            HoldRepository holds,
            WaitList waitList,
            TaskJournal journal,
            MeterRegistry meters) {
        this.tasks = tasks;
        this.places = places;
        this.holds = holds;
        this.waitList = waitList;
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

    /** Warns whose lease ends soon, then frees places whose lease is over; returns how many it freed. */
    int sweep() {
        each("warnings", holds::toWarn, this::warn);
        return each("leases", holds::due, this::expire);
    }

    private int each(String job, IntFunction<List<UUID>> find, Predicate<UUID> act) {
        var found = QuarkusTransaction.requiringNew().call(() -> find.apply(BATCH));
        var done = 0;
        for (var id : found) {
            if (succeeds(id, act)) done++;
        }
        meters.counter("barnstorm.sweep", "job", job).increment(done);
        return done;
    }

    /** One hold that cannot be dealt with now must not keep the others from it; the next sweep comes back to it. */
    private boolean succeeds(UUID id, Predicate<UUID> act) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> act.test(id));
        } catch (RuntimeException e) {
            Log.warnf(
                    "Assignment %s is due, but could not be swept: %s",
                    id, e.getClass().getName());
            Log.debug("Why it could not be swept", e);
            return false;
        }
    }

    private boolean warn(UUID id) {
        var assignment = holds.findById(id);
        var task = lockOrSkip(assignment);
        if (task == null || !assignment.isToBeWarned(holds.databaseTime())) return false;
        assignment.warned();
        journal.record("assignment.warned", task, assignment, null, null);
        return true;
    }

    private boolean expire(UUID id) {
        var assignment = holds.findById(id);
        var task = lockOrSkip(assignment);
        var now = holds.databaseTime();
        if (task == null || !assignment.hasRunOut(now)) return false;
        assignment.expire(now);
        journal.record("assignment.expired", task, assignment, null, null);
        waitList.free(task, assignment);
        return true;
    }

    /** The task, with the hold as it is under the lock: it may have been answered, given back or extended since. */
    private Task lockOrSkip(Assignment assignment) {
        if (!places.lockTaskOrSkip(assignment.taskId())) return null;
        var task = tasks.findById(assignment.taskId());
        places.lock(task, assignment);
        return task;
    }
}
