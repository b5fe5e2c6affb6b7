package org.barnstorm.task;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.barnstorm.platform.problem.Refusal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One person's hold of one place: a lease with a clock and a fence. Rows are made by {@link PlaceRepository} alone. */
@Entity
class Assignment {
    /** Where a hold stands. The first four hold a place; in the others it is free again. */
    @Schema(
            name = "AssignmentStatus",
            description =
                    "Where a hold stands. OFFERED, HELD, DONE and VERIFIED hold a place; in the others it is free again.")
    enum Status {
        /** An organiser offers the place; it waits for the person's answer. */
        OFFERED,
        HELD,
        /** The person says it is done; it waits to be verified. */
        DONE,
        VERIFIED,
        /** The person turned the offer down. */
        DECLINED,
        /** The person gave the place back. */
        RELEASED,
        /** The lease ran out. */
        EXPIRED,
        /** The work was not accepted. */
        REJECTED,
        /** The task was cancelled. */
        CANCELLED;

        static final Set<Status> HOLDING = EnumSet.of(OFFERED, HELD, DONE, VERIFIED);

        private static final Map<Status, Set<Status>> NEXT = Map.of(
                OFFERED, EnumSet.of(HELD, DECLINED, EXPIRED, CANCELLED),
                HELD, EnumSet.of(DONE, RELEASED, EXPIRED, CANCELLED),
                DONE, EnumSet.of(VERIFIED, REJECTED));

        /** The whole state machine of a hold. */
        boolean mayBecome(Status next) {
            return NEXT.getOrDefault(this, Set.of()).contains(next);
        }

        boolean holdsPlace() {
            return HOLDING.contains(this);
        }
    }

    @Id
    private UUID id;

    @Version
    private long version;

    @Column(updatable = false)
    private UUID taskId;

    @Column(updatable = false)
    private UUID memberId;

    @Enumerated(EnumType.STRING)
    private Status status;

    @Column(updatable = false)
    private long fence;

    @Column(updatable = false)
    private UUID assignedBy;

    private Instant leaseUntil;

    @Column(updatable = false)
    private Instant createdAt;

    private String outcomeCode;
    private Integer quantity;
    private String note;
    private Instant completedAt;
    private UUID verifiedBy;
    private String reason;
    private Instant endedAt;

    protected Assignment() {} // for Hibernate

    /** A new hold, as the database makes one; for tests of the rules. */
    Assignment(UUID id, Task task, UUID memberId, UUID assignedBy, long fence, Instant now) {
        this.id = id;
        this.taskId = task.id();
        this.memberId = memberId;
        this.assignedBy = assignedBy;
        this.status = assignedBy == null ? Status.HELD : Status.OFFERED;
        this.fence = fence;
        this.leaseUntil = task.leaseFrom(now);
        this.createdAt = now;
    }

    /** The person takes the offered place; its lease starts now. */
    void accept(Task task, Instant now) {
        requireLive(now);
        become(Status.HELD);
        leaseUntil = task.leaseFrom(now);
    }

    void decline(String why, Instant now) {
        end(Status.DECLINED, now);
        reason = why;
    }

    void release(long heldFence, Instant now) {
        requireFence(heldFence);
        end(Status.RELEASED, now);
    }

    /** Says how it went. Only the newest hold can: somebody whose lease ran out cannot complete what another now holds. */
    void complete(long heldFence, Outcome outcome, Instant now) {
        requireFence(heldFence);
        requireLive(now);
        become(Status.DONE);
        outcomeCode = outcome.code();
        quantity = outcome.quantity();
        note = outcome.note();
        completedAt = now;
    }

    void verify(UUID by) {
        requireSomebodyElse(by);
        become(Status.VERIFIED);
        verifiedBy = by;
    }

    void reject(UUID by, String why, Instant now) {
        requireSomebodyElse(by);
        end(Status.REJECTED, now);
        verifiedBy = by;
        reason = why;
    }

    /** The lease has run out and nobody is coming. */
    void expire(Instant now) {
        if (now.isBefore(leaseUntil)) throw new IllegalStateException("The lease of " + id + " still runs");
        end(Status.EXPIRED, now);
    }

    void cancel(Instant now) {
        end(Status.CANCELLED, now);
    }

    private void end(Status next, Instant now) {
        become(next);
        endedAt = now;
    }

    private void become(Status next) {
        if (!status.mayBecome(next)) {
            var code = status.holdsPlace() ? "assignment-state" : "lease-lost";
            throw refused(code, "This hold is " + status + ", so it cannot become " + next + ".");
        }
        status = next;
    }

    private void requireFence(long heldFence) {
        if (heldFence != fence) {
            throw refused("lease-lost", "You sent fence " + heldFence + ", but this hold has fence " + fence + ".");
        }
    }

    private void requireLive(Instant now) {
        if (status.mayBecome(Status.EXPIRED) && !now.isBefore(leaseUntil)) {
            throw refused("lease-lost", "Its lease ran out on " + leaseUntil + ".");
        }
    }

    private void requireSomebodyElse(UUID by) {
        if (by.equals(memberId)) {
            throw Refusal.forbidden(
                    "self-verification", "Somebody else verifies what you did. Ask a lead or verifier.");
        }
    }

    /** The hold is not what the caller thinks it is; says what it is now, and since when. */
    private Refusal refused(String code, String what) {
        var when = endedAt == null ? "" : " That happened on " + endedAt + ".";
        return Refusal.conflict(code, what + when + " Read the assignment again.")
                .with("state", status.name());
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

    Status status() {
        return status;
    }

    long fence() {
        return fence;
    }

    UUID assignedBy() {
        return assignedBy;
    }

    Instant leaseUntil() {
        return leaseUntil;
    }

    Instant createdAt() {
        return createdAt;
    }

    Outcome outcome() {
        return outcomeCode == null ? null : new Outcome(outcomeCode, quantity, note);
    }

    Instant completedAt() {
        return completedAt;
    }

    UUID verifiedBy() {
        return verifiedBy;
    }

    String reason() {
        return reason;
    }

    Instant endedAt() {
        return endedAt;
    }
}
