package org.barnstorm.task;

import static org.barnstorm.authority.Capability.TASK_ASSIGN;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.barnstorm.authority.Authority;
import org.barnstorm.authority.Budget;
import org.barnstorm.authority.Budgets;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.group.Groups;
import org.barnstorm.member.Members;
import org.barnstorm.platform.paging.Slice;
import org.barnstorm.platform.paging.Window;
import org.barnstorm.platform.problem.Busy;
import org.barnstorm.platform.problem.Refusal;

/**
 * Gives a place to an office instead of a person: whoever holds the role at the group, or is an active member of it, can take
 * it, and the first one has it. While it waits, nobody has the row; who takes it gets one of their own, so that a row is
 * one person's for ever, whatever the office does.
 */
@ApplicationScoped
@Transactional
class OfficeService {
    private final TaskRepository tasks;
    private final PlaceRepository places;
    private final HoldRepository holds;
    private final OfficeRepository waiting;
    private final TaskSight taskSight;
    private final HoldSight sight;
    private final Offices offices;
    private final ClaimService claims;
    private final Workload workload;
    private final Admission admission;
    private final WaitList waitList;
    private final TaskJournal journal;
    private final Budgets budgets;
    private final Members members;
    private final Groups groups;
    private final Authority authority;
    private final Lease.Terms terms;

    OfficeService(
            TaskRepository tasks,
            PlaceRepository places,
            HoldRepository holds,
            OfficeRepository waiting,
            TaskSight taskSight,
            HoldSight sight,
            Offices offices,
            ClaimService claims,
            Workload workload,
            Admission admission,
            WaitList waitList,
            TaskJournal journal,
            Budgets budgets,
            Members members,
            Groups groups,
            Authority authority,
            TaskConfig config) {
        this.tasks = tasks;
        this.places = places;
        this.holds = holds;
        this.waiting = waiting;
        this.taskSight = taskSight;
        this.sight = sight;
        this.offices = offices;
        this.claims = claims;
        this.workload = workload;
        this.admission = admission;
        this.waitList = waitList;
        this.journal = journal;
        this.budgets = budgets;
        this.members = members;
        this.groups = groups;
        this.authority = authority;
        this.terms = Lease.Terms.of(config);
    }

    AssignmentView offer(Caller caller, UUID taskId, NewAssignment wanted) {
        var task = taskSight.require(caller, tasks.findById(taskId));
        var group = groups.withId(task.groupId());
        caller.require(TASK_ASSIGN, group.path(), task.matter());
        claims.refuseHopeless(task, caller);
        var office = office(task, wanted);
        var warrant = authority.warrant(caller, TASK_ASSIGN, group, task.matter());
        var lease = Lease.offered(task, holds.databaseTime());
        var offered =
                places.offerToOffice(task, office, caller.memberId(), lease).orElseThrow(() -> whyNot(caller, task));
        var mandate = tasks.requireWithin(warrant, task);
        journal.record("assignment.offered", task, offered, caller.memberId(), mandate);
        budgets.spend(caller, Budget.ASSIGNMENTS, 1, group);
        return AssignmentView.of(offered, task, group.path());
    }

    /** Places that wait for an office of the caller's. */
    Slice<OfficeView> mine(Caller caller, Window window) {
        var found = waiting.waiting(offices.of(caller.memberId()), window);
        return Slice.of(window, found, look -> List.of(look.own().id().toString()), this::view);
    }

    /** Takes a place that waits for an office of the caller's. Who taps twice gets what they got. */
    AssignmentView take(Caller caller, UUID id) {
        var seen = sight.require(caller, id);
        var place = seen.assignment();
        var task = seen.task();
        admit(caller, place.office(), task);
        holds.getSession().refresh(place); // as it is now that the caller's other requests wait
        var prospect =
                holds.prospect(task.id(), caller.memberId(), workload.memory()).orElseThrow();
        var own = prospect.own();
        if (own != null && own.continues(place, Source.OFFICE)) return view(own, task, seen.group());
        if (own != null) throw Refusal.conflict("already-assigned", "You have a place in this task already.");
        // Of an office there are few; any member of a group takes it by their own choice, like a claim.
        if (place.office().belongsToAnyMember()) {
            workload.requireRoom(caller.memberId(), workload.limit(prospect.record()));
        }
        workload.requireFreeTime(caller.memberId(), task.id());
        return become(caller, seen);
    }

    private AssignmentView become(Caller caller, HoldSight.Seen seen) {
        var place = seen.assignment();
        var task = seen.task();
        places.lock(task, place);
        if (place.status() == AssignmentStatus.MOVED) {
            throw Refusal.conflict("office-taken", "Somebody else who holds the office has taken this place.");
        }
        var now = holds.databaseTime();
        task.requireGoingOn(now);
        place.requireMovable(now);
        var lease = Lease.held(now, task.leaseFrom(now), terms);
        var next = places.pass(place, NextHold.takenBy(caller.memberId(), place, now, lease));
        place.moveTo(next.id(), null, now);
        journal.record("assignment.filled", task, place, caller.memberId(), null);
        waitList.passedOn(task, place, next);
        journal.record("assignment.accepted", task, next, caller.memberId(), null);
        return view(next, task, seen.group());
    }

    /** The office itself makes them one of those it is for; what they have to have learnt, they have to have learnt. */
    private void admit(Caller caller, Office office, Task task) {
        members.lock(caller.memberId());
        if (!offices.share(office, caller.memberId())) {
            throw Refusal.forbidden("not-yours", "Only whoever holds the office can take this place.");
        }
        admission.requireQualified(caller.memberId(), task);
    }

    private Office office(Task task, NewAssignment wanted) {
        var group = groups.at(wanted.group());
        if (!groups.movement(group).id().equals(task.movementId())) {
            throw Refusal.invalid("office-elsewhere", "Name a group in the same tree as the task's.");
        }
        return new Office(wanted.role(), group.id());
    }

    private Refusal whyNot(Caller caller, Task task) {
        tasks.getSession().refresh(task);
        claims.refuseHopeless(task, caller);
        return Busy.because("A place came free just now. Try again.");
    }

    private OfficeView view(HoldRepository.Look look) {
        var office = look.own().office();
        return new OfficeView(
                office.role(),
                groups.withId(office.groupId()).path(),
                view(look.own(), look.task(), groups.withId(look.task().groupId())));
    }

    private static AssignmentView view(Assignment assignment, Task task, GroupRef group) {
        return AssignmentView.of(assignment, task, group.path());
    }
}
