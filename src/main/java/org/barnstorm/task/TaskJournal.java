package org.barnstorm.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.group.Groups;
import org.barnstorm.mandate.WorkInFlight;
import org.barnstorm.platform.journal.Event;
import org.barnstorm.platform.journal.Journal;

/** How changes of tasks and holds stand in the journal. Titles, notes and reasons stay out of it. */
@ApplicationScoped
class TaskJournal {
    private final Journal journal;
    private final Groups groups;

    TaskJournal(Journal journal, Groups groups) {
        this.journal = journal;
        this.groups = groups;
    }

    void record(String type, Task task, Caller caller, UUID mandate) {
        journal.append(of(type, task, caller.memberId(), mandate));
    }

    /** What the service did by itself: a series made the task, or what it needs is done. */
    void record(String type, Task task) {
        journal.append(of(type, task, null, null));
    }

    /** That others look after these tasks now. */
    void recordKeepers(String type, List<WorkInFlight.Handing> handings, Map<UUID, Task> tasks, WorkInFlight.Act act) {
        journal.appendAll(handings.stream()
                .map(handing -> of(type, tasks.get(handing.piece().id()), act.by(), act.under())
                        .with("keeper", handing.to()))
                .toList());
    }

    /** These tasks are another group's from now on. */
    void recordMoved(List<Task> tasks, GroupRef into, UUID move) {
        journal.appendAll(tasks.stream()
                .map(task -> content(
                                new Event(
                                        "task.moved",
                                        task.id(),
                                        into.id(),
                                        into.path().value(),
                                        null,
                                        null),
                                task)
                        .with("move", move))
                .toList());
    }

    /** The task will not open by itself. */
    void recordBlocked(Task task, Needs.Obstacle why) {
        journal.append(of("task.blocked", task, null, null).with("why", why));
    }

    private Event of(String type, Task task, UUID actor, UUID mandate) {
        return content(event(type, task.id(), task, actor, mandate), task);
    }

    private static Event content(Event event, Task task) {
        return event.with("status", task.status())
                .with("capacity", task.capacity())
                .with("revision", task.revision())
                .with("kind", task.kind())
                .with("campaign", task.campaignId());
    }

    /**
     * @param actor null when the service did it by itself
     * @param mandate null for what people do with their own holds
     */
    void record(String type, Task task, Assignment assignment, UUID actor, UUID mandate) {
        journal.append(event(type, task, assignment, actor, mandate));
    }

    /** That steps were ticked: how many are now. */
    void recordProgress(Task task, Assignment assignment, Caller caller) {
        var steps = task.steps();
        journal.append(event("assignment.progressed", task, assignment, caller.memberId(), null)
                .with("steps", steps)
                .with("done", assignment.stepsDone(steps).size()));
    }

    /** The same for holds that come to be at once. */
    void recordAll(String type, Task task, List<Assignment> assignments, UUID actor, UUID mandate) {
        if (assignments.isEmpty()) return;
        journal.appendAll(assignments.stream()
                .map(assignment -> event(type, task, assignment, actor, mandate))
                .toList());
    }

    private Event event(String type, Task task, Assignment assignment, UUID actor, UUID mandate) {
        var outcome = assignment.outcome();
        var handover = assignment.handover();
        var office = assignment.office();
        return event(type, assignment.id(), task, actor, mandate)
                .with("task", task.id())
                .with("member", assignment.memberId())
                .with("status", assignment.status())
                .with("source", assignment.source())
                .with("fence", assignment.fence())
                .with("revision", assignment.revision())
                .with("outcome", outcome == null ? null : outcome.code())
                .with("quantity", outcome == null ? null : outcome.quantity())
                .with("movedTo", assignment.movedTo())
                .with("handoverTo", handover == null ? null : handover.memberId())
                .with("officeRole", office == null ? null : office.role())
                .with("officeGroup", office == null ? null : office.groupId());
    }

    /**
     * @param actor null when the service did it by itself
     * @param mandate null for what people do with their own entries
     */
    void record(String type, Task task, Waiter waiter, UUID actor, UUID mandate) {
        journal.append(event(type, task, waiter, actor, mandate));
    }

    /** The same for entries to which it happens at once. */
    void recordWaiters(String type, Task task, List<Waiter> waiters, UUID actor, UUID mandate) {
        if (waiters.isEmpty()) return;
        journal.appendAll(waiters.stream()
                .map(waiter -> event(type, task, waiter, actor, mandate))
                .toList());
    }

    private Event event(String type, Task task, Waiter waiter, UUID actor, UUID mandate) {
        return event(type, waiter.id(), task, actor, mandate)
                .with("task", task.id())
                .with("member", waiter.memberId())
                .with("status", waiter.status())
                .with("assignment", waiter.assignmentId());
    }

    /** What the service did about a task by itself: how many people it called, and for how many places. */
    void record(String type, Task task, int people, int places) {
        journal.append(event(type, task.id(), task, null, null)
                .with("status", task.status())
                .with("capacity", task.capacity())
                .with("people", people)
                .with("places", places));
    }

    private Event event(String type, UUID subject, Task task, UUID actor, UUID mandate) {
        var path = groups.withId(task.groupId()).path().value();
        return new Event(type, subject, task.groupId(), path, actor, mandate);
    }
}
