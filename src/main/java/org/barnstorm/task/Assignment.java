package org.barnstorm.task;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.barnstorm.platform.Ids;
import org.barnstorm.platform.problem.Refusal;

/** One person's hold of one place: a lease with a clock and a fence. Rows are made by {@link PlaceRepository} alone. */
@Entity
class Assignment {
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

    private int revision;

    @Embedded
    private Outcome outcome;

    private Instant completedAt;
    private UUID verifiedBy;
    private Instant verifiedAt;
    private int[] stepsDone = {};
    private boolean late;
    private UUID movedTo;

    @Embedded
    private Handover handover;

    @Embedded
    private Office office;

    private String reason;
    private Instant endedAt;

    protected Assignment() {} // for Hibernate

    /** A new hold, as the database makes one; for tests of the rules. */
    Assignment(Task task, UUID memberId, Source source, UUID assignedBy, long fence, Lease lease, Instant now) {
        this.id = Ids.next();
        this.taskId = task.id();
        this.memberId = memberId;
        this.source = source;
        this.assignedBy = assignedBy;
        this.status = source == Source.CLAIM ? AssignmentStatus.HELD : AssignmentStatus.OFFERED;
        this.heldAt = source == Source.CLAIM ? now : null;
        this.fence = fence;
        this.lease = lease;
        this.revision = task.revision();
        this.createdAt = now;
    }

    /** The person takes the offered place; its lease starts now, with the instructions as they are now. */
    void accept(Task task, Lease.Terms terms, Instant now) {
        requireLive(now);
        become(AssignmentStatus.HELD);
        heldAt = now;
        lease = Lease.held(now, task.leaseFrom(now), terms);
        revision = task.revision();
    }

    void decline(String why, Instant now) {
        end(AssignmentStatus.DECLINED, now);
        reason = why;
    }

    /** Gives the place back: too late before the start, unless what was agreed has changed, it counts like a lapse. */
    void release(long heldFence, Task task, Lease.Terms terms, Instant now) {
        requireFence(heldFence);
        end(AssignmentStatus.RELEASED, now);
        late = revision == task.revision()
                && task.startsAt() != null
                && now.isAfter(task.startsAt().minus(terms.lateRelease()));
    }

    /**
     * Prolongs the lease by its usual length.
     *
     * @param byRight the holder does it: once; after that an organiser has to
     */
    void extend(long heldFence, boolean byRight, Task task, Lease.Terms terms, Instant now) {
        requireFence(heldFence);
        requireLive(now);
        if (status != AssignmentStatus.HELD)
            throw refused(
                    status.holdsPlace() ? "assignment-state" : "lease-lost",
                    "This hold is " + status + ", so nothing runs out.");
        if (byRight && lease.extensions() > 0) {
            throw Refusal.conflict(
                    "extension-used",
                    "You have extended this hold already. Ask an organiser for more time, or give it back in time.");
        }
        lease = lease.extendedBy(task.leaseLength(), now, terms);
    }

    /** The holder has read what changed in the task, and goes on. */
    void acknowledge(long heldFence, Task task, Instant now) {
        requireFence(heldFence);
        requireLive(now);
        if (status != AssignmentStatus.HELD)
            throw refused("assignment-state", "This hold is " + status + ", so there is nothing to acknowledge.");
        revision = task.revision();
    }

    /** Whether what the person agreed to has changed while it matters to them. */
    boolean isOutdated(Task task) {
        return revision < task.revision() && status.mayBecome(AssignmentStatus.EXPIRED);
    }

    /** The person has been told that the lease ends soon. */
    void warned() {
        lease = lease.warned();
    }

    /** Says how it went. Only the newest hold can: somebody whose lease ran out cannot complete what another now holds. */
    void complete(long heldFence, Outcome result, Instant now) {
        requireFence(heldFence);
        requireLive(now);
        become(AssignmentStatus.DONE, AssignmentStatus.HELD);
        outcome = result;
        completedAt = now;
    }

    /**
     * Saves which steps are done.
     *
     * @return whether that is news
     */
    boolean tick(long heldFence, int[] steps, Instant now) {
        requireFence(heldFence);
        requireLive(now);
        if (status != AssignmentStatus.HELD) {
            var code = status.holdsPlace() ? "assignment-state" : "lease-lost";
            throw refused(code, "This hold is " + status + ", so its steps stay as they are.");
        }
        if (Arrays.equals(stepsDone, steps)) return false;
        stepsDone = steps.clone();
        return true;
    }

    void verify(UUID by, Instant now) {
        requireSomebodyElse(by);
        become(AssignmentStatus.VERIFIED);
        verifiedBy = by;
        verifiedAt = now;
    }

    void reject(UUID by, String why, Instant now) {
        requireSomebodyElse(by);
        end(AssignmentStatus.REJECTED, now);
        verifiedBy = by;
        verifiedAt = now;
        reason = why;
    }

    /** Nobody has to look at this result. */
    void pass() {
        become(AssignmentStatus.VERIFIED);
    }

    /** The person tried, and somebody should try again: the result is kept, the place is free. */
    void attempt(long heldFence, Outcome result, Instant now) {
        requireFence(heldFence);
        requireLive(now);
        end(AssignmentStatus.ATTEMPTED, now);
        outcome = result;
        completedAt = now;
    }

