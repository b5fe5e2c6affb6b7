package org.barnstorm.task;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.barnstorm.platform.Ids;

/** One person's entry in the wait list of one task. It changes only under the task's lock. */
@Entity
class Waiter {
    @Id
    private UUID id = Ids.next();

    @Version
    private long version;

    @Column(updatable = false)
    private UUID taskId;

    @Column(updatable = false)
    private UUID memberId;

    /** Given by the database; whoever has a lower one comes first. */
    @Column(insertable = false, updatable = false)
    private long position;

    @Enumerated(EnumType.STRING)
    private WaiterStatus status = WaiterStatus.WAITING;

    private UUID assignmentId;

    @Column(updatable = false)
    private Instant joinedAt;

    private Instant endedAt;

    protected Waiter() {} // for Hibernate

    Waiter(Task task, UUID memberId, Instant now) {
        this.taskId = task.id();
        this.memberId = memberId;
        this.joinedAt = now;
    }

    /** It is their turn: this place waits for their answer. */
    void offered(Assignment place) {
        become(WaiterStatus.OFFERED);
        assignmentId = place.id();
    }

    /** What became of the place that was offered to them is what became of the entry. */
    void settle(AssignmentStatus offer, Instant now) {
        switch (offer) {
            case HELD -> end(WaiterStatus.ACCEPTED, now);
            case CANCELLED -> end(WaiterStatus.CANCELLED, now);
            case DECLINED, EXPIRED, MOVED -> end(WaiterStatus.PASSED, now);
            case OFFERED, DONE, VERIFIED, RELEASED, REJECTED, ATTEMPTED, NO_SHOW, UNDONE ->
                throw new IllegalStateException("Entry " + id + " is not settled by an offer that is " + offer);
        }
    }

    /** Nothing can be offered to them any more. */
    void pass(Instant now) {
        end(WaiterStatus.PASSED, now);
    }

    void leave(Instant now) {
        end(WaiterStatus.LEFT, now);
    }

    void cancel(Instant now) {
        end(WaiterStatus.CANCELLED, now);
    }

    private void end(WaiterStatus next, Instant now) {
        become(next);
        endedAt = now;
    }

    private void become(WaiterStatus next) {
        if (!status.mayBecome(next)) {
            throw new IllegalStateException("Entry " + id + " is " + status + " and cannot become " + next);
        }
        status = next;
    }

    UUID id() {
        return id;
    }

    UUID taskId() {
        return taskId;
    }

    UUID memberId() {
        return memberId;
    }

    long position() {
        return position;
    }

    WaiterStatus status() {
        return status;
    }

    UUID assignmentId() {
        return assignmentId;
    }

    Instant joinedAt() {
        return joinedAt;
    }

    Instant endedAt() {
        return endedAt;
    }
}
