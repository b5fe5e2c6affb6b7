package org.barnstorm.task;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.barnstorm.platform.problem.Refusal;

/** One person's hold of one place: a lease with a clock and a fence. Rows are made by {@link PlaceRepository} alone. */
@Entity
class Assignment extends Hold {
    private int revision;

    @Embedded
    private Outcome outcome;

    private Instant completedAt;
    private UUID verifiedBy;
    private Instant verifiedAt;
    private int[] stepsDone = {};
    private boolean late;

    @Embedded
    private Handover handover;

    @Embedded
    private Office office;

    protected Assignment() {} // for Hibernate

    /** A new hold, as the database makes one; for tests of the rules. */
    Assignment(Task task, UUID memberId, Source source, UUID assignedBy, long fence, Lease lease, Instant now) {
        super(task.id(), memberId, source, assignedBy, fence, lease, now);
        this.revision = task.revision();
    }

    /** The person takes the offered place; its lease starts now, with the instructions as they are now. */
    void accept(Task task, Lease.Terms terms, Instant now) {
        requireLive(now);
        task.requireGoingOn(now);
        hold(Lease.held(now, task.leaseFrom(now), terms), now);
        revision = task.revision();
    }

    /** Gives the place back: too late before the start, unless what was agreed has changed, it counts like a lapse. */
    void release(long heldFence, Task task, Lease.Terms terms, Instant now) {
        requireFence(heldFence);
        end(AssignmentStatus.RELEASED, now);
        late = revision == task.revision()
                && task.startsAt() != null
                && now.isAfter(task.startsAt().minus(terms.lateRelease()));
    }

    /** The holder has read what changed in the task, and goes on; says whether there was anything new. */
    boolean acknowledge(long heldFence, Task task, Instant now) {
        requireFence(heldFence);
        requireLive(now);
        requireHeld("there is nothing to acknowledge");
        var news = revision < task.revision();
        revision = task.revision();
        return news;
    }

    /** Whether what the person agreed to has changed while it matters to them. */
    boolean isOutdated(Task task) {
        return revision < task.revision() && status().mayBecome(AssignmentStatus.EXPIRED);
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
        requireHeld("its steps stay as they are");
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
        end(AssignmentStatus.REJECTED, why, now);
        verifiedBy = by;
        verifiedAt = now;
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
        end(AssignmentStatus.UNDONE, why, now);
    }

    /** Whoever verified this is not believed any more: it waits to be verified again. */
    void unverify() {
        become(AssignmentStatus.DONE, AssignmentStatus.VERIFIED);
        verifiedBy = null;
        verifiedAt = null;
    }

    /** Lets somebody take the place over; until they do it stays the holder's. Naming another person replaces the first. */
    void handOver(long heldFence, Handover to, Instant now) {
        requireFence(heldFence);
        requireLive(now);
        requireHeld("it cannot be handed over");
        handover = to;
    }

    /** Takes that back; says whether there was anything to take back. */
    boolean withdrawHandover(long heldFence) {
        requireFence(heldFence);
        requireHeld("it cannot be handed over");
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
        return status() == AssignmentStatus.HELD
                && handover != null
                && handover.isOpenFor(person, now)
                && !hasRunOut(now);
    }

    private void requireSomebodyElse(UUID by) {
        if (by.equals(memberId())) {
            throw Refusal.forbidden(
                    "self-verification", "Somebody else verifies what you did. Ask a lead or verifier.");
        }
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

    Handover handover() {
        return handover;
    }

    /** To whom the place was given; null for a place that is a person's own. */
    Office office() {
        return office;
    }
}
