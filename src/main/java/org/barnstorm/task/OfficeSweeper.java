package org.barnstorm.task;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Lets places follow the office they were given to: when its holder no longer holds it, the place waits for whoever does. Runs
 * on every replica; each place is moved in a transaction of its own that skips tasks others are working on and looks again.
 */
@ApplicationScoped
class OfficeSweeper {
    private static final int BATCH = 500;

    private final TaskRepository tasks;
    private final PlaceRepository places;
    private final HoldRepository holds;
    private final OfficeRepository held;
    private final Offices offices;
    private final TaskJournal journal;
    private final MeterRegistry meters;

    OfficeSweeper(
            TaskRepository tasks,
            PlaceRepository places,
            HoldRepository holds,
            OfficeRepository held,
            Offices offices,
            TaskJournal journal,
            MeterRegistry meters) {
        this.tasks = tasks;
        this.places = places;
        this.holds = holds;
        this.held = held;
        this.offices = offices;
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

    /** Returns how many places followed their office. */
    int sweep() {
        var moved = 0;
        for (var id : QuarkusTransaction.requiringNew().call(this::lost)) {
            if (succeeds(id)) moved++;
        }
        meters.counter("barnstorm.sweep", "job", "offices").increment(moved);
        return moved;
    }

    /** Looks at all of them, two statements a batch: nothing here is told when a mandate or a membership ends. */
    private List<UUID> lost() {
        var found = new ArrayList<UUID>();
        var page = held.held(new UUID(0, 0), BATCH);
        while (!page.isEmpty()) {
            offices.lost(page).forEach(hold -> found.add(hold.id()));
            holds.getSession().clear();
            page = held.held(page.get(page.size() - 1).id(), BATCH);
        }
        return found;
    }

    private boolean succeeds(UUID id) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> follow(id));
        } catch (RuntimeException e) {
            Log.warnf(
                    "Assignment %s should follow its office, but could not be moved: %s",
                    id, e.getClass().getName());
            Log.debug("Why it could not be moved", e);
            return false;
        }
    }

    private boolean follow(UUID id) {
        var hold = holds.findById(id);
        if (!places.lockTaskOrSkip(hold.taskId())) return false;
        var task = tasks.findById(hold.taskId());
        places.lock(task, hold);
        if (hold.status() != AssignmentStatus.HELD
                || offices.lost(List.of(hold)).isEmpty()) return false;
        var now = holds.databaseTime();
        if (hold.hasRunOut(now)) return false; // another sweeper frees it
        var next = places.pass(hold, NextHold.waitingAgain(hold, Lease.offered(task, now)));
        hold.moveTo(next.id(), "You no longer hold the office that this place was given to.", now);
        journal.record("assignment.moved", task, hold, null, null);
        journal.record("assignment.offered", task, next, null, null);
        return true;
    }
}
