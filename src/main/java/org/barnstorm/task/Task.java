package org.barnstorm.task;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
class Task extends TaskBody {
    /** What can be done with a task. */
    @Schema(
            name = "TaskStatus",
            description =
                    "DRAFT is not claimable yet, WAITING opens when the tasks it needs are done, OPEN is claimable,"
                            + " CLOSED takes no more, CANCELLED will not happen.")
    enum Status {
        /** Being written; nobody can claim it. */
        DRAFT,
        /** Published; it opens by itself when the tasks it needs are done. */
        WAITING,
        /** Places can be claimed and offered. */
        OPEN,
        /** No new holds; those who hold a place go on. */
        CLOSED,
        /** Will not happen; every open hold has ended. */
        CANCELLED;

        private static final Map<Status, Set<Status>> NEXT = Map.of(
                DRAFT, EnumSet.of(WAITING, OPEN, CANCELLED),
                WAITING, EnumSet.of(OPEN, CANCELLED),
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

    @Enumerated(EnumType.STRING)
    private Status status;

    @Column(updatable = false)
    private int taken;

    @Column(updatable = false)
    private long fence;

    @Column(updatable = false)
    private UUID movementId;

    private int revision = 1;

    @Embedded
    private Occurrence occurrence;

    @Embedded
    private Needs needs = Needs.NONE;

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
        var before = Agreed.of(content());
        write(content, travelGap);
        // As it is kept: a place without words and without a point is none.
        if (!isBeforeOpening() && !Agreed.of(content()).equals(before)) revision++;
        needs = needs.looseAgain();
    }

    /** Opens: who may publish it says so, or the tasks it needs are done. */
    void publish(Instant now) {
        requireMayBecome(Status.OPEN, "published");
        requireNotOver(now);
        status = Status.OPEN;
        openedAt = now;
        needs = needs.looseAgain();
    }

    /** Published, but some of the tasks it needs are not done: it opens by itself when they are. */
    void await(Instant now) {
        requireMayBecome(Status.WAITING, "published");
        requireNotOver(now);
        status = Status.WAITING;
    }

    /** Which tasks have to be done before this one opens. */
    void need(List<UUID> others) {
        if (!isBeforeOpening()) throw state("made to wait");
        needs = Needs.of(others);
    }

    /** Its organisers know that it will not open by itself. */
    void blocked(Instant now) {
        needs = needs.stuck(now);
    }

    /** It is what a series does at this time. */
    Task in(Occurrence of) {
        occurrence = of;
        return this;
    }

    /** Edited by itself: from now on edits of its series leave it alone. */
    void detach() {
        if (occurrence != null) occurrence = occurrence.alone();
    }

    void close() {
        requireMayBecome(Status.CLOSED, "closed");
        status = Status.CLOSED;
    }

    void cancel() {
        requireMayBecome(Status.CANCELLED, "cancelled");
        status = Status.CANCELLED;
    }

    boolean isFull() {
        return taken >= capacity();
    }

    /** How many of its places can be claimed. */
    int free(Instant now) {
        return status == Status.OPEN && !isOver(now) ? capacity() - taken : 0;
    }

    /** Since when its places can be taken; of a draft, since when it exists. */
    Instant openSince() {
        return openedAt == null ? createdAt : openedAt;
    }

    /** Where one has to be; null for nowhere in particular. */
    GeoPoint meetingPoint() {
        return isRemote() ? null : location();
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
        whyOver(now).ifPresent(why::add);
        if (isFull()) {
            why.add(Refusal.conflict(
                            "task-full",
                            "All " + capacity()
                                    + " places are taken. Join the wait list to get the next that comes free, or take one of the alternatives.")
                    .with("capacity", capacity()));
        }
        return why;
    }

    /** Refuses when the work is over: then no place of it becomes anybody's any more, however they came by it. */
    void requireGoingOn(Instant now) {
        whyOver(now).ifPresent(why -> {
            throw why;
        });
    }

    /** The same refusal, or nothing while the work lies ahead or goes on. */
    Optional<Refusal> whyOver(Instant now) {
        if (!isOver(now)) return Optional.empty();
        return Optional.of(Refusal.conflict("task-over", "This task ended on " + endsAt() + "."));
    }

    /** Nobody can have agreed to what it says. */
    boolean isBeforeOpening() {
        return status == Status.DRAFT || status == Status.WAITING;
    }

    private void requireNotOver(Instant now) {
        if (isOver(now)) throw Refusal.conflict("task-over", "It ended on " + endsAt() + ". Change its time first.");
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

    Status status() {
        return status;
    }

    int taken() {
        return taken;
    }

    UUID movementId() {
        return movementId;
    }

    int revision() {
        return revision;
    }

    /** Which occurrence of a series it is; null for a task of its own. */
    Occurrence occurrence() {
        return occurrence;
    }

    Needs needs() {
        return needs;
    }

    UUID createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }
}
