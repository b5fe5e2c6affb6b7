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
import java.util.Set;
import java.util.UUID;
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
                    "DRAFT is not claimable yet, WAITING opens when the tasks it needs are done and, if it has to be reviewed, somebody"
                            + " released it, OPEN is claimable,"
                            + " CLOSED takes no more, CANCELLED will not happen.")
    enum Status {
        DRAFT,
        WAITING,
        OPEN,
        CLOSED,
        CANCELLED;

        private static final Map<Status, Set<Status>> NEXT = Map.of(
                DRAFT, EnumSet.of(WAITING, OPEN, CANCELLED),
                WAITING, EnumSet.of(OPEN, DRAFT, CANCELLED),
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

    @Embedded
    private Review review = Review.NONE;

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
        review().requireNone();
        requireNotOver(now);
        status = Status.OPEN;
        openedAt = now;
        dropReview();
        needs = needs.looseAgain();
    }

    /** Published, but some of the tasks it needs are not done: it opens by itself when they are. */
    void await(Instant now) {
        requireMayBecome(Status.WAITING, "published");
        requireNotOver(now);
        status = Status.WAITING;
        dropReview();
    }

    /** Published by somebody on probation: it opens when somebody else has looked at it. */
    void submit(Instant now) {
        review().requireNone();
        await(now);
        review = Review.asked(now);
    }

    /** Somebody else has looked at it: it can open now. */
    void release(UUID by, Instant now) {
        requireNotOver(now);
        review = review().released(by, createdBy, now);
    }

    /** Somebody else has looked at it: it is a draft again. */
    void sendBack(UUID by, String reason, Instant now) {
        review = review().returned(by, createdBy, reason, now);
        status = Status.DRAFT;
        needs = needs.looseAgain();
    }

    /** Nobody has to look at it any more; that somebody did stays. */
    void dropReview() {
        review = review().dropped();
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
        dropReview();
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

    /** Nobody can have agreed to what it says. */
    boolean isBeforeOpening() {
        return status == Status.DRAFT || status == Status.WAITING;
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

    Review review() {
        return review == null ? Review.NONE : review; // Hibernate reads empty columns as nothing
    }

    UUID createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }
}
