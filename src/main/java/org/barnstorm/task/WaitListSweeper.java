package org.barnstorm.task;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.barnstorm.platform.Sweep;

/** Ends the waiting for work that is over. Runs on every replica. */
@ApplicationScoped
class WaitListSweeper {
    private final Sweep sweep;
    private final TaskRepository tasks;
    private final PlaceRepository places;
    private final HoldRepository holds;
    private final WaiterRepository waiters;
    private final WaitList waitList;

    WaitListSweeper(
            Sweep sweep,
            TaskRepository tasks,
            PlaceRepository places,
            HoldRepository holds,
            WaiterRepository waiters,
            WaitList waitList) {
        this.sweep = sweep;
        this.tasks = tasks;
        this.places = places;
        this.holds = holds;
        this.waiters = waiters;
        this.waitList = waitList;
    }

    @Scheduled(
            every = "{barnstorm.task.sweep-every}",
            delayed = "{barnstorm.task.sweep-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweepInTime() {
        sweep();
    }

    /** Answers for how many tasks nobody waits any longer. */
    int sweep() {
        return sweep.each("waits", waiters::over, this::dissolve);
    }

    private boolean dissolve(UUID taskId) {
        if (!places.lockTaskOrSkip(taskId)) return false;
        var task = tasks.findById(taskId);
        if (!task.isOver(holds.databaseTime())) return false;
        waitList.dissolve(task);
        return true;
    }
}
