package org.barnstorm.task;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.group.Groups;
import org.barnstorm.member.Members;
import org.barnstorm.platform.problem.Busy;
import org.barnstorm.platform.problem.Refusal;

/**
 * Taking a place: claims by volunteers themselves, and the same act for offers by organisers. At most six statements
 * with those that load the caller (design section 8).
 */
@ApplicationScoped
@Transactional
class ClaimService {
    private final TaskRepository tasks;
    private final PlaceRepository places;
    private final HoldRepository holds;
    private final HoldService holdService;
    private final TaskSight sight;
    private final Admission admission;
    private final Workload workload;
    private final TaskJournal journal;
    private final Members members;
    private final Groups groups;
    private final MeterRegistry meters;
    private final Clock clock;

    ClaimService(
            TaskRepository tasks,
            PlaceRepository places,
            HoldRepository holds,
            HoldService holdService,
            TaskSight sight,
            Admission admission,
            Workload workload,
            TaskJournal journal,
            Members members,
            Groups groups,
            MeterRegistry meters,
            Clock clock) {
        this.tasks = tasks;
        this.places = places;
        this.holds = holds;
        this.holdService = holdService;
        this.sight = sight;
        this.admission = admission;
        this.workload = workload;
        this.journal = journal;
        this.members = members;
        this.groups = groups;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * Claims a place. Who has one already gets the same one again: a double tap is not an error. Who waited for a lock in
     * vain looks once more without one: mostly it has been decided meanwhile, not seldom by their own other tap.
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    AssignmentView claim(Caller caller, UUID taskId) {
        return counted(() -> takeOrLookAgain(caller, taskId));
    }

    /**
     * The same as one try of several, in the transaction of whoever tries: if a row is busy, so be it, and if it is the
     * claimer's own, {@link BusyClaimer} says so.
     */
    AssignmentView tryToClaim(Caller caller, UUID taskId) {
        return counted(() -> take(caller, taskId));
    }

    private AssignmentView counted(Supplier<AssignmentView> claim) {
        try {
            var view = claim.get();
            count("held");
            return view;
        } catch (Refusal refusal) {
            count(refusal.code());
            throw refusal;
        }
    }

    private AssignmentView takeOrLookAgain(Caller caller, UUID taskId) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> take(caller, taskId));
        } catch (PersistenceException busy) {
            if (!Busy.is(busy)) throw busy;
            return QuarkusTransaction.requiringNew().call(() -> decided(caller, taskId, busy));
        }
    }

    private AssignmentView decided(Caller caller, UUID taskId, PersistenceException busy) {
        var look = holds.look(taskId, caller.memberId()).orElseThrow(() -> busy);
        if (look.own() != null && look.own().isOfferToWaiter()) throw busy;
        if (look.own() != null) {
            return AssignmentView.of(
                    look.own(),
                    look.task(),
                    groups.withId(look.task().groupId()).path());
        }
        refuseHopeless(sight.require(caller, look.task()), caller);
        throw busy;
    }

    private AssignmentView take(Caller caller, UUID taskId) {
        var member = caller.memberId();
        var prospect = holds.prospect(taskId, member, workload.memory()).orElseThrow(() -> Refusal.notFound("task"));
        var task = sight.require(caller, prospect.task());
        var group = groups.withId(task.groupId());
        if (prospect.own() != null) return own(caller, prospect.own(), task, group);
        refuseHopeless(task, caller); // before any lock: a popular task is not a queue
        admit(caller, task, group);
        var limit = workload.limit(prospect.record());
        var taken = places.claim(task, member, limit);
        if (taken.isEmpty()) return afterLosing(caller, task, group, limit);
        journal.record("assignment.claimed", task, taken.get(), member, null);
        return AssignmentView.of(taken.get(), task, group.path());
    }

    /** Takes no lock but those of the person and their memberships. */
    private void admit(Caller caller, Task task, GroupRef group) {
        try {
            admission.admit(caller.memberId(), caller.groupIds(), task, group);
        } catch (PersistenceException e) {
            throw Busy.is(e) ? new BusyClaimer(e) : e;
        }
    }

    /** The place they have already; one that came free while they waited becomes theirs by this claim. */
    private AssignmentView own(Caller caller, Assignment own, Task task, GroupRef group) {
        if (own.isOfferToWaiter()) return holdService.acceptByClaim(caller, own.id());
        return AssignmentView.of(own, task, group.path());
    }

    /** Refuses what the task itself rules out, with what could be done instead. */
    void refuseHopeless(Task task, Caller caller) {
        refuseHopeless(task, caller.memberId(), caller::groupIds);
    }

    /** The same for a place that somebody else would have. */
    void refuseHopeless(Task task, UUID memberId) {
        refuseHopeless(task, memberId, () -> members.activeGroups(memberId));
    }

    private void refuseHopeless(Task task, UUID memberId, Supplier<Set<UUID>> memberOf) {
        var why = task.whyNoPlace(clock.instant());
        if (why != null) throw why.with("alternatives", alternatives(task, memberId, memberOf.get()));
    }

    /** Somebody else was faster, or this very person on another device, or they have enough to do. */
    private AssignmentView afterLosing(Caller caller, Task task, GroupRef group, int limit) {
        var own = holds.look(task.id(), caller.memberId())
                .map(HoldRepository.Look::own)
                .orElse(null);
        if (own != null) return own(caller, own, task, group);
        tasks.getSession().refresh(task);
        refuseHopeless(task, caller);
        workload.requireRoom(caller.memberId(), limit);
        workload.requireFreeTime(caller.memberId(), task.id());
        throw Busy.because("Somebody changed this task, or a place came free, just now. Try again.");
    }

    /** Up to three tasks of the same group that are for this person, too: what they may not see is not named. */
    private List<Map<String, Object>> alternatives(Task task, UUID memberId, Set<UUID> memberOf) {
        var found = tasks.alternatives(task, memberId);
        var meant = admission.meantFor(memberId, memberOf, found);
        return found.stream()
                .filter(other -> meant.contains(other.id()))
                .limit(3)
                .map(other -> Map.<String, Object>of("id", other.id(), "title", other.title()))
                .toList();
    }

    private void count(String result) {
        meters.counter("barnstorm.claims", "result", result).increment();
    }
}
