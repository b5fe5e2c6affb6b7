package org.barnstorm.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.barnstorm.authority.Caller;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.problem.Refusal;

/** What becomes of people's agreement when a task changes: they see what is different, and go on or give back. */
@ApplicationScoped
@Transactional
class RevisionService {
    private final TaskRepository tasks;
    private final PlaceRepository places;
    private final HoldRepository holds;
    private final Revisions revisions;
    private final TaskJournal journal;
    private final Groups groups;

    RevisionService(
            TaskRepository tasks,
            PlaceRepository places,
            HoldRepository holds,
            Revisions revisions,
            TaskJournal journal,
            Groups groups) {
        this.tasks = tasks;
        this.places = places;
        this.holds = holds;
        this.revisions = revisions;
        this.journal = journal;
        this.groups = groups;
    }

    /** Between what the holder has seen and what the task says now. */
    Changes changes(Caller caller, UUID id) {
        var assignment = holds.findByIdOptional(id).orElseThrow(() -> Refusal.notFound("assignment"));
        var task = tasks.findById(assignment.taskId());
        AssignmentService.requireSight(
                caller, assignment, groups.withId(task.groupId()).path());
        return Changes.of(assignment, task, revisions.of(task, assignment.revision()));
    }

    /** The holder agrees to the task as it is now. */
    AssignmentView acknowledge(Caller caller, UUID id, Acknowledgement read) {
        var assignment = holds.findByIdOptional(id).orElseThrow(() -> Refusal.notFound("assignment"));
        var task = tasks.findById(assignment.taskId());
        var path = groups.withId(task.groupId()).path();
        AssignmentService.requireSight(caller, assignment, path);
        if (!caller.memberId().equals(assignment.memberId()))
            throw Refusal.forbidden("not-yours", "Only the person who holds the place can do this.");
        places.lock(task, assignment);
        read.requireCurrent(task.revision());
        assignment.acknowledge(read.fence(), task, holds.databaseTime());
        journal.record("assignment.acknowledged", task, assignment, caller.memberId(), null);
        return AssignmentView.of(assignment, task, path);
    }
}
