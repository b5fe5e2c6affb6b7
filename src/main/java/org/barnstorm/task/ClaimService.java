package org.barnstorm.task;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.PessimisticLockException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.group.Groups;
import org.barnstorm.member.Members;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.training.Qualifications;

/**
 * Taking a place: claims by volunteers themselves, and the same act for offers by organisers. At most six statements
 * with those that load the caller (design section 8).
 */
@ApplicationScoped
@Transactional
class ClaimService {
    private final TaskRepository tasks;
    private final PlaceRepository places;
    private final TaskSight sight;
    private final TaskJournal journal;
    private final Members members;
    private final Groups groups;
    private final Qualifications qualifications;
    private final MeterRegistry meters;
    private final Clock clock;

    ClaimService(
            TaskRepository tasks,
            PlaceRepository places,
            TaskSight sight,
            TaskJournal journal,
            Members members,
            Groups groups,
            Qualifications qualifications,
            MeterRegistry meters,
            Clock clock) {
        this.tasks = tasks;
        this.places = places;
        this.sight = sight;
        this.journal = journal;
        this.members = members;
        this.groups = groups;
        this.qualifications = qualifications;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * Claims a place. Who has one already gets the same one again: a double tap is not an error. Who waited for a lock in
     * vain looks once more without one: mostly it has been decided meanwhile, not seldom by their own other tap.
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    AssignmentView claim(Caller caller, UUID taskId) {
        try {
            var view = takeOrLookAgain(caller, taskId);
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
        } catch (LockTimeoutException | PessimisticLockException busy) {
            return QuarkusTransaction.requiringNew().call(() -> decided(caller, taskId, busy));
        }
    }

    private AssignmentView decided(Caller caller, UUID taskId, PersistenceException busy) {
        var look = places.look(taskId, caller.memberId()).orElseThrow(() -> busy);
        if (look.own() != null) {
            return AssignmentView.of(
                    look.own(),
                    look.task(),
                    groups.withId(look.task().groupId()).path());
        }
        refuseHopeless(sight.require(caller, look.task()), caller.memberId());
        throw busy;
    }

    private AssignmentView take(Caller caller, UUID taskId) {
        var look = places.look(taskId, caller.memberId()).orElseThrow(() -> Refusal.notFound("task"));
        var task = sight.require(caller, look.task());
        var group = groups.withId(task.groupId());
        if (look.own() != null) return AssignmentView.of(look.own(), task, group.path());
        refuseHopeless(task, caller.memberId()); // before any lock: a popular task is not a queue
        admit(caller.memberId(), task, group);
        var taken = places.take(taskId, caller.memberId(), null);
        if (taken.isEmpty()) return afterLosing(caller, task, group);
        journal.record("assignment.claimed", task, taken.get(), caller.memberId(), null);
        return AssignmentView.of(taken.get(), task, group.path());
    }

    /** Who takes a place is an active member and holds the qualification, and stays so until the transaction ends. */
    void admit(UUID memberId, Task task, GroupRef group) {
        members.requireActive(memberId, group);
        if (task.requiredCourseId() != null) qualifications.require(memberId, task.requiredCourseId());
    }

    /** Refuses what the task itself rules out, with what could be done instead. */
    void refuseHopeless(Task task, UUID memberId) {
        var why = task.whyNoPlace(clock.instant());
        if (why != null) throw why.with("alternatives", alternatives(task, memberId));
    }

    /** Somebody else was faster, or this very person on another device. */
    private AssignmentView afterLosing(Caller caller, Task task, GroupRef group) {
        var own = places.look(task.id(), caller.memberId())
                .map(PlaceRepository.Look::own)
                .orElse(null);
        if (own != null) return AssignmentView.of(own, task, group.path());
        tasks.getSession().refresh(task);
        refuseHopeless(task, caller.memberId());
        throw Refusal.of(Refusal.Kind.BUSY, "busy", "A place came free just now. Try again.");
    }

    private List<Map<String, Object>> alternatives(Task task, UUID memberId) {
        return tasks.alternatives(task, memberId).stream()
                .map(other -> Map.<String, Object>of("id", other.id(), "title", other.title()))
                .toList();
    }

    private void count(String result) {
        meters.counter("barnstorm.claims", "result", result).increment();
    }
}
