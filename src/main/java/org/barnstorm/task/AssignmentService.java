package org.barnstorm.task;

import static org.barnstorm.authority.Capability.ASSIGNMENT_READ;
import static org.barnstorm.authority.Capability.TASK_ASSIGN;
import static org.barnstorm.authority.Capability.TASK_VERIFY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.barnstorm.authority.Authority;
import org.barnstorm.authority.Budget;
import org.barnstorm.authority.Budgets;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.group.Groups;
import org.barnstorm.member.Members;
import org.barnstorm.platform.paging.Slice;
import org.barnstorm.platform.paging.Window;
import org.barnstorm.platform.problem.Busy;
import org.barnstorm.platform.problem.Refusal;

/** What organisers, leads and verifiers do with places: offer, list, verify, reject. */
@ApplicationScoped
@Transactional
class AssignmentService {
    private final TaskRepository tasks;
    private final PlaceRepository places;
    private final HoldRepository holds;
    private final TaskSight sight;
    private final HoldSight holdSight;
    private final TaskJournal journal;
    private final ClaimService claims;
    private final Admission admission;
    private final LimitedReach limited;
    private final WaitList waitList;
    private final Budgets budgets;
    private final Members members;
    private final Groups groups;
    private final Authority authority;
    private final Event<ResultVerified> verdicts;

    AssignmentService(
            TaskRepository tasks,
            PlaceRepository places,
            HoldRepository holds,
            TaskSight sight,
            HoldSight holdSight,
            TaskJournal journal,
            ClaimService claims,
            Admission admission,
            LimitedReach limited,
            WaitList waitList,
            Budgets budgets,
            Members members,
            Groups groups,
            Authority authority,
            Event<ResultVerified> verdicts) {
        this.tasks = tasks;
        this.places = places;
        this.holds = holds;
        this.sight = sight;
        this.holdSight = holdSight;
        this.journal = journal;
        this.claims = claims;
        this.admission = admission;
        this.limited = limited;
        this.waitList = waitList;
        this.budgets = budgets;
        this.members = members;
        this.groups = groups;
        this.authority = authority;
        this.verdicts = verdicts;
    }

    /** Offers a place to a member, who accepts or declines it; meanwhile it is theirs. */
    AssignmentView offer(Caller caller, UUID taskId, NewAssignment wanted) {
        var task = sight.require(caller, tasks.findById(taskId));
        var group = groups.withId(task.groupId());
        caller.require(TASK_ASSIGN, group.path(), task.matter());
        claims.refuseHopeless(task, wanted.memberId());
        admission.admitOffered(wanted.memberId(), members.activeGroups(wanted.memberId()), task, group);
        var warrant = authority.warrant(caller, TASK_ASSIGN, group, task.matter());
        var offered = places.offer(taskId, wanted.memberId(), Source.OFFER, caller.memberId(), null)
                .orElseThrow(() -> whyNot(task, wanted.memberId()));
        var mandate = tasks.requireWithin(warrant, task);
        journal.record("assignment.offered", task, offered, caller.memberId(), mandate);
        budgets.spend(caller, Budget.ASSIGNMENTS, 1, group);
        return AssignmentView.of(offered, task, group.path());
    }

    /** Who holds or held the places of a task. */
    Slice<AssignmentView> ofTask(Caller caller, UUID taskId, Window window) {
        var task = sight.require(caller, tasks.findById(taskId));
        var group = groups.withId(task.groupId());
        var path = group.path();
        caller.require(ASSIGNMENT_READ, path, task.matter());
        var found = holds.ofTask(taskId, window);
        var shown = budgets.look(caller, group, window, found, Assignment::memberId);
        var names = members.shortNames(found.stream()
                .map(Assignment::memberId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return Slice.of(
                shown,
                found,
                assignment -> List.of(assignment.id().toString()),
                assignment -> AssignmentView.of(
                        assignment,
                        task,
                        path,
                        assignment.memberId() == null ? null : names.get(assignment.memberId())));
    }

    /** What others did in a group and below it, and somebody has to look at. */
    Slice<AssignmentView> toVerify(Caller caller, GroupPath path, Window window) {
        groups.at(path);
        var found = holds.toVerify(groups.branch(path), verifiable(caller, path), caller.memberId(), window);
        var names = members.shortNames(
                found.stream().map(look -> look.own().memberId()).distinct().toList());
        return Slice.of(
                window,
                found,
                look -> List.of(
                        look.own().completedAt().toString(), look.own().id().toString()),
                look -> AssignmentView.of(
                        look.own(),
                        look.task(),
                        groups.withId(look.task().groupId()).path(),
                        names.get(look.own().memberId())));
    }

    /** Null for whatever there is; refused for who sees nothing of it. */
    private LimitedReach.Narrow verifiable(Caller caller, GroupPath path) {
        if (caller.may(TASK_VERIFY, path) && caller.may(ASSIGNMENT_READ, path)) return null;
        var narrow = limited.of(
                caller,
                path,
                grant -> grant.reaches(TASK_VERIFY, path)
                        && (grant.reaches(ASSIGNMENT_READ, path) || caller.may(ASSIGNMENT_READ, path)));
        if (narrow.exists()) return narrow;
        caller.require(TASK_VERIFY, path);
        throw caller.lacking(ASSIGNMENT_READ, path);
    }

    AssignmentView verify(Caller caller, UUID id) {
        return judge(caller, id, "assignment.verified", (task, assignment) -> {
            assignment.verify(caller.memberId(), holds.databaseTime());
            verdicts.fire(new ResultVerified(assignment.id(), assignment.memberId()));
        });
    }

    /** Does not accept the work; its place is free again. */
    AssignmentView reject(Caller caller, UUID id, Rejection rejection) {
        return judge(
                caller,
                id,
                "assignment.rejected",
                (task, assignment) -> assignment.reject(caller.memberId(), rejection.reason(), holds.databaseTime()));
    }

    /** The person did not come; their place is free again, and it counts like a lapse. */
    AssignmentView noShow(Caller caller, UUID id) {
        return judge(
                caller,
                id,
                "assignment.missed",
                (task, assignment) -> assignment.noShow(caller.memberId(), task, holds.databaseTime()));
    }

    private AssignmentView judge(Caller caller, UUID id, String type, BiConsumer<Task, Assignment> verb) {
        var seen = holdSight.require(caller, id);
        var warrant =
                authority.warrant(caller, TASK_VERIFY, seen.group(), seen.task().matter());
        places.lock(seen.task(), seen.assignment());
        var mandate = warrant.over(seen.task().matter());
        verb.accept(seen.task(), seen.assignment());
        journal.record(type, seen.task(), seen.assignment(), caller.memberId(), mandate);
        if (!seen.assignment().status().holdsPlace()) waitList.free(seen.task(), seen.assignment());
        return AssignmentView.of(seen.assignment(), seen.task(), seen.group().path());
    }

    private Refusal whyNot(Task task, UUID memberId) {
        tasks.getSession().refresh(task);
        claims.refuseHopeless(task, memberId);
        if (holds.look(task.id(), memberId).map(HoldRepository.Look::own).isPresent()) {
            return Refusal.conflict("already-assigned", "They have a place in this task already.");
        }
        return Busy.because("A place came free just now. Try again.");
    }
}
