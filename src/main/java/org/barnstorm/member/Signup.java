package org.barnstorm.member;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.barnstorm.platform.Ids;

/**
 * An invitation to whoever reads an e-mail address, left by a program for a form that somebody filled in elsewhere. Of the
 * address only a hash is kept, and nothing else of the person: who is not here yet has agreed to nothing here.
 */
@Entity
class Signup {
    /** So long after it was last sent it still waits for the person. */
    static final Duration KEPT = Duration.ofDays(180);

    @Id
    private UUID id = Ids.next();

    @Version
    private long version;

    @Column(updatable = false)
    private UUID groupId;

    private byte[] emailHash;
    private UUID memberId;

    @Column(updatable = false)
    private UUID createdBy;

    private UUID mandateId;

    @Column(updatable = false)
    private Instant createdAt;

    private Instant modifiedAt;

    protected Signup() {} // for Hibernate

    Signup(UUID groupId, EmailAddress email, UUID createdBy, UUID mandateId, Instant now) {
        this.groupId = groupId;
        this.emailHash = email.hash();
        this.createdBy = createdBy;
        this.mandateId = mandateId;
        this.createdAt = now;
        this.modifiedAt = now;
    }

    /** Sent once more, under this mandate. */
    void renew(UUID mandate, Instant now) {
        mandateId = mandate;
        modifiedAt = now;
    }

    /** The person was found, or came. */
    void match(UUID member) {
        memberId = member;
    }

    UUID id() {
        return id;
    }

    UUID groupId() {
        return groupId;
    }

    /** Null until the person is known. */
    UUID memberId() {
        return memberId;
    }

    UUID createdBy() {
        return createdBy;
    }

    UUID mandateId() {
        return mandateId;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant modifiedAt() {
        return modifiedAt;
    }
}
