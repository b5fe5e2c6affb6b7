package org.barnstorm.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.barnstorm.platform.Sweep;

/**
 * Warns people before their lease ends and frees places whose lease is over, on every replica: a {@link Sweep} that looks
 * again once it has the lock, so that none is freed twice (T-16).
 */
@ApplicationScoped
class LeaseSweeper implements Sweeper {
    private final Sweep sweep;
    private final TaskRepository tasks;
    private final PlaceRepository places;
    private final HoldRepository holds;
    private final WaitList waitList;
    private final TaskJournal journal;

    LeaseSweeper(
            Sweep sweep,
            TaskRepository tasks,
            PlaceRepository places,
            HoldRepository holds,
            WaitList waitList,
            TaskJournal journal) {
        this.sweep = sweep;
        this.tasks = tasks;
        this.places = places;
        this.holds = holds;
        this.waitList = waitList;
        this.journal = journal;
    }

    /** Warns whose lease ends soon, then frees places whose lease is over; returns how many it freed. */
    @Override
    public int sweep() {
        sweep.each("warnings", holds::toWarn, this::warn);
        return sweep.each("leases", holds::due, this::expire);
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
