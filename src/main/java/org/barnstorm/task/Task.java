package org.barnstorm.task;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
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
    private Instant busyUntil;
    private ZoneId zone;
    private int effortMinutes;
    private UUID requiredCourseId;
    private int leaseHours;

    @Embedded
    private Audience audience;

    @Column(updatable = false)
    private UUID movementId;

    private String kind;
    private String[] steps;

    @Embedded
    private Verification verification;

    private int revision = 1;

    @Column(updatable = false)
    private UUID createdBy;

    @Column(updatable = false)
    private Instant createdAt;

    private Instant openedAt;

    protected Task() {} // for Hibernate

    /**
     * @param movementId root of the tree that the group is in
     * @param travelGap what people need from its place to the next
     */
    Task(UUID groupId, UUID movementId, TaskContent content, Duration travelGap, UUID createdBy, Instant now) {
        this.groupId = groupId;
        this.movementId = movementId;
        this.createdBy = createdBy;
        this.createdAt = now;
        this.status = Status.DRAFT;
        write(content, travelGap);
    }

    void edit(TaskContent content, Duration travelGap) {
        if (status == Status.CANCELLED) throw state("edited");
        if (content.capacity() < taken) {
            throw Refusal.conflict(
                            "capacity-below-taken",
                            taken + " places are taken; capacity cannot be lower. Wait until some are given back.")
                    .with("taken", taken);
        }
        write(content, travelGap);
    }

    void publish(Instant now) {
        requireMayBecome(Status.OPEN, "published");
        if (isOver(now)) throw Refusal.conflict("task-over", "It ended on " + endsAt + ". Change its time first.");
        status = Status.OPEN;
        openedAt = now;
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

    boolean isFull() {
        return taken >= capacity;
    }

    /** How many of its places can be claimed. */
    int free(Instant now) {
        return status == Status.OPEN && !isOver(now) ? capacity - taken : 0;
    }

    /** Since when its places can be taken; of a draft, since when it exists. */
    Instant openSince() {
        return openedAt == null ? createdAt : openedAt;
    }

    /** Where one has to be; null for nowhere in particular. */
    GeoPoint meetingPoint() {
        return remote ? null : location();
    }

    /** Until when somebody who takes a place now may hold it: for scheduled work, time to report after it is over. */
    Instant leaseFrom(Instant now) {
        return (endsAt == null ? now : endsAt).plus(leaseLength());
    }

    /** Why a place of this task cannot be taken now, if the reason is the task itself. */
    Refusal whyNoPlace(Instant now) {
        var why = whyNoPlaces(now);
        return why.isEmpty() ? null : why.get(0);
    }

    /** Every such reason, the most lasting first. */
    List<Refusal> whyNoPlaces(Instant now) {
        var why = new ArrayList<Refusal>();
        if (status != Status.OPEN) {
            why.add(Refusal.conflict("task-not-open", "This task is " + status + ", so its places cannot be taken.")
                    .with("state", status.name()));
        }
        if (isOver(now)) why.add(Refusal.conflict("task-over", "This task ended on " + endsAt + "."));
        if (isFull()) {
            why.add(Refusal.conflict(
                            "task-full",
                            "All " + capacity
                                    + " places are taken. Join the wait list to get the next that comes free, or take one of the alternatives.")
                    .with("capacity", capacity));
        }
        return why;
    }

    private void write(TaskContent content, Duration travelGap) {
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
        busyUntil = endsAt == null || remote ? endsAt : endsAt.plus(travelGap);
        zone = content.zone();
        effortMinutes = content.effortMinutes();
        requiredCourseId = content.requiredCourseId();
        leaseHours = content.leaseHours();
        audience = content.audience();
        kind = content.kind();
        steps = content.steps().toArray(String[]::new);
        verification = content.verification();
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
                leaseHours,
                audience,
                kind,
                List.of(steps),
                verification);
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

    Audience audience() {
        return audience;
    }

    UUID movementId() {
        return movementId;
    }

    int revision() {
        return revision;
    }

    Duration leaseLength() {
        return Duration.ofHours(leaseHours);
    }

    GeoPoint location() {
        return GeoPoint.of(latitude, longitude);
    }

    Instant startsAt() {
        return startsAt;
    }

    Instant endsAt() {
        return endsAt;
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
