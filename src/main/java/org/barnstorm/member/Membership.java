package org.barnstorm.member;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.barnstorm.platform.Ids;
import org.barnstorm.platform.problem.Refusal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a member stands to a group. Once ended it stays as history; coming back is a new one. */
@Entity
class Membership {
    /** {@code REQUESTED} or {@code INVITED}, then {@code ACTIVE}, perhaps {@code SUSPENDED} for a time, then {@code ENDED}. */
    @Schema(
            name = "MembershipStatus",
            description = "REQUESTED and INVITED wait for an answer; ACTIVE; SUSPENDED for a time; ENDED is history.")
    enum Status {
        /** Asked to join; waits for somebody who may approve. */
        REQUESTED,
        /** Was asked; waits for the person. */
        INVITED,
        ACTIVE,
        /** Kept from acting for a time; becomes ACTIVE again when that is over. */
        SUSPENDED,
        ENDED
    }

    /** Why a membership ended. */
    @Schema(
            name = "MembershipEnd",
            description =
                    "LEFT by the member, DECLINED, WITHDRAWN by who asked, REMOVED by who looks after the group, MOVED to"
                            + " another group, CLOSED with a group that became part of another, MERGED with another"
                            + " membership of the same person.")
    enum End {
        /** The member went. */
        LEFT,
        /** A request or an invitation was turned down. */
        DECLINED,
        /** The person took their own request back. */
        WITHDRAWN,
        /** Ended by somebody who looks after the group. */
        REMOVED,
        /** Went on in another group, with notice. */
        MOVED,
        /** The group is part of another, and the person did not go there. */
        CLOSED,
        /** The person had two accounts, and belongs to the group with the other. */
        MERGED
    }

    @Id
    private UUID id = Ids.next();

    @Version
    private long version;

    private UUID memberId;
    private UUID groupId;

    @Enumerated(EnumType.STRING)
    private Status status;

    private Instant since;
    private Instant endedAt;

    @Enumerated(EnumType.STRING)
    private End endReason;

    private UUID suspensionId;

    protected Membership() {} // for Hibernate

    private Membership(UUID memberId, UUID groupId, Status status, Instant now) {
        this.memberId = memberId;
        this.groupId = groupId;
        this.status = status;
        this.since = now;
    }

    static Membership active(UUID memberId, UUID groupId, Instant now) {
        return new Membership(memberId, groupId, Status.ACTIVE, now);
    }

    static Membership requested(UUID memberId, UUID groupId, Instant now) {
        return new Membership(memberId, groupId, Status.REQUESTED, now);
    }

    static Membership invited(UUID memberId, UUID groupId, Instant now) {
        return new Membership(memberId, groupId, Status.INVITED, now);
    }

    /** Somebody who may says yes to a request. */
    void approve(Instant now) {
        become(Status.ACTIVE, Status.REQUESTED, now);
    }

    /** The person says yes to an invitation. */
    void accept(Instant now) {
        become(Status.ACTIVE, Status.INVITED, now);
    }

    /** Somebody who may says no to a request. */
    void decline(Instant now) {
        if (status != Status.REQUESTED) throw wrongState("declined");
        end(End.DECLINED, now);
    }

    /** Somebody who may ends an active membership or takes an invitation back. */
    void remove(Instant now) {
        if (status != Status.ACTIVE && status != Status.INVITED && status != Status.SUSPENDED) {
            throw wrongState("ended");
        }
        end(End.REMOVED, now);
    }

    /** The person themselves goes, takes a request back, or turns an invitation down. */
    void leave(Instant now) {
        switch (status) {
            case ACTIVE, SUSPENDED -> end(End.LEFT, now);
            case REQUESTED -> end(End.WITHDRAWN, now);
            case INVITED -> end(End.DECLINED, now);
            case ENDED -> throw wrongState("left");
        }
    }

    /** Is kept, by this suspension or now by this one. */
    void suspend(UUID suspension) {
        if (status != Status.ACTIVE && status != Status.SUSPENDED) throw wrongState("suspended");
        status = Status.SUSPENDED;
        suspensionId = suspension;
    }

    /** As it was before. */
    void resume() {
        if (status != Status.SUSPENDED) throw wrongState("resumed");
        status = Status.ACTIVE;
        suspensionId = null;
    }

    /** Goes on in another group. */
    void move(Instant now) {
        if (status != Status.ACTIVE && status != Status.SUSPENDED) throw wrongState("moved");
        end(End.MOVED, now);
    }

    /** The group is no more. */
    void close(Instant now) {
        if (status == Status.ENDED) throw wrongState("closed");
        end(End.CLOSED, now);
    }

    /** Turned out to be one of two of the same person. */
    void merge(Instant now) {
        if (status == Status.ENDED) throw wrongState("merged");
        end(End.MERGED, now);
    }

    /** Whether this one may end when both are the same person's: who belongs goes on belonging. */
    boolean isNoBetterThan(Membership other) {
        return status != Status.ACTIVE || other.status == Status.ACTIVE;
    }

    /** Was asked or has asked, and comes from another group now. */
    void settle(Instant now) {
        if (status != Status.REQUESTED && status != Status.INVITED) throw wrongState("made active");
        status = Status.ACTIVE;
        since = now;
    }

    private void become(Status next, Status from, Instant now) {
        if (status != from) throw wrongState("made active");
        status = next;
        since = now;
    }

    private void end(End reason, Instant now) {
        status = Status.ENDED;
        suspensionId = null;
        endedAt = now;
        endReason = reason;
    }

    private Refusal wrongState(String act) {
        return Refusal.conflict("membership-state", "A membership that is " + status + " cannot be " + act + ".")
                .with("state", status.name());
    }

    UUID id() {
        return id;
    }

    UUID memberId() {
        return memberId;
    }

    UUID groupId() {
        return groupId;
    }

    Status status() {
        return status;
    }

    Instant since() {
        return since;
    }

    End endReason() {
        return endReason;
    }
}
