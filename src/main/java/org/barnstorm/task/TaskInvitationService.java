package org.barnstorm.task;

import static org.barnstorm.authority.Capability.TASK_ASSIGN;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.barnstorm.authority.Authority;
import org.barnstorm.authority.Budget;
import org.barnstorm.authority.Budgets;
import org.barnstorm.authority.Caller;
import org.barnstorm.group.Groups;
import org.barnstorm.member.Members;
import org.barnstorm.platform.paging.Slice;
import org.barnstorm.platform.paging.Window;
import org.barnstorm.platform.problem.Refusal;

/** Inviting people to a task; for those with the audience INVITED, only they see and claim it. */
@ApplicationScoped
@Transactional
class TaskInvitationService {
    private final TaskRepository tasks;
    private final TaskInvitationRepository invitations;
    private final TaskSight sight;
    private final TaskJournal journal;
    private final Budgets budgets;
    private final Members members;
    private final Groups groups;
    private final Authority authority;

    TaskInvitationService(
            TaskRepository tasks,
            TaskInvitationRepository invitations,
            TaskSight sight,
            TaskJournal journal,
            Budgets budgets,
            Members members,
            Groups groups,
            Authority authority) {
        this.tasks = tasks;
        this.invitations = invitations;
        this.sight = sight;
        this.journal = journal;
        this.budgets = budgets;
        this.members = members;
        this.groups = groups;
        this.authority = authority;
    }

    /** Repeating an invitation changes nothing. */
    void invite(Caller caller, UUID taskId, TaskInvitations wanted) {
        var task = seen(caller, taskId);
        var mandate = lock(caller, task);
        var known = members.shortNames(wanted.memberIds()).keySet();
        var unknown = wanted.memberIds().stream()
                .filter(id -> !known.contains(id))
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            throw Refusal.invalid("unknown-member", "There are no such members: " + unknown + ". Nobody was invited.");
        }
        var added = invitations.add(taskId, wanted.memberIds(), caller.memberId());
        if (added == 0) return;
        journal.record("task.invited", task, caller, mandate);
        budgets.spend(caller, Budget.ASSIGNMENTS, added, groups.withId(task.groupId()));
    }

    /**
     * Who holds a place already keeps it. Takes turns with the person's own acts, which ask for the invitation under the
     * same lock: no claim that comes after the answer relies on what was withdrawn.
     */
    void withdraw(Caller caller, UUID taskId, UUID memberId) {
        var task = seen(caller, taskId);
        members.lock(memberId);
        var mandate = lock(caller, task);
        if (!invitations.remove(taskId, memberId)) throw Refusal.notFound("invitation");
        journal.record("task.uninvited", task, caller, mandate);
    }

    Slice<TaskInvitationView> list(Caller caller, UUID taskId, Window window) {
        var task = seen(caller, taskId);
        var rows = invitations.ofTask(taskId, window);
        var shown = budgets.look(
                caller, groups.withId(task.groupId()), window, rows, TaskInvitationRepository.Row::memberId);
        var names = members.shortNames(
                rows.stream().map(TaskInvitationRepository.Row::memberId).toList());
        return Slice.of(
                shown,
                rows,
                row -> List.of(row.memberId().toString()),
                row -> new TaskInvitationView(
                        row.memberId(), names.get(row.memberId()), row.invitedBy(), row.invitedAt()));
    }

    /** Asked before any lock. */
    private Task seen(Caller caller, UUID taskId) {
        var task = sight.require(caller, tasks.findById(taskId));
        caller.require(TASK_ASSIGN, groups.withId(task.groupId()).path(), task.matter());
        return task;
    }

    /** Locks the mandate, then the task. */
    private UUID lock(Caller caller, Task task) {
        var warrant = authority.warrant(caller, TASK_ASSIGN, groups.withId(task.groupId()), task.matter());
        tasks.getSession().refresh(task, LockModeType.PESSIMISTIC_WRITE);
        return warrant.over(task.matter());
    }
}
