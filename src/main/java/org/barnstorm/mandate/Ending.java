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
        WITHDRAWN
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

    private Instant undoneAt;
    private UUID undoneBy;

    protected Ending() {} // for Hibernate

    private Ending(UUID mandateId, Kind kind, UUID by, UUID under, UUID successor, Instant now) {
        this.mandateId = mandateId;
        this.kind = kind;
        this.endedBy = by;
        this.underMandate = under;
        this.successorId = successor;
        this.endedAt = now;
    }

    /** @param under null for one's own */
    static Ending revoked(UUID mandateId, UUID by, UUID under, Instant now) {
        return new Ending(mandateId, Kind.REVOKED, by, under, null, now);
    }

    static Ending handedOver(UUID mandateId, UUID by, UUID under, UUID successor, Instant now) {
        return new Ending(mandateId, Kind.HANDED_OVER, by, under, successor, now);
    }

    static Ending unvouched(UUID mandateId, UUID by, Instant now) {
        return new Ending(mandateId, Kind.UNVOUCHED, by, null, null, now);
    }

    static Ending withdrawn(UUID mandateId, UUID by, UUID under, Instant now) {
        return new Ending(mandateId, Kind.WITHDRAWN, by, under, null, now);
    }

    void undo(UUID by, Duration window, Instant now) {
        if (undoneAt != null || kind != Kind.REVOKED) {
            throw Refusal.conflict(
                    "not-restorable",
                    "Only a revocation is taken back. A successor hands an office back; vouches are given, and courses done, again.");
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

    Instant endedAt() {
        return endedAt;
    }
}
