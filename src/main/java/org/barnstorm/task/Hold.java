package org.barnstorm.task;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.barnstorm.platform.Ids;
import org.barnstorm.platform.problem.Refusal;

/** What every hold of a place has, whatever is done there: whose it is, its status, its lease and its fence. */
@MappedSuperclass
abstract class Hold {
    @Id
    private UUID id;

    @Version
    private long version;

    @Column(updatable = false)
    private UUID taskId;

    /** Null while the place waits for whoever holds an office; who takes it gets a row of their own. */
    @Column(updatable = false)
    private UUID memberId;

    @Enumerated(EnumType.STRING)
    private AssignmentStatus status;

    @Column(updatable = false)
    private long fence;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Source source;

    @Column(updatable = false)
    private UUID assignedBy;

    private Instant heldAt;

    @Embedded
    private Lease lease;

    @Column(updatable = false)
    private Instant createdAt;

    private UUID movedTo;
    private String reason;
    private Instant endedAt;

    protected Hold() {} // for Hibernate

    Hold(UUID taskId, UUID memberId, Source source, UUID assignedBy, long fence, Lease lease, Instant now) {
        this.id = Ids.next();
        this.taskId = taskId;
        this.memberId = memberId;
        this.source = source;
        this.assignedBy = assignedBy;
        this.status = source == Source.CLAIM ? AssignmentStatus.HELD : AssignmentStatus.OFFERED;
        this.heldAt = source == Source.CLAIM ? now : null;
        this.fence = fence;
        this.lease = lease;
        this.createdAt = now;
    }

    void decline(String why, Instant now) {
        end(AssignmentStatus.DECLINED, why, now);
    }

    /**
     * Prolongs the lease by its usual length.
     *
     * @param byRight the holder does it: once; after that an organiser has to
     */
    void extend(long heldFence, boolean byRight, Task task, Lease.Terms terms, Instant now) {
        requireFence(heldFence);
        requireLive(now);
        requireHeld("nothing runs out");
        if (byRight && lease.extensions() > 0) {
            throw Refusal.conflict(
                    "extension-used",
                    "This hold has been extended already. Ask an organiser for more time, or give it back in time.");
        }
        lease = lease.extendedBy(task.leaseLength(), now, terms);
    }

    /** The person has been told that the lease ends soon. */
    void warned() {
        lease = lease.warned();
    }

    /** Another hold has the place from now on. */
    void moveTo(UUID next, String why, Instant now) {
        end(AssignmentStatus.MOVED, why, now);
        movedTo = next;
    }

    /** Refuses when the place cannot go to another hold any more. */
    void requireMovable(Instant now) {
        requireLive(now);
        if (!status.mayBecome(AssignmentStatus.MOVED)) throw refusedToBecome(AssignmentStatus.MOVED);
    }

    /** Whether the place of another hold became this one's in this way. */
    boolean continues(Hold other, Source by) {
        return source == by && id.equals(other.movedTo);
    }

    /** The lease and its grace have run out and nobody is coming. */
    void expire(Instant now) {
        if (!lease.isOver(now)) throw new IllegalStateException("The lease of " + id + " still runs");
        end(AssignmentStatus.EXPIRED, now);
    }

    void cancel(Instant now) {
        end(AssignmentStatus.CANCELLED, now);
    }

    /** Somebody else took the hold back, and says why. */
    void cancel(String why, Instant now) {
        end(AssignmentStatus.CANCELLED, why, now);
    }

    boolean isToBeWarned(Instant now) {
        return status == AssignmentStatus.HELD && lease.warnAt() != null && !now.isBefore(lease.warnAt());
    }

    /** Whether this place came free for somebody who waited, and waits for their answer. */
    boolean isOfferToWaiter() {
        return status == AssignmentStatus.OFFERED && source == Source.WAITLIST;
    }

    /** Whether this hold would become {@code EXPIRED} now. */
    boolean hasRunOut(Instant now) {
        return status.mayBecome(AssignmentStatus.EXPIRED) && lease.isOver(now);
    }

    /** Why nothing can be done with this hold any more, if its lease ran out. */
    Optional<Refusal> whyLost(Instant now) {
        if (!hasRunOut(now)) return Optional.empty();
        return Optional.of(refused("lease-lost", "Its lease ran out on " + lease.until() + "."));
    }

    /** It is the person's from now on. */
    void hold(Lease of, Instant now) {
        become(AssignmentStatus.HELD);
        heldAt = now;
        lease = of;
    }

    void end(AssignmentStatus next, Instant now) {
        become(next);
        endedAt = now;
    }

    void end(AssignmentStatus next, String why, Instant now) {
        end(next, now);
        reason = why;
    }

    void become(AssignmentStatus next) {
        if (!status.mayBecome(next)) throw refusedToBecome(next);
        status = next;
    }

    /** For a status that can be reached from several others, each by an act of its own. */
    void become(AssignmentStatus next, AssignmentStatus from) {
        if (status != from) throw refusedToBecome(next);
        become(next);
    }

    /** Refuses what can only be done with a place that somebody is doing something about. */
    void requireHeld(String otherwise) {
        if (status != AssignmentStatus.HELD) throw refused("This hold is " + status + ", so " + otherwise + ".");
    }

    void requireFence(long heldFence) {
        if (heldFence != fence) {
            throw refused("lease-lost", "You sent fence " + heldFence + ", but this hold has fence " + fence + ".");
        }
    }

    void requireLive(Instant now) {
        whyLost(now).ifPresent(why -> {
            throw why;
        });
    }

    private Refusal refusedToBecome(AssignmentStatus next) {
        return refused("This hold is " + status + ", so it cannot become " + next + ".");
    }

    /** The status stands in the way. */
    private Refusal refused(String what) {
        var code = status.holdsPlace() ? "assignment-state" : "lease-lost";
        return refused(code, what);
    }

    /** The hold is not what the caller thinks it is; says what it is now, and since when. */
    private Refusal refused(String code, String what) {
        var when = endedAt == null ? "" : " That happened on " + endedAt + ".";
        return Refusal.conflict(code, what + when + " Read the assignment again.")
                .with("state", status.name())
                .with("at", (endedAt == null ? lease.until() : endedAt).toString());
    }

    UUID id() {
        return id;
    }

    /** Rises with each change. */
    long version() {
        return version;
    }

    UUID taskId() {
        return taskId;
    }

    UUID memberId() {
        return memberId;
    }

    AssignmentStatus status() {
        return status;
    }

    long fence() {
        return fence;
    }

    UUID assignedBy() {
        return assignedBy;
    }

    Source source() {
        return source;
    }

    Lease lease() {
        return lease;
    }

    /** When the person took it; null while it is only offered. */
    Instant heldAt() {
        return heldAt;
    }

    Instant createdAt() {
        return createdAt;
    }

    UUID movedTo() {
        return movedTo;
    }

    String reason() {
        return reason;
    }

    Instant endedAt() {
        return endedAt;
    }
}
