package org.barnstorm.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.barnstorm.platform.Sweep;

/**
 * Opens tasks when those they need are done, and tells their organisers when that will never be. Runs on every replica;
 * a task that somebody works on is left for the next time.
 */
@ApplicationScoped
class NeedSweeper implements Sweeper {
    private final TaskRepository tasks;
    private final PlaceRepository places;
    private final NeedRepository needs;
    private final Needing needing;
    private final TaskJournal journal;
    private final Sweep sweep;
    private final Clock clock;

    NeedSweeper(
            TaskRepository tasks,
            PlaceRepository places,
            NeedRepository needs,
            Needing needing,
            TaskJournal journal,
            Sweep sweep,
            Clock clock) {
        this.tasks = tasks;
        this.places = places;
        this.needs = needs;
        this.needing = needing;
        this.journal = journal;
        this.sweep = sweep;
        this.clock = clock;
    }

    /** Returns how many tasks it opened. */
    @Override
    public int sweep() {
        sweep.each("blocked-tasks", needs::stuck, this::tell);
        return sweep.each("waiting-tasks", needs::ready, this::open);
    }

    private boolean open(UUID id) {
        if (!places.lockTaskOrSkip(id)) return false;
        var task = tasks.findById(id);
        var now = clock.instant();
        if (task.status() != Task.Status.WAITING || task.review().isWaiting()) return false;
        if (task.isOver(now) || !needing.areMet(task)) return false;
        task.publish(now);
        journal.record("task.opened", task);
        return true;
    }

    private boolean tell(UUID id) {
        if (!places.lockTaskOrSkip(id)) return false;
        var task = tasks.findById(id);
        var now = clock.instant();
        if (task.status() != Task.Status.WAITING || task.needs().blockedAt() != null) return false;
        var obstacle = needing.obstacle(task, now);
        if (obstacle.isEmpty()) return false;
        task.blocked(now);
        journal.recordBlocked(task, obstacle.get());
        return true;
    }
}
