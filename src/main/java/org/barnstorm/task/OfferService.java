package org.barnstorm.task;

import static org.barnstorm.authority.Capability.TASK_ASSIGN;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.authority.Authority;
import org.barnstorm.authority.Budget;
import org.barnstorm.authority.Budgets;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.problem.ProblemWriter;
import org.barnstorm.platform.problem.Refusal;

/**
 * Offers places of one task to several people at once: one transaction, a fixed number of statements, an answer for each.
 * Nobody's reason is thrown as an exception, because that would undo the offers to the others.
 */
@ApplicationScoped
@Transactional
class OfferService {
    private final TaskRepository tasks;
    private final PlaceRepository places;
    private final HoldRepository holds;
    private final OfferRepository offers;
    private final TaskSight sight;
    private final Admission admission;
    private final TaskJournal journal;
    private final Budgets budgets;
    private final Groups groups;
    private final Authority authority;
    private final ProblemWriter problems;

    OfferService(
            TaskRepository tasks,
            PlaceRepository places,
            HoldRepository holds,
            OfferRepository offers,
            TaskSight sight,
            Admission admission,
            TaskJournal journal,
            Budgets budgets,
            Groups groups,
            Authority authority,
            ProblemWriter problems) {
        this.tasks = tasks;
        this.places = places;
        this.holds = holds;
        this.offers = offers;
        this.sight = sight;
        this.admission = admission;
        this.journal = journal;
        this.budgets = budgets;
        this.groups = groups;
        this.authority = authority;
        this.problems = problems;
    }

    /** Those who are sent first get the places there are. Locks the members, ids ascending, the mandate, the task. */
    OfferBatch offer(Caller caller, UUID taskId, List<UUID> memberIds) {
        var task = sight.require(caller, tasks.findById(taskId));
        var group = groups.withId(task.groupId());
        caller.require(TASK_ASSIGN, group.path(), task.matter());
        var now = holds.databaseTime();
        requireOpen(task, now); // before any lock
        var refused = new HashMap<>(admission.admitAllOffered(memberIds, task, group));
        var warrant = authority.warrant(caller, TASK_ASSIGN, group, task.matter());
        tasks.getSession().refresh(task, LockModeType.PESSIMISTIC_WRITE);
        var mandate = warrant.over(task.matter());
        requireOpen(task, now);
        var chosen = choose(task, memberIds, refused);
        var offered = places.offerAll(task, chosen, caller.memberId(), Lease.offered(task, now));
        journal.recordAll("assignment.offered", task, offered, caller.memberId(), mandate);
        budgets.spend(caller, Budget.ASSIGNMENTS, offered.size(), group);
        return batch(memberIds, OfferRepository.byMember(offered), refused, task, group);
    }

    /** The same offers as they are now, for a request that is repeated: the newest hold of each, or why there is none. */
    OfferBatch show(Caller caller, UUID taskId, List<UUID> memberIds) {
        var task = sight.require(caller, tasks.findById(taskId));
        var group = groups.withId(task.groupId());
        caller.require(TASK_ASSIGN, group.path(), task.matter());
        var refused = new HashMap<>(admission.admitAllOffered(memberIds, task, group));
        for (var member : memberIds) refused.putIfAbsent(member, full(task));
        return batch(memberIds, offers.latest(taskId, memberIds), refused, task, group);
    }

    private static void requireOpen(Task task, Instant now) {
        if (task.status() != Task.Status.OPEN || task.isOver(now)) throw task.whyNoPlace(now);
    }

    /** Adds to the refusals what the places themselves rule out; the task is locked, so that this is final. */
    private List<UUID> choose(Task task, List<UUID> memberIds, Map<UUID, Refusal> refused) {
        var holders = offers.holders(task.id(), memberIds);
        var free = task.capacity() - task.taken();
        var chosen = new ArrayList<UUID>();
        for (var member : memberIds) {
            if (refused.containsKey(member)) continue;
            if (holders.contains(member)) refused.put(member, alreadyAssigned());
            else if (chosen.size() < free) chosen.add(member);
            else refused.put(member, full(task));
        }
        return chosen;
    }

    private OfferBatch batch(
            List<UUID> memberIds,
            Map<UUID, Assignment> offered,
            Map<UUID, Refusal> refused,
            Task task,
            GroupRef group) {
        return new OfferBatch(memberIds.stream()
                .map(member -> offered.containsKey(member)
                        ? new OfferBatch.Item(member, AssignmentView.of(offered.get(member), task, group.path()), null)
                        : new OfferBatch.Item(member, null, problems.problem(refused.get(member))))
                .toList());
    }

    private static Refusal alreadyAssigned() {
        return Refusal.conflict("already-assigned", "They have a place in this task already.");
    }

    private static Refusal full(Task task) {
        var capacity = task.capacity();
        return Refusal.conflict("task-full", "No place was left for them: all " + capacity + " are taken.")
                .with("capacity", capacity);
    }
}
