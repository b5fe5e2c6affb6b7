package org.barnstorm.task;

import static org.barnstorm.authority.Capability.TASK_REVIEW;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;
import org.barnstorm.authority.Authority;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.mandate.Probation;

/** Whether somebody has to look at a task before it opens. */
@ApplicationScoped
class Reviews {
    private final Probation probation;
    private final Authority authority;

    Reviews(Probation probation, Authority authority) {
        this.probation = probation;
        this.authority = authority;
    }

    /**
     * Whether a task that is being published waits for somebody else first: because who made it or who publishes it is on
     * probation. One that was sent back always does, until that is over. Under the task's lock.
     */
    boolean holdBack(Task task, Caller caller, GroupRef group) {
        var review = task.review();
        if (task.status() != Task.Status.DRAFT && !review.isWaiting()) return false;
        if (!isOnProbation(task.createdBy(), caller.memberId(), group)) return false;
        return review.state() != null || probation.isDrawn();
    }

    /**
     * Whether who publishes a task could release it as well, by a mandate without limits; locks the mandate for that. Comes
     * before the task's lock.
     */
    boolean mayRelease(Task task, Caller caller, GroupRef group) {
        if (!task.isBeforeOpening() || task.createdBy().equals(caller.memberId())) return false;
        if (!caller.may(TASK_REVIEW, group.path())) return false;
        authority.holds(caller, TASK_REVIEW, group);
        return true;
    }

    private boolean isOnProbation(UUID author, UUID publisher, GroupRef group) {
        // Of an author whose mandate has ended it is asked whether they had served, not whether they are on it now.
        return !probation.hasServed(author, group) || !author.equals(publisher) && probation.isOn(publisher, group);
    }

    /** Refuses what would undo a release: an edit by somebody on probation that nobody would look at again. */
    void requireMayChange(Task task, TaskContent wanted, Caller caller, GroupRef group) {
        if (task.status() == Task.Status.DRAFT || task.review().isWaiting()) return;
        if (!isWider(wanted, task.content())) return;
        probation.requireOver(caller, group);
    }

    /** Whether people would read something else, others would be reached, or others let in, than was looked at. */
    private static boolean isWider(TaskContent wanted, TaskContent now) {
        return !Agreed.of(wanted).equals(Agreed.of(now))
                || !wanted.audience().equals(now.audience())
                || !Objects.equals(wanted.requiredCourseId(), now.requiredCourseId())
                || !wanted.verification().equals(now.verification())
                || !Objects.equals(wanted.campaignId(), now.campaignId());
    }
}
