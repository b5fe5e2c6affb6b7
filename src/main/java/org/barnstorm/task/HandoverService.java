package org.barnstorm.task;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.barnstorm.authority.Caller;
import org.barnstorm.group.Groups;
import org.barnstorm.member.Members;
import org.barnstorm.platform.paging.Slice;
import org.barnstorm.platform.paging.Window;
import org.barnstorm.platform.problem.Refusal;

/**
 * A holder hands their place to somebody they name, who takes it over or does not. The place is the holder's until then,
 * and never free in between.
 */
@ApplicationScoped
@Transactional
class HandoverService {
    private final HoldSight sight;
    private final HandoverRepository handovers;
    private final HoldRepository holds;
    private final PlaceRepository places;
    private final Admission admission;
    private final Workload workload;
    private final Offices offices;
    private final WaitList waitList;
    private final TaskJournal journal;
    private final Members members;
    private final Groups groups;
    private final MeterRegistry meters;
    private final Duration openFor;
    private final Lease.Terms terms;

    HandoverService(
            HoldSight sight,
            HandoverRepository handovers,
            HoldRepository holds,
            PlaceRepository places,
            Admission admission,
            Workload workload,
            Offices offices,
            WaitList waitList,
            TaskJournal journal,
            Members members,
            Groups groups,
            MeterRegistry meters,
            TaskConfig config) {
        this.sight = sight;
        this.handovers = handovers;
        this.holds = holds;
        this.places = places;
        this.admission = admission;
        this.workload = workload;
        this.offices = offices;
        this.waitList = waitList;
        this.journal = journal;
        this.members = members;
        this.groups = groups;
        this.meters = meters;
        this.openFor = config.handover().openFor();
        this.terms = Lease.Terms.of(config);
    }

    /** Names the person. Whether they could take the place is asked when they do, so that naming reveals nothing of them. */
    AssignmentView offer(Caller caller, UUID id, NewHandover wanted) {
        var own = sight.requireOwn(caller, id);
        var hold = own.assignment();
        if (wanted.memberId().equals(caller.memberId())) {
            throw Refusal.invalid("handover-to-oneself", "You hold this place already. Name somebody else.");
        }
        members.requireStillThere(wanted.memberId());
        offices.requireHeld(hold);
        places.lock(own.task(), hold);
        var now = holds.databaseTime();
        own.task().requireGoingOn(now);
        hold.handOver(wanted.fence(), new Handover(wanted.memberId(), endOf(hold, now)), now);
        return done(caller, own, "assignment.handover-offered", "offered");
    }

    /** Keeps the place after all. Repeating it changes nothing. */
    AssignmentView withdraw(Caller caller, UUID id, long fence) {
        var own = sight.requireOwn(caller, id);
        places.lock(own.task(), own.assignment());
        if (own.assignment().withdrawHandover(fence)) {
            return done(caller, own, "assignment.handover-withdrawn", "withdrawn");
        }
        return view(own.assignment(), own);
    }

    /** What others hand to the caller. */
    Slice<HandoverView> mine(Caller caller, Window window) {
        var found = handovers.openFor(caller.memberId(), holds.databaseTime(), window);
        var names = members.shortNames(
                found.stream().map(look -> look.own().memberId()).distinct().toList());
        return Slice.of(
                window,
                found,
                look -> List.of(look.own().id().toString()),
                look -> HandoverView.of(
                        look,
                        groups.withId(look.task().groupId()).path(),
                        names.get(look.own().memberId())));
    }

    /**
     * Takes the place over, as a claim would: whom an organiser invited to the task decides the organiser, not a holder who
     * hands on. Locks member, mandate, task, assignment. Who taps twice gets what they got.
     */
    AssignmentView accept(Caller caller, UUID id) {
        var named = sight.requireNamed(caller, id);
        var hold = named.assignment();
        var task = named.task();
        if (hold.office() != null) members.lockAll(List.of(caller.memberId(), hold.memberId())); // in their order
        admission.admit(caller.memberId(), caller.groupIds(), task, named.group());
        holds.getSession().refresh(hold); // as it is now that the caller's other requests wait
        var prospect =
                holds.prospect(task.id(), caller.memberId(), workload.memory()).orElseThrow();
        var own = prospect.own();
        if (own != null && own.continues(hold, Source.HANDOVER)) return view(own, named);
        requireOpen(caller, hold);
        if (own != null) throw Refusal.conflict("already-assigned", "You have a place in this task already.");
        workload.requireRoom(caller.memberId(), workload.limit(prospect.record()));
        workload.requireFreeTime(caller.memberId(), task.id());
        return takeOver(caller, named);
    }

    private AssignmentView takeOver(Caller caller, HoldSight.Seen named) {
        var hold = named.assignment();
        var task = named.task();
        places.lock(task, hold);
        var now = holds.databaseTime();
        hold.requireHandoverTo(caller.memberId(), now);
        task.requireGoingOn(now);
        // Work at any time begins anew; what has its time has the same end for whoever does it.
        var until = task.endsAt() == null ? task.leaseFrom(now) : hold.lease().until();
        var next = places.pass(hold, NextHold.handedTo(caller.memberId(), now, Lease.held(now, until, terms)));
        hold.moveTo(next.id(), null, now);
        journal.record("assignment.handed-over", task, hold, caller.memberId(), null);
        waitList.passedOn(task, hold, next);
        journal.record("assignment.taken-over", task, next, caller.memberId(), null);
        count("accepted");
        return view(next, named);
    }

    /** Does not want the place; its holder keeps it. */
    HandoverView decline(Caller caller, UUID id) {
        var named = sight.requireNamed(caller, id);
        places.lock(named.task(), named.assignment());
        named.assignment().declineHandover(caller.memberId(), holds.databaseTime());
        done(caller, named, "assignment.handover-declined", "declined");
        return show(named);
    }

    /** A hand-over to the caller as it is now, open or not. */
    HandoverView show(Caller caller, UUID id) {
        return show(sight.requireNamed(caller, id));
    }

    private HandoverView show(HoldSight.Seen named) {
        var holder = named.assignment().memberId();
        var name = members.shortNames(List.of(holder)).get(holder);
        return HandoverView.of(
                new HoldRepository.Look(named.task(), named.assignment()),
                named.group().path(),
                name);
    }

    /** Looked at before the task's lock too, so that who comes late need not wait for it. */
    private void requireOpen(Caller caller, Assignment hold) {
        hold.requireHandoverTo(caller.memberId(), holds.databaseTime());
        if (hold.office() != null && !offices.share(hold.office(), hold.memberId())) {
            throw Refusal.conflict(
                    "handover-gone", "Who hands this place over no longer holds the office it belongs to.");
        }
    }

    /** Never beyond the hold itself. */
    private Instant endOf(Assignment hold, Instant now) {
        var usual = now.plus(openFor);
        var last = hold.lease().expiresAt();
        return usual.isBefore(last) ? usual : last;
    }

    private AssignmentView done(Caller caller, HoldSight.Seen seen, String type, String result) {
        journal.record(type, seen.task(), seen.assignment(), caller.memberId(), null);
        count(result);
        return view(seen.assignment(), seen);
    }

    private static AssignmentView view(Assignment assignment, HoldSight.Seen seen) {
        return AssignmentView.of(assignment, seen.task(), seen.group().path());
    }

    private void count(String result) {
        meters.counter("barnstorm.handovers", "result", result).increment();
    }
}
