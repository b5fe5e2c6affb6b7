package org.barnstorm.task;

import static org.barnstorm.authority.Capability.TASK_ASSIGN;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.barnstorm.authority.Authority;
import org.barnstorm.authority.Budget;
import org.barnstorm.authority.Budgets;
import org.barnstorm.authority.Caller;
import org.barnstorm.member.Members;
import org.barnstorm.platform.problem.Refusal;

/** An organiser moves a place from one person to another, who then accepts or declines it like any offer. */
@ApplicationScoped
@Transactional
class MoveService {
    private final HoldSight sight;
    private final HoldRepository holds;
    private final PlaceRepository places;
    private final Admission admission;
    private final WaitList waitList;
    private final TaskJournal journal;
    private final Budgets budgets;
    private final Members members;
    private final Authority authority;

    MoveService(
            HoldSight sight,
            HoldRepository holds,
            PlaceRepository places,
            Admission admission,
            WaitList waitList,
            TaskJournal journal,
            Budgets budgets,
            Members members,
            Authority authority) {
        this.sight = sight;
        this.holds = holds;
        this.places = places;
        this.admission = admission;
        this.waitList = waitList;
        this.journal = journal;
        this.budgets = budgets;
        this.members = members;
        this.authority = authority;
    }

    /** Answers with the offer to the other person; who loses the place reads why. */
    AssignmentView move(Caller caller, UUID id, Move wanted) {
        var seen = sight.require(caller, id);
        var task = seen.task();
        var hold = seen.assignment();
        var to = wanted.memberId();
        caller.require(TASK_ASSIGN, seen.group().path(), task.matter());
        admission.admitOffered(to, members.activeGroups(to), task, seen.group());
        var theirs = holds.look(task.id(), to).map(HoldRepository.Look::own);
        if (theirs.isPresent()) {
            throw Refusal.conflict("already-assigned", "They have a place in this task already.");
        }
        var warrant = authority.warrant(caller, TASK_ASSIGN, seen.group(), task.matter());
        places.lock(task, hold);
        var mandate = warrant.over(task.matter());
        var now = holds.databaseTime();
        task.requireGoingOn(now);
        hold.requireMovable(now);
        var next = places.pass(hold, NextHold.movedTo(to, caller.memberId(), Lease.offered(task, now)));
        hold.moveTo(next.id(), wanted.reason(), now);
        journal.record("assignment.moved", task, hold, caller.memberId(), mandate);
        waitList.passedOn(task, hold, next);
        journal.record("assignment.offered", task, next, caller.memberId(), mandate);
        budgets.spend(caller, Budget.ASSIGNMENTS, 1, seen.group());
        return AssignmentView.of(next, task, seen.group().path());
    }
}
