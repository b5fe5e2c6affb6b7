package org.barnstorm.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.barnstorm.platform.Sweep;

/**
 * Lets places follow the office they were given to: when its holder no longer holds it, the place waits for whoever does.
 * Runs on every replica, see {@link Sweep}.
 */
@ApplicationScoped
class OfficeSweeper implements Sweeper {
    private static final int PAGE = 500;

    private final TaskRepository tasks;
    private final PlaceRepository places;
    private final HoldRepository holds;
    private final OfficeRepository held;
    private final Offices offices;
    private final TaskJournal journal;
    private final Sweep sweep;

    OfficeSweeper(
            TaskRepository tasks,
            PlaceRepository places,
            HoldRepository holds,
            OfficeRepository held,
            Offices offices,
            TaskJournal journal,
            Sweep sweep) {
        this.tasks = tasks;
        this.places = places;
        this.holds = holds;
        this.held = held;
        this.offices = offices;
        this.journal = journal;
        this.sweep = sweep;
    }

    /** Returns how many places followed their office. */
    @Override
    public int sweep() {
        return sweep.each("offices", this::lost, this::follow);
    }

    /** Looks at all of them, a few statements a page: nothing here is told when a mandate or a membership ends. */
    private List<UUID> lost(int limit) {
        var found = new ArrayList<UUID>();
        var page = held.held(new UUID(0, 0), PAGE);
        while (!page.isEmpty() && found.size() < limit) {
            offices.lost(page).forEach(hold -> found.add(hold.id()));
            holds.getSession().clear();
            page = held.held(page.get(page.size() - 1).id(), PAGE);
        }
        return found;
    }

    private boolean follow(UUID id) {
        var hold = holds.findById(id);
        if (!places.lockTaskOrSkip(hold.taskId())) return false;
        var task = tasks.findById(hold.taskId());
        places.lock(task, hold);
        if (hold.status() != AssignmentStatus.HELD
                || offices.lost(List.of(hold)).isEmpty()) return false;
        var now = holds.databaseTime();
        if (task.isOver(now)) return false; // there is nothing left to offer: who did it says how it went
        if (hold.hasRunOut(now)) return false; // the sweeper of leases frees it
        var next = places.pass(hold, NextHold.waitingAgain(hold, Lease.offered(task, now)));
        hold.moveTo(next.id(), "You no longer hold the office that this place was given to.", now);
        journal.record("assignment.moved", task, hold, null, null);
        journal.record("assignment.offered", task, next, null, null);
        return true;
    }
}
