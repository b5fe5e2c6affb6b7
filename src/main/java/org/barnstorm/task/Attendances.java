package org.barnstorm.task;

import static org.barnstorm.authority.Capability.ASSIGNMENT_READ;
import static org.barnstorm.authority.Capability.TASK_ASSIGN;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.Capability;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.journal.Journal;
import org.barnstorm.platform.paging.Leaf;
import org.barnstorm.platform.paging.Leaves;
import org.barnstorm.platform.problem.Refusal;

/** Who comes to a meeting, without names, and asking people to. */
@ApplicationScoped
@Transactional
public class Attendances {
    private final Meetings meetings;
    private final MeetingRepository places;
    private final HoldRepository holds;
    private final AssignmentService assignments;
    private final Groups groups;
    private final Journal journal;

    Attendances(
            Meetings meetings,
            MeetingRepository places,
            HoldRepository holds,
            AssignmentService assignments,
            Groups groups,
            Journal journal) {
        this.meetings = meetings;
        this.places = places;
        this.holds = holds;
        this.assignments = assignments;
        this.groups = groups;
        this.journal = journal;
    }

    /** A page in the order of their ids, whatever became of each. */
    public Leaves<Attendance> page(Caller caller, UUID meeting, Leaf leaf) {
        require(caller, ASSIGNMENT_READ, meeting);
        return new Leaves<>(views(places.holds(meeting, leaf)), places.countHolds(meeting, leaf));
    }

    public Attendance show(Caller caller, UUID meeting, UUID id) {
        require(caller, ASSIGNMENT_READ, meeting);
        return views(places.holds(meeting, Leaf.only(id))).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("attendance"));
    }

    /** Offers a place: only the person says yes to it. Who has one already keeps that, and is asked nothing. */
    public Attendance ask(Caller caller, UUID meeting, UUID member) {
        require(caller, TASK_ASSIGN, meeting);
        require(caller, ASSIGNMENT_READ, meeting);
        var own = holds.look(meeting, member).map(HoldRepository.Look::own);
        if (own.isPresent()) return views(List.of(own.get())).get(0);
        var offered = assignments.offer(caller, meeting, new NewAssignment(member, null, null, null));
        return show(caller, meeting, offered.id());
    }

    private void require(Caller caller, Capability capability, UUID meeting) {
        var task = meetings.require(caller, meeting);
        caller.require(capability, groups.withId(task.groupId()).path(), task.matter());
    }

    private List<Attendance> views(List<Assignment> found) {
        var changes = journal.latest(found.stream().map(Assignment::id).toList());
        return found.stream()
                .map(hold -> Attendance.of(hold, changes.getOrDefault(hold.id(), hold.createdAt())))
                .toList();
    }
}
