package org.barnstorm.task;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.barnstorm.platform.GeoPoint;
import org.barnstorm.platform.Ids;
import org.barnstorm.platform.problem.Refusal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A piece of work in a group with {@code capacity} places. How many are taken, and the fence of the latest hold, change
 * only by the statements in {@link PlaceRepository}: an edit that overlaps a claim must not undo it.
 */
@Entity
class Task {
    /** What can be done with a task. */
    @Schema(
            name = "TaskStatus",
            description = "DRAFT is not claimable yet, OPEN is, CLOSED takes no more, CANCELLED will not happen.")
    enum Status {
        /** Being written; nobody can claim it. */
        DRAFT,
        /** Places can be claimed and offered. */
        OPEN,
        /** No new holds; those who hold a place go on. */
        CLOSED,
        /** Will not happen; every open hold has ended. */
        CANCELLED;

        private static final Map<Status, Set<Status>> NEXT = Map.of(
                DRAFT, EnumSet.of(OPEN, CANCELLED),
                OPEN, EnumSet.of(CLOSED, CANCELLED),
                CLOSED, EnumSet.of(OPEN, CANCELLED));

        /** The whole state machine of a task. */
        boolean mayBecome(Status next) {
            return NEXT.getOrDefault(this, Set.of()).contains(next);
        }
    }

    @Id
    private UUID id = Ids.next();

    @Version
    private long version;

    @Column(updatable = false)
    private UUID groupId;

    private String title;
    private String instructions;

    @Enumerated(EnumType.STRING)
    private Status status;

    private int capacity;

    @Column(updatable = false)
    private int taken;

    @Column(updatable = false)
    private long fence;

    private boolean remote;
    private String placeName;
    private BigDecimal latitude;
    private BigDecimal longitude;
    private Instant startsAt;
    private Instant endsAt;
    private ZoneId zone;
    private int effortMinutes;
    private UUID requiredCourseId;
    private int leaseHours;

    @Column(updatable = false)
    private UUID createdBy;

    @Column(updatable = false)
    private Instant createdAt;

    protected Task() {} // for Hibernate

    Task(UUID groupId, TaskContent content, UUID createdBy, Instant now) {
        this.groupId = groupId;
        this.createdBy = createdBy;
        this.createdAt = now;
        this.status = Status.DRAFT;
        write(content);
    }

    void edit(TaskContent content) {
        if (status == Status.CANCELLED) throw state("edited");
        if (content.capacity() < taken) {
            throw Refusal.conflict(
                            "capacity-below-taken",
                            taken + " places are taken; capacity cannot be lower. Wait until some are given back.")
                    .with("taken", taken);
        }
        write(content);
    }

    void publish(Instant now) {
        requireMayBecome(Status.OPEN, "published");
        if (isOver(now)) throw Refusal.conflict("task-over", "It ended on " + endsAt + ". Change its time first.");
        status = Status.OPEN;
    }

    void close() {
        requireMayBecome(Status.CLOSED, "closed");
        status = Status.CLOSED;
    }

    void cancel() {
        requireMayBecome(Status.CANCELLED, "cancelled");
        status = Status.CANCELLED;
    }

    boolean isOver(Instant now) {
        return endsAt != null && !endsAt.isAfter(now);
    }

    /** Until when somebody who takes a place now may hold it: for scheduled work, time to report after it is over. */
    Instant leaseFrom(Instant now) {
        return (endsAt == null ? now : endsAt).plus(Duration.ofHours(leaseHours));
    }

    /** Why a place of this task cannot be taken now, if the reason is the task itself. */
    Refusal whyNoPlace(Instant now) {
        if (status != Status.OPEN) {
            return Refusal.conflict("task-not-open", "This task is " + status + ", so its places cannot be taken.")
                    .with("state", status.name());
        }
        if (isOver(now)) return Refusal.conflict("task-over", "This task ended on " + endsAt + ".");
        if (taken >= capacity) {
            return Refusal.conflict(
                            "task-full",
                            "All " + capacity
                                    + " places are taken. Take one of the alternatives, or look again: places are given back.")
                    .with("capacity", capacity);
        }
        return null;
    }

    private void write(TaskContent content) {
        title = content.title();
        instructions = content.instructions();
        capacity = content.capacity();
        remote = content.remote();
        placeName = content.place() == null ? null : content.place().name();
        var location = content.place() == null ? null : content.place().location();
        latitude = GeoPoint.latitude(location);
        longitude = GeoPoint.longitude(location);
        startsAt = content.startsAt();
        endsAt = content.endsAt();
        zone = content.zone();
        effortMinutes = content.effortMinutes();
        requiredCourseId = content.requiredCourseId();
        leaseHours = content.leaseHours();
    }

    TaskContent content() {
        var located = GeoPoint.of(latitude, longitude);
        return new TaskContent(
                title,
                instructions,
                capacity,
                remote,
                placeName == null && located == null ? null : new Place(placeName, located),
                startsAt,
                endsAt,
                zone,
                effortMinutes,
                requiredCourseId,
                leaseHours);
    }

    private void requireMayBecome(Status next, String act) {
        if (!status.mayBecome(next)) throw state(act);
    }

    private Refusal state(String act) {
        return Refusal.conflict("task-state", "A task that is " + status + " cannot be " + act + ".")
                .with("state", status.name());
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    UUID groupId() {
        return groupId;
    }

    String title() {
        return title;
    }

    Status status() {
        return status;
    }

    int taken() {
        return taken;
    }

    UUID requiredCourseId() {
        return requiredCourseId;
    }

    UUID createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }
}