    /** The person was not there when the work began. */
    void noShow(UUID by, Task task, Instant now) {
        requireSomebodyElse(by);
        if (task.startsAt() == null) {
            throw Refusal.conflict(
                    "not-scheduled",
                    "This work has no time at which one has to be there. If nobody does it, its lease runs out.");
        }
        if (now.isBefore(task.startsAt())) {
            throw Refusal.conflict(
                            "not-started", "It starts on " + task.startsAt() + ". Report afterwards who is missing.")
                    .with("startsAt", task.startsAt().toString());
        }
        end(AssignmentStatus.NO_SHOW, now);
    }

    /** What the person did does not count any more, and its place is free. */
    void undo(String why, Instant now) {
        end(AssignmentStatus.UNDONE, now);
        reason = why;
    }

    /** Whoever verified this is not believed any more: it waits to be verified again. */
    void unverify() {
        become(AssignmentStatus.DONE, AssignmentStatus.VERIFIED);
        verifiedBy = null;
        verifiedAt = null;
    }

    /** Another hold has the place from now on. */
    void moveTo(UUID next, String why, Instant now) {
        end(AssignmentStatus.MOVED, now);
        movedTo = next;
        reason = why;
    }

    /** Refuses when the place cannot go to another hold any more. */
    void requireMovable(Instant now) {
        requireLive(now);
        if (!status.mayBecome(AssignmentStatus.MOVED)) throw refusedToBecome(AssignmentStatus.MOVED);
    }

    /** Lets somebody take the place over; until they do it stays the holder's. Naming another person replaces the first. */
    void handOver(long heldFence, Handover to, Instant now) {
        requireFence(heldFence);
        requireHeld();
        requireLive(now);
        handover = to;
    }

    /** Takes that back; says whether there was anything to take back. */
    boolean withdrawHandover(long heldFence) {
        requireFence(heldFence);
        requireHeld();
        if (handover == null || handover.hasEnded()) return false;
        handover = handover.closed();
        return true;
    }

    /** Who was named does not want it. */
    void declineHandover(UUID person, Instant now) {
        requireHandoverTo(person, now);
        handover = handover.closed();
    }

    /** Refuses somebody who was named, but came too late. */
    void requireHandoverTo(UUID person, Instant now) {
        if (isHandedTo(person, now)) return;
        throw Refusal.conflict(
                "handover-gone",
                "This place cannot be taken over any more: its holder took it back, gave it up or finished, or the time"
                        + " was over. Ask them, or look for a free place.");
    }

    /** Whether this person may take the place over now. */
    boolean isHandedTo(UUID person, Instant now) {
        return status == AssignmentStatus.HELD
                && handover != null
                && handover.isOpenFor(person, now)
                && !hasRunOut(now);
    }

    private void requireHeld() {
        if (status != AssignmentStatus.HELD) throw refusedToBecome(AssignmentStatus.MOVED);
    }

    /** Whether the place of another hold became this one's in this way. */
    boolean continues(Assignment other, Source by) {
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
        cancel(now);
        reason = why;
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

    private void end(AssignmentStatus next, Instant now) {
        become(next);
        endedAt = now;
    }

    private void become(AssignmentStatus next) {
        if (!status.mayBecome(next)) throw refusedToBecome(next);
        status = next;
    }

    /** For a status that can be reached from several others, each by an act of its own. */
    private void become(AssignmentStatus next, AssignmentStatus from) {
        if (status != from) throw refusedToBecome(next);
        become(next);
    }

    private Refusal refusedToBecome(AssignmentStatus next) {
        var code = status.holdsPlace() ? "assignment-state" : "lease-lost";
        return refused(code, "This hold is " + status + ", so it cannot become " + next + ".");
    }

    private void requireFence(long heldFence) {
        if (heldFence != fence) {
            throw refused("lease-lost", "You sent fence " + heldFence + ", but this hold has fence " + fence + ".");
        }
    }

    private void requireLive(Instant now) {
        whyLost(now).ifPresent(why -> {
            throw why;
        });
    }

    /** Why nothing can be done with this hold any more, if its lease ran out. */
    Optional<Refusal> whyLost(Instant now) {
        if (!hasRunOut(now)) return Optional.empty();
        return Optional.of(refused("lease-lost", "Its lease ran out on " + lease.until() + "."));
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
                .with("state", status.name())
                .with("at", (endedAt == null ? lease.until() : endedAt).toString());
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

    int revision() {
        return revision;
    }

    Outcome outcome() {
        return outcome;
    }

    Instant completedAt() {
        return completedAt;
    }

    UUID verifiedBy() {
        return verifiedBy;
    }

    Instant verifiedAt() {
        return verifiedAt;
    }

    /** Numbers of the steps that are done, of so many; the task may have had more when they were ticked. */
    List<Integer> stepsDone(int of) {
        return Arrays.stream(stepsDone).filter(number -> number < of).boxed().toList();
    }

    UUID movedTo() {
        return movedTo;
    }

    Handover handover() {
        return handover;
    }

    /** To whom the place was given; null for a place that is a person's own. */
    Office office() {
        return office;
    }

    String reason() {
        return reason;
    }

    Instant endedAt() {
        return endedAt;
    }
}
