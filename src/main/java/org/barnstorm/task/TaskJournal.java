package org.barnstorm.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.barnstorm.authority.Caller;
import org.barnstorm.group.Groups;
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

    /** The task will not open by itself. */
    void recordBlocked(Task task, Needs.Obstacle why) {
        journal.append(of("task.blocked", task, null, null).with("why", why));
    }

    private Event of(String type, Task task, UUID actor, UUID mandate) {
        return event(type, task.id(), task, actor, mandate)
                .with("status", task.status())
                .with("capacity", task.content().capacity())
                .with("revision", task.revision());
    }

    /**
     * @param actor null when the service did it by itself
     * @param mandate null for what people do with their own holds
     */
    void record(String type, Task task, Assignment assignment, UUID actor, UUID mandate) {
        var outcome = assignment.outcome();
        journal.append(event(type, assignment.id(), task, actor, mandate)
                .with("task", task.id())
                .with("member", assignment.memberId())
                .with("status", assignment.status())
                .with("source", assignment.source())
                .with("fence", assignment.fence())
                .with("revision", assignment.revision())
                .with("outcome", outcome == null ? null : outcome.code())
                .with("quantity", outcome == null ? null : outcome.quantity()));
    }

    private Event event(String type, UUID subject, Task task, UUID actor, UUID mandate) {
        var path = groups.withId(task.groupId()).path().value();
        return new Event(type, subject, task.groupId(), path, actor, mandate);
    }
}
