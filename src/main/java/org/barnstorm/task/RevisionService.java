package org.barnstorm.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.barnstorm.authority.Caller;

/** What becomes of people's agreement when a task changes: they see what is different, and go on or give back. */
@ApplicationScoped
@Transactional
class RevisionService {
    private final HoldSight sight;
    private final PlaceRepository places;
    private final HoldRepository holds;
    private final Revisions revisions;
    private final TaskJournal journal;

    RevisionService(
            HoldSight sight, PlaceRepository places, HoldRepository holds, Revisions revisions, TaskJournal journal) {
        this.sight = sight;
        this.places = places;
        this.holds = holds;
        this.revisions = revisions;
        this.journal = journal;
    }

    /** Between what the holder has seen and what the task says now. */
    Changes changes(Caller caller, UUID id) {
        var seen = sight.require(caller, id);
        return Changes.of(
                seen.assignment(),
                seen.task(),
                revisions.of(seen.task(), seen.assignment().revision()));
    }

    /** The holder agrees to the task as it is now. */
    AssignmentView acknowledge(Caller caller, UUID id, Acknowledgement read) {
        var own = sight.requireOwn(caller, id);
        var assignment = own.assignment();
        var task = own.task();
        places.lock(task, assignment);
        read.requireCurrent(task.revision());
        if (assignment.acknowledge(read.fence(), task, holds.databaseTime())) {
            journal.record("assignment.acknowledged", task, assignment, caller.memberId(), null);
        }
        return AssignmentView.of(assignment, task, own.group().path());
    }
}
