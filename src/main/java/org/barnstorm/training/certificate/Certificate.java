package org.barnstorm.training.certificate;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.barnstorm.platform.Ids;
import org.barnstorm.platform.security.Link;

/** A public link to the proof of a qualification, until its holder revokes it. */
@Entity
class Certificate {
    @Id
    private UUID id = Ids.next();

    @Column(updatable = false)
    private UUID qualificationId;

    @Column(updatable = false)
    private UUID memberId;

    @Column(updatable = false)
    private byte[] linkHash;

    @Column(updatable = false)
    private boolean showsName;

    @Column(updatable = false)
    private Instant issuedAt;

    private Instant revokedAt;

    @Embedded
    private StatusPlace place;

    protected Certificate() {} // for Hibernate

    Certificate(UUID qualificationId, UUID memberId, Link link, boolean showsName, Instant now) {
        this.qualificationId = qualificationId;
        this.memberId = memberId;
        this.linkHash = link.hash();
        this.showsName = showsName;
        this.issuedAt = now;
    }

    void revoke(Instant now) {
        revokedAt = now;
    }

    /** Its credential is signed for the first time. */
    void take(StatusPlace free) {
        place = free;
    }

    /** Where its credential's bit is; null while nobody has the credential. */
    StatusPlace place() {
        return place;
    }

    boolean isRevoked() {
        return revokedAt != null;
    }

    UUID id() {
        return id;
    }

    UUID qualificationId() {
        return qualificationId;
    }

    UUID memberId() {
        return memberId;
    }

    boolean showsName() {
        return showsName;
    }

    Instant issuedAt() {
        return issuedAt;
    }

    Instant revokedAt() {
        return revokedAt;
    }
}
