package org.barnstorm.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The end of a task that will not take place: every hold that has no result yet ends, and all waiting for one. */
@ApplicationScoped
class Cancellation {
    private final HoldRepository holds;
    private final PlaceRepository places;
    private final WaitList waitList;
    private final TaskJournal journal;

    Cancellation(HoldRepository holds, PlaceRepository places, WaitList waitList, TaskJournal journal) {
        this.holds = holds;
        this.places = places;
        this.waitList = waitList;
        this.journal = journal;
    }

    /**
     * What was done stays to be verified. Under the task's lock.
     *
     * @param by who cancels; null when the service does
     * @param mandateId what allows it; null without one
     */
    void cancel(Task task, UUID by, UUID mandateId) {
        task.cancel();
        var now = holds.databaseTime();
        var ended = places.lockUnfinished(task.id());
        ended.forEach(hold -> hold.cancel(now));
        places.free(task, ended.size());
        journal.recordAll("assignment.cancelled", task, ended, by, mandateId);
        waitList.cancel(task, by, mandateId);
    }
}
