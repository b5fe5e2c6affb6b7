package org.barnstorm.mandate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.barnstorm.platform.Ids;
import org.barnstorm.platform.problem.Busy;
import org.barnstorm.platform.problem.Refusal;

/** That a mandate was ended, with what was delegated from it. Undone within a window, all of it is as it was (I-31). */
@Entity
@Table(name = "mandate_ending")
class Ending {
    /** How a mandate came to its end. */
    enum Kind {
        /** By somebody who may, or by its holder. */
        REVOKED,
        /** Its holder was replaced. */
        HANDED_OVER,
        /** Too few people vouch any longer. */
        UNVOUCHED,
        /** The qualification that earned it was withdrawn. */
        WITHDRAWN,
        /** The integration that it is of was ended. */
        UNBOUND
    }

    @Id
    private UUID id = Ids.next();

    @Column(updatable = false)
    private UUID mandateId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Kind kind;

    @Column(updatable = false)
    private UUID endedBy;

    @Column(updatable = false)
    private UUID underMandate;

    @Column(updatable = false)
    private UUID successorId;

    @Column(updatable = false)
    private Instant endedAt;

    @Column(updatable = false)
    private String reason;

    @Column(updatable = false)
    private UUID nextMandateId;

    private Instant finishedAt;
    private Instant undoneAt;
    private UUID undoneBy;

    /**
     * Who decides it, and why.
     *
     * @param under the mandate that allows it; null for one's own
     */
    record Decision(UUID by, UUID under, String reason) {}

    protected Ending() {} // for Hibernate

    private Ending(UUID mandateId, Kind kind, Decision decision, Instant now) {
        this.mandateId = mandateId;
        this.kind = kind;
        this.endedBy = decision.by();
        this.underMandate = decision.under();
        this.reason = decision.reason();
        this.endedAt = now;
    }

    static Ending revoked(UUID mandateId, Decision decision, Instant now) {
        return new Ending(mandateId, Kind.REVOKED, decision, now);
    }

    static Ending handedOver(UUID mandateId, Mandate next, Decision decision, Instant now) {
        var ending = new Ending(mandateId, Kind.HANDED_OVER, decision, now);
        ending.successorId = next.memberId();
        ending.nextMandateId = next.id();
        return ending;
    }

    static Ending unvouched(UUID mandateId, Decision decision, Instant now) {
        return new Ending(mandateId, Kind.UNVOUCHED, decision, now);
    }

    static Ending unbound(UUID mandateId, Decision decision, Instant now) {
        return new Ending(mandateId, Kind.UNBOUND, decision, now);
    }

    static Ending withdrawn(UUID mandateId, Decision decision, Instant now) {
        return new Ending(mandateId, Kind.WITHDRAWN, decision, now);
    }

    /** @param now null while something of it is still open */
    void finished(Instant now) {
        finishedAt = now;
    }

    void undo(UUID by, Duration window, Instant now) {
        if (undoneAt != null || kind != Kind.REVOKED) {
            throw Refusal.conflict(
                    "not-restorable",
                    "Only a revocation is taken back. A successor hands an office back; vouches are given, and courses done, again.");
        }
        if (finishedAt == null) {
            throw Busy.because("What ended with this mandate is still being ended. Repeat in a moment.");
        }
        if (!now.isBefore(endedAt.plus(window))) {
            throw Refusal.conflict(
                    "undo-too-late",
                    "It could be taken back until " + endedAt.plus(window) + ". Grant a new mandate instead.");
        }
        undoneAt = now;
        undoneBy = by;
    }

    UUID id() {
        return id;
    }

    UUID mandateId() {
        return mandateId;
    }

    Kind kind() {
        return kind;
    }

    UUID endedBy() {
        return endedBy;
    }

    UUID underMandate() {
        return underMandate;
    }

    UUID successorId() {
        return successorId;
    }

    UUID nextMandateId() {
        return nextMandateId;
    }

    String reason() {
        return reason;
    }

    boolean isFinished() {
        return finishedAt != null;
    }

    boolean isUndone() {
        return undoneAt != null;
    }

    Instant endedAt() {
        return endedAt;
    }
}
