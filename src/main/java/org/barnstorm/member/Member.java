package org.barnstorm.member;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** Somebody with an account. What they do points here; who they are is in {@link Person}. */
@Entity
class Member {
    @Id
    private UUID id;

    private Instant createdAt;

    protected Member() {} // for Hibernate

    Member(UUID id, Instant now) {
        this.id = id;
        this.createdAt = now;
    }

    UUID id() {
        return id;
    }

    Instant createdAt() {
        return createdAt;
    }
}
