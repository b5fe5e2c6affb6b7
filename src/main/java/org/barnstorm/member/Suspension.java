package org.barnstorm.member;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.barnstorm.platform.Ids;
import org.barnstorm.platform.problem.Refusal;

/** Keeps somebody from acting in a part of the tree until a moment; lifting it gives back what it took (I-31). */
@Entity
class Suspension {
    @Id
    private UUID id = Ids.next();

    @Column(updatable = false)
    private UUID memberId;

    @Column(updatable = false)
    private UUID groupId;

    @Column(updatable = false)
    private String reason;

    @Column(updatable = false)
    private UUID suspendedBy;

    @Column(updatable = false)
    private UUID underMandate;

    @Column(updatable = false)
    private Instant suspendedAt;

    @Column(updatable = false)
    private Instant until;

    private Instant liftedAt;
    private UUID liftedBy;

    protected Suspension() {} // for Hibernate

    Suspension(UUID memberId, UUID groupId, String reason, Instant until, Suspensions.Act act, Instant now) {
        var by = act.by();
        if (memberId.equals(by)) throw self("suspends");
        if (!until.isAfter(now)) {
            throw Refusal.invalid("term-backwards", "A suspension ends after it begins, and not in the past.");
        }
        this.memberId = memberId;
        this.groupId = groupId;
        this.reason = reason;
        this.until = until;
        this.suspendedBy = by;
        this.underMandate = act.under();
        this.suspendedAt = now;
    }

    /** @param by null when its time is over */
    void lift(UUID by, Instant now) {
        if (liftedAt != null) throw Refusal.conflict("suspension-over", "This suspension is over already.");
        if (memberId.equals(by)) throw self("lifts the suspension of");
        liftedAt = now;
        liftedBy = by;
    }

    private static Refusal self(String does) {
        return Refusal.forbidden("self-suspension", "Nobody " + does + " themselves. Ask another lead.");
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

    String reason() {
        return reason;
    }

    UUID suspendedBy() {
        return suspendedBy;
    }

    UUID underMandate() {
        return underMandate;
    }

    Instant suspendedAt() {
        return suspendedAt;
    }

    Instant until() {
        return until;
    }

    Instant liftedAt() {
        return liftedAt;
    }

    UUID liftedBy() {
        return liftedBy;
    }
}
