package org.barnstorm.task;

import static org.barnstorm.authority.Capability.TASK_ASSIGN;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.barnstorm.authority.Authority;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.Warrant;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.paging.Slice;
import org.barnstorm.platform.paging.Window;
import org.barnstorm.platform.problem.Refusal;

/** What people do with the places that are theirs: accept, decline, give back, extend. No mandate is needed. */
@ApplicationScoped
@Transactional
class HoldService {
    private final PlaceRepository places;
    private final HoldRepository holds;
    private final HoldSight sight;
    private final OfficeService offices;
    private final Offices officeHolders;
    private final Admission admission;
    private final Workload workload;
    private final WaitList waitList;
    private final TaskJournal journal;
    private final Groups groups;
    private final Authority authority;
    private final Lease.Terms terms;

    HoldService(
            PlaceRepository places,
            HoldRepository holds,
            HoldSight sight,
            OfficeService offices,
            Offices officeHolders,
            Admission admission,
            Workload workload,
            WaitList waitList,
            TaskJournal journal,
            Groups groups,
            Authority authority,
            TaskConfig config) {
        this.places = places;
        this.holds = holds;
        this.sight = sight;
        this.offices = offices;
        this.officeHolders = officeHolders;
        this.admission = admission;
        this.workload = workload;
        this.waitList = waitList;
        this.journal = journal;
        this.groups = groups;
        this.authority = authority;
        this.terms = Lease.Terms.of(config);
    }

    /** One's own hold, or somebody's for who may see it. */
    AssignmentView show(Caller caller, UUID id) {
        var seen = sight.require(caller, id);
        return AssignmentView.of(seen.assignment(), seen.task(), seen.group().path());
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
        if (waitsForOffice(id)) return offices.take(caller, id);
        var own = own(caller, id);
        admission.admitOffered(caller.memberId(), caller.groupIds(), own.task(), own.group());
        return take(caller, own);
    }

    /** Takes the place that came free for who waited, by a claim; a second tap finds it taken. */
    AssignmentView acceptByClaim(Caller caller, UUID id) {
        var own = own(caller, id);
        admission.admitOffered(caller.memberId(), caller.groupIds(), own.task(), own.group());
        holds.getSession().refresh(own.assignment()); // under the member's lock, so that their other tap is done
        if (own.assignment().status() == AssignmentStatus.HELD) {
            return AssignmentView.of(own.assignment(), own.task(), own.group().path());
        }
        return take(caller, own);
    }

    /** Who asked for the place themselves, when they joined the wait list, may have no more of them than by claiming. */
    private AssignmentView take(Caller caller, HoldSight.Seen own) {
        if (own.assignment().source() == Source.WAITLIST) workload.requireRoom(caller.memberId());
        workload.requireFreeTime(caller.memberId(), own.task().id());
        var view =
                act(caller, own, "assignment.accepted", (assignment, task, now) -> assignment.accept(task, terms, now));
        waitList.settle(own.task(), own.assignment());
        return view;
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
                sight.requireStillOwn(caller, id),
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
        var seen = sight.require(caller, id);
        var byRight = caller.memberId().equals(seen.assignment().memberId());
        if (byRight) officeHolders.requireHeld(seen.assignment());
        var warrant = byRight
                ? null
                : authority.warrant(
                        caller, TASK_ASSIGN, seen.group(), seen.task().matter());
        return act(
                caller,
                seen,
                warrant,
                "assignment.extended",
                (hold, of, now) -> hold.extend(extension.fence(), byRight, of, terms, now));
    }

    /** A rule of the assignment, told the time that leases run by. */
    private interface Verb {
        void on(Assignment assignment, Task task, Instant now);
    }

    private boolean waitsForOffice(UUID id) {
        return holds.findByIdOptional(id)
                .filter(hold -> hold.memberId() == null)
                .isPresent();
    }

    private HoldSight.Seen own(Caller caller, UUID id) {
        return sight.requireOwn(caller, id);
    }

    private AssignmentView act(Caller caller, HoldSight.Seen own, String type, Verb verb) {
        return act(caller, own, null, type, verb);
    }

    /** @param warrant null for what is one's own */
    private AssignmentView act(Caller caller, HoldSight.Seen own, Warrant warrant, String type, Verb verb) {
        var assignment = own.assignment();
        var task = own.task();
        places.lock(task, assignment);
        var mandate = warrant == null ? null : warrant.over(task.matter());
        verb.on(assignment, task, holds.databaseTime());
        journal.record(type, task, assignment, caller.memberId(), mandate);
        if (!assignment.status().holdsPlace()) waitList.free(task, assignment);
        return AssignmentView.of(assignment, task, own.group().path());
    }
}
