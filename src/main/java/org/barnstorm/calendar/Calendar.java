package org.barnstorm.calendar;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.barnstorm.platform.Ids;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.platform.security.Link;

/** A calendar behind a link, until its owner revokes it. What is in it is asked each time it is read. */
@Entity
class Calendar {
    @Id
    private UUID id = Ids.next();

    @Version
    private long version;

    @Column(updatable = false)
    private UUID memberId;

    /** Null for the owner's own commitments. */
    @Column(updatable = false)
    private UUID groupId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Detail detail;

    private byte[] linkHash;

    @Column(updatable = false)
    private Instant madeAt;

    private Instant linkedAt;
    private Instant revokedAt;

    protected Calendar() {} // for Hibernate

    Calendar(UUID memberId, UUID groupId, Detail detail, Link link, Instant now) {
        this.memberId = memberId;
        this.groupId = groupId;
        this.detail = detail;
        this.madeAt = now;
        lead(link, now);
    }

    /** Another link leads here from now on, and the one of before nowhere. */
    void rotate(Link link, Instant now) {
        if (isRevoked()) {
            throw Refusal.conflict("calendar-revoked", "This calendar was revoked on " + revokedAt + ". Make another.");
        }
        lead(link, now);
    }

    private void lead(Link link, Instant now) {
        linkHash = link.hash();
        linkedAt = now;
    }

    /** The link leads nowhere from now on. */
    void revoke(Instant now) {
        revokedAt = now;
    }

    boolean isRevoked() {
        return revokedAt != null;
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

    Detail detail() {
        return detail;
    }

    Instant madeAt() {
        return madeAt;
    }

    Instant linkedAt() {
        return linkedAt;
    }

    Instant revokedAt() {
        return revokedAt;
    }
}
