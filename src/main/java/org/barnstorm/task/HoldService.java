package org.barnstorm.task;

import static org.barnstorm.authority.Capability.ASSIGNMENT_READ;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.group.Groups;
import org.barnstorm.member.Members;
import org.barnstorm.platform.paging.Slice;
import org.barnstorm.platform.paging.Window;
import org.barnstorm.platform.problem.Refusal;

/** What people do with the places that are theirs: accept, decline, give back, complete. No mandate is needed. */
@ApplicationScoped
@Transactional
class HoldService {
    private final TaskRepository tasks;
    private final PlaceRepository places;
    private final TaskJournal journal;
    private final Members members;
    private final Groups groups;

    HoldService(TaskRepository tasks, PlaceRepository places, TaskJournal journal, Members members, Groups groups) {
        this.tasks = tasks;
        this.places = places;
        this.journal = journal;
        this.members = members;
        this.groups = groups;
    }

    /** One's own hold, or somebody's for who may see them there. */
    AssignmentView show(Caller caller, UUID id) {
        var assignment = places.findByIdOptional(id).orElseThrow(() -> Refusal.notFound("assignment"));
        var task = tasks.findById(assignment.taskId());
        var path = groups.withId(task.groupId()).path();
        AssignmentService.requireSight(caller, assignment, path);
        return AssignmentView.of(assignment, task, path);
    }

    Slice<AssignmentView> mine(Caller caller, Assignment.Status status, Window window) {
        return Slice.of(
                window,
                places.ofMember(caller.memberId(), status, window),
                look -> List.of(look.own().id().toString()),
                look -> AssignmentView.of(
                        look.own(),
                        look.task(),
                        groups.withId(look.task().groupId()).path()));
    }

    /** Takes the offered place, as a claim would: for active members of the group, until the transaction ends. */
    AssignmentView accept(Caller caller, UUID id) {
        var own = own(caller, id);
        members.requireActive(caller.memberId(), own.group());
        return act(caller, own, "assignment.accepted", Assignment::accept);
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
                (assignment, task, now) -> assignment.release(fence, now));
    }

    /** Gives one's own place in a task back, whichever hold it is. */
    AssignmentView releaseClaim(Caller caller, UUID taskId, long fence) {
        var own = places.look(taskId, caller.memberId())
                .map(PlaceRepository.Look::own)
                .orElseThrow(() -> Refusal.notFound("claim of yours"));
        return release(caller, own.id(), fence);
    }

    AssignmentView complete(Caller caller, UUID id, Completion completion) {
        return act(
                caller,
                own(caller, id),
                "assignment.completed",
                (assignment, task, now) -> assignment.complete(completion.fence(), completion.outcome(), now));
    }

    /** A rule of the assignment, told the time that leases run by. */
    private interface Verb {
        void on(Assignment assignment, Task task, Instant now);
    }

    /** A hold of the caller's, its task, and where. */
    private record Own(Assignment assignment, Task task, GroupRef group) {}

    private Own own(Caller caller, UUID id) {
        var assignment = places.findByIdOptional(id).orElseThrow(() -> Refusal.notFound("assignment"));
        var task = tasks.findById(assignment.taskId());
        var group = groups.withId(task.groupId());
        if (!assignment.memberId().equals(caller.memberId())) throw notTheirs(caller, group.path());
        return new Own(assignment, task, group);
    }

    private AssignmentView act(Caller caller, Own own, String type, Verb verb) {
        var assignment = own.assignment();
        var task = own.task();
        places.lock(task, assignment);
        verb.on(assignment, task, places.databaseTime());
        if (!assignment.status().holdsPlace()) places.free(task);
        journal.record(type, task, assignment, caller.memberId(), null);
        return AssignmentView.of(assignment, task, own.group().path());
    }

    private static Refusal notTheirs(Caller caller, GroupPath path) {
        return caller.may(ASSIGNMENT_READ, path)
                ? Refusal.forbidden("not-yours", "Only the person who holds the place can do this.")
                : Refusal.notFound("assignment");
    }
}
