package org.barnstorm.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.barnstorm.platform.Sweep;

/** Goes on offering where there are more places than were offered at once, and ends the waiting for work that is over. */
@ApplicationScoped
class WaitListSweeper implements Sweeper {
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

    /** Answers for how many tasks nobody waits any longer. */
    @Override
    public int sweep() {
        sweep.each("places-for-waiters", waiters::offerable, this::fill);
        return sweep.each("waits", waiters::over, this::dissolve);
    }

    private boolean fill(UUID taskId) {
        return places.lockTaskOrSkip(taskId) && waitList.fill(tasks.findById(taskId));
    }

    private boolean dissolve(UUID taskId) {
        if (!places.lockTaskOrSkip(taskId)) return false;
        var task = tasks.findById(taskId);
        if (!task.isOver(holds.databaseTime())) return false;
        waitList.dissolve(task);
        return true;
    }
}
