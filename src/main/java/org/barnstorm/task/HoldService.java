package org.barnstorm.task;

import static org.barnstorm.authority.Capability.ASSIGNMENT_READ;
import static org.barnstorm.authority.Capability.TASK_ASSIGN;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.barnstorm.authority.Authority;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.paging.Slice;
import org.barnstorm.platform.paging.Window;
import org.barnstorm.platform.problem.Refusal;

/** What people do with the places that are theirs: accept, decline, give back, extend. No mandate is needed. */
@ApplicationScoped
@Transactional
class HoldService {
    private final TaskRepository tasks;
    private final PlaceRepository places;
    private final HoldRepository holds;
    private final Admission admission;
    private final Workload workload;
    private final TaskJournal journal;
    private final Groups groups;
    private final Authority authority;
    private final Lease.Terms terms;

    HoldService(
            TaskRepository tasks,
            PlaceRepository places,
            HoldRepository holds,
            Admission admission,
            Workload workload,
            TaskJournal journal,
            Groups groups,
            Authority authority,
            TaskConfig config) {
        this.tasks = tasks;
        this.places = places;
        this.holds = holds;
        this.admission = admission;
        this.workload = workload;
        this.journal = journal;
        this.groups = groups;
        this.authority = authority;
        this.terms = Lease.Terms.of(config);
    }

    /** One's own hold, or somebody's for who may see them there. */
    AssignmentView show(Caller caller, UUID id) {
        var assignment = holds.findByIdOptional(id).orElseThrow(() -> Refusal.notFound("assignment"));
        var task = tasks.findById(assignment.taskId());
        var path = groups.withId(task.groupId()).path();
        AssignmentService.requireSight(caller, assignment, path);
        return AssignmentView.of(assignment, task, path);
    }

    Slice<AssignmentView> mine(Caller caller, AssignmentStatus status, Window window) {
        return Slice.of(
                window,
                holds.ofMember(caller.memberId(), status, window),
                look -> List.of(look.own().id().toString()),
                look -> AssignmentView.of(
                        look.own(),
                        look.task(),
                        groups.withId(look.task().groupId()).path()));
    }

    /** Takes the offered place, as a claim would: for those it is for, at a time they are free. */
    AssignmentView accept(Caller caller, UUID id) {
        var own = own(caller, id);
        admission.admitOffered(caller.memberId(), caller.groupIds(), own.task(), own.group());
        workload.requireFreeTime(caller.memberId(), own.task().id());
        return act(caller, own, "assignment.accepted", (assignment, task, now) -> assignment.accept(task, terms, now));
    }

    AssignmentView decline(Caller caller, UUID id, Decline decline) {
        return act(
                caller,
                own(caller, id),
                "assignment.declined",
                (assignment, task, now) -> assignment.decline(decline.reason(), now));
    }

    AssignmentView release(Caller caller, UUID id, long fence) {
        return act(
                caller,
                own(caller, id),
                "assignment.released",
                (assignment, task, now) -> assignment.release(fence, task, terms, now));
    }

    /** Gives one's own place in a task back, whichever hold it is. */
    AssignmentView releaseClaim(Caller caller, UUID taskId, long fence) {
        var own = holds.look(taskId, caller.memberId())
                .map(HoldRepository.Look::own)
                .orElseThrow(() -> Refusal.notFound("claim of yours"));
        return release(caller, own.id(), fence);
    }

    /** More time: once for the holder by right, as often as needed by an organiser. */
    AssignmentView extend(Caller caller, UUID id, Extension extension) {
        var assignment = holds.findByIdOptional(id).orElseThrow(() -> Refusal.notFound("assignment"));
        var task = tasks.findById(assignment.taskId());
        var group = groups.withId(task.groupId());
        AssignmentService.requireSight(caller, assignment, group.path());
        var byRight = assignment.memberId().equals(caller.memberId());
        var mandate = byRight ? null : authority.holds(caller, TASK_ASSIGN, group);
        return act(
                caller,
                new Own(assignment, task, group),
                mandate,
                "assignment.extended",
                (hold, of, now) -> hold.extend(extension.fence(), byRight, of, terms, now));
    }

    /** A rule of the assignment, told the time that leases run by. */
    private interface Verb {
        void on(Assignment assignment, Task task, Instant now);
    }

    /** A hold of the caller's, its task, and where. */
    record Own(Assignment assignment, Task task, GroupRef group) {}

    Own own(Caller caller, UUID id) {
        var assignment = holds.findByIdOptional(id).orElseThrow(() -> Refusal.notFound("assignment"));
        var task = tasks.findById(assignment.taskId());
        var group = groups.withId(task.groupId());
        if (!assignment.memberId().equals(caller.memberId())) throw notTheirs(caller, group.path());
        return new Own(assignment, task, group);
    }

    private AssignmentView act(Caller caller, Own own, String type, Verb verb) {
        return act(caller, own, null, type, verb);
    }

    private AssignmentView act(Caller caller, Own own, UUID mandate, String type, Verb verb) {
        var assignment = own.assignment();
        var task = own.task();
        places.lock(task, assignment);
        verb.on(assignment, task, holds.databaseTime());
        if (!assignment.status().holdsPlace()) places.free(task);
        journal.record(type, task, assignment, caller.memberId(), mandate);
        return AssignmentView.of(assignment, task, own.group().path());
    }

    private static Refusal notTheirs(Caller caller, GroupPath path) {
        return caller.may(ASSIGNMENT_READ, path)
                ? Refusal.forbidden("not-yours", "Only the person who holds the place can do this.")
                : Refusal.notFound("assignment");
    }
}
