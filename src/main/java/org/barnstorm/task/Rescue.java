package org.barnstorm.task;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.barnstorm.platform.Ids;

/** A call to people near a place that came free shortly before the start. It changes only under the task's lock. */
@Entity
class Rescue {
    /** How a call ends. */
    enum Result {
        /** Somebody took the place, whether they were called or not. */
        RESCUED("task.rescued"),
        /** Nobody did in time: it is the organiser's turn. */
        UNRESCUED("task.unrescued"),
        /** The task takes nobody any more. */
        STOPPED("task.rescue-stopped");

        private final String event;

        Result(String event) {
            this.event = event;
        }

        /** What the journal calls it. */
        String event() {
            return event;
        }
    }

    @Id
    private UUID id = Ids.next();

    @Version
    private long version;

    @Column(updatable = false)
    private UUID taskId;

    @Column(updatable = false)
    private int people;

    @Column(updatable = false)
    private Instant calledAt;

    @Column(updatable = false)
    private Instant until;

    @Enumerated(EnumType.STRING)
    private Result result;

    private Instant endedAt;

    protected Rescue() {} // for Hibernate

    /** @param people how many are called; with nobody to wait for it has failed at once */
    Rescue(Task task, int people, Patience patience, Instant now) {
        this.taskId = task.id();
        this.people = people;
        this.calledAt = now;
        this.until = people == 0 ? now : now.plus(patience.before(task.startsAt(), now));
    }

    /** What has become of it by now, if anything has. */
    Optional<Result> outcome(Task.Status task, boolean full, Instant now) {
        if (task != Task.Status.OPEN) return Optional.of(Result.STOPPED);
        if (full) return Optional.of(Result.RESCUED);
        return now.isBefore(until) ? Optional.empty() : Optional.of(Result.UNRESCUED);
    }

    void end(Result how, Instant now) {
        if (!isOpen()) throw new IllegalStateException("Rescue " + id + " has ended: " + result);
        result = how;
        endedAt = now;
    }

    boolean isOpen() {
        return result == null;
    }

    UUID id() {
        return id;
    }

    UUID taskId() {
        return taskId;
    }

    int people() {
        return people;
    }

    Instant until() {
        return until;
    }

    Result result() {
        return result;
    }

    Instant endedAt() {
        return endedAt;
    }
}
