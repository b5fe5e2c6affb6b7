package org.barnstorm.task;

import static org.barnstorm.authority.Capability.ASSIGNMENT_READ;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.problem.Refusal;

/**
 * Who sees which holds: the holder; who may read assignments there; who may take the place over; and, of a place that waits
 * for an office, who holds that office.
 */
@ApplicationScoped
class HoldSight {
    /** A hold, its task, and where. */
    record Seen(Assignment assignment, Task task, GroupRef group) {}

    private final TaskRepository tasks;
    private final HoldRepository holds;
    private final Offices offices;
    private final Groups groups;

    HoldSight(TaskRepository tasks, HoldRepository holds, Offices offices, Groups groups) {
        this.tasks = tasks;
        this.holds = holds;
        this.offices = offices;
        this.groups = groups;
    }

    /** The hold, or 404 for who may not see it. */
    Seen require(Caller caller, UUID id) {
        var seen = find(id);
        if (!sees(caller, seen)) throw Refusal.notFound("assignment");
        return seen;
    }

    /** The hold as its holder acts on it; others are told that it is not theirs, if they see it. */
    Seen requireOwn(Caller caller, UUID id) {
        var seen = find(id);
        if (caller.memberId().equals(seen.assignment().memberId())) return seen;
        throw notYours(caller, seen, "Only the person who holds the place can do this.");
    }

    /**
     * The same for what only a holder can do who still holds the office, if the place was given to one. Once the work is
     * over nobody can take it over any more, so it is who held the place to the end that says how it went.
     */
    Seen requireStillOwn(Caller caller, UUID id) {
        var own = requireOwn(caller, id);
        if (own.assignment().office() != null && !own.task().isOver(holds.databaseTime())) {
            offices.requireHeld(own.assignment());
        }
        return own;
    }

    /** The hold as somebody acts on it whom its holder named, lately or before. */
    Seen requireNamed(Caller caller, UUID id) {
        var seen = find(id);
        var handover = seen.assignment().handover();
        if (handover != null && handover.memberId().equals(caller.memberId())) return seen;
        throw notYours(caller, seen, "Only the person to whom the place is handed over can do this.");
    }

    private Seen find(UUID id) {
        var assignment = holds.findByIdOptional(id).orElseThrow(() -> Refusal.notFound("assignment"));
        var task = tasks.findById(assignment.taskId());
        return new Seen(assignment, task, groups.withId(task.groupId()));
    }

    private boolean sees(Caller caller, Seen seen) {
        var hold = seen.assignment();
        if (caller.memberId().equals(hold.memberId())
                || caller.may(ASSIGNMENT_READ, seen.group().path(), seen.task().matter())) return true;
        if (hold.memberId() == null) return offices.of(caller.memberId()).contains(hold.office());
        return hold.handover() != null && hold.isHandedTo(caller.memberId(), holds.databaseTime());
    }

    private Refusal notYours(Caller caller, Seen seen, String why) {
        return sees(caller, seen) ? Refusal.forbidden("not-yours", why) : Refusal.notFound("assignment");
    }
}
