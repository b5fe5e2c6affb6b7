package org.barnstorm.mandate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.barnstorm.platform.Ids;
import org.barnstorm.platform.problem.Refusal;

/** That one member stands up for another. It is kept for ever, withdrawn or not: the lineage of trust. */
@Entity
class Vouch {
    @Id
    private UUID id = Ids.next();

    @Column(updatable = false)
    private UUID groupId;

    @Column(updatable = false)
    private UUID movementId;

    @Column(updatable = false)
    private UUID voucherId;

    @Column(updatable = false)
    private UUID memberId;

    private UUID mandateId;

    @Column(updatable = false)
    private Instant createdAt;

    private Instant withdrawnAt;

    protected Vouch() {} // for Hibernate

    Vouch(UUID groupId, UUID movementId, UUID voucherId, UUID memberId, Instant now) {
        if (voucherId.equals(memberId)) {
            throw Refusal.forbidden(
                    "self-vouch", "Nobody vouches for themselves. Ask somebody who has worked with you.");
        }
        this.groupId = groupId;
        this.movementId = movementId;
        this.voucherId = voucherId;
        this.memberId = memberId;
        this.createdAt = now;
    }

    /** With the others it was enough: this is what it earned. */
    void earned(UUID mandate) {
        mandateId = mandate;
    }

    void withdraw(Instant now) {
        if (withdrawnAt != null) throw Refusal.conflict("vouch-withdrawn", "You have withdrawn this already.");
        withdrawnAt = now;
    }

    UUID id() {
        return id;
    }

    UUID groupId() {
        return groupId;
    }

    UUID voucherId() {
        return voucherId;
    }

    UUID memberId() {
        return memberId;
    }

    UUID mandateId() {
        return mandateId;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant withdrawnAt() {
        return withdrawnAt;
    }
}
