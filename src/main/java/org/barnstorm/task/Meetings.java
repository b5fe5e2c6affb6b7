package org.barnstorm.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.barnstorm.authority.Caller;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.journal.Journal;
import org.barnstorm.platform.paging.Leaf;
import org.barnstorm.platform.paging.Leaves;
import org.barnstorm.platform.problem.Refusal;

/** What others call events: tasks with a time and a place, no drafts, as far as somebody sees them. */
@ApplicationScoped
@Transactional
public class Meetings {
    private final MeetingRepository meetings;
    private final TaskRepository tasks;
    private final TaskSight sight;
    private final Groups groups;
    private final Journal journal;

    Meetings(MeetingRepository meetings, TaskRepository tasks, TaskSight sight, Groups groups, Journal journal) {
        this.meetings = meetings;
        this.tasks = tasks;
        this.sight = sight;
        this.groups = groups;
        this.journal = journal;
    }

    /** A page in the order of their ids: what is new comes last. */
    public Leaves<Meeting> page(Caller caller, Leaf leaf) {
        var over = sight.over(caller, null);
        return new Leaves<>(views(meetings.page(over, leaf)), meetings.count(over, leaf));
    }

    public Optional<Meeting> find(Caller caller, UUID id) {
        return views(meetings.page(sight.over(caller, null), Leaf.only(id))).stream()
                .findFirst();
    }

    /** The task of a meeting, or 404 for who may not see it. */
    Task require(Caller caller, UUID id) {
        var task = sight.require(caller, tasks.findById(id));
        var isMeeting = task.status() != Task.Status.DRAFT && task.startsAt() != null && task.meetingPlace() != null;
        if (!isMeeting) throw Refusal.notFound("event");
        return task;
    }

    private List<Meeting> views(List<Task> found) {
        var changes = journal.latest(found.stream().map(Task::id).toList());
        return found.stream()
                .map(task -> Meeting.of(
                        task, groups.withId(task.groupId()).path(), changes.getOrDefault(task.id(), task.createdAt())))
                .toList();
    }
}
