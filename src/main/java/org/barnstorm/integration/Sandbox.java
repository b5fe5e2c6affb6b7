package org.barnstorm.integration;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.platform.Ids;

/** A movement that was made up for one client to try things in, until a day. What is left of it afterwards is this. */
@Entity
class Sandbox {
    static final String PREFIX = "sandbox-";

    /** Of an id, the last of its random digits. */
    private static final int DIGITS_FROM = 24;

    @Id
    private UUID id = Ids.next();

    @Column(updatable = false)
    private String issuerKey;

    @Column(updatable = false)
    private String clientId;

    @Column(updatable = false)
    private String path = PREFIX + id.toString().substring(DIGITS_FROM);

    private UUID groupId;
    private UUID integrationId;

    @Column(updatable = false)
    private Instant createdAt;

    @Column(updatable = false)
    private Instant endsAt;

    private Instant wipedAt;

    protected Sandbox() {} // for Hibernate

    Sandbox(String issuerKey, String clientId, Instant now, Duration lifetime) {
        this.issuerKey = issuerKey;
        this.clientId = clientId;
        this.createdAt = now;
        this.endsAt = now.plus(lifetime);
    }

    /** Its movement was made; only what hangs on this is ever wiped. */
    void root(UUID group) {
        groupId = group;
    }

    void open(UUID integration) {
        integrationId = integration;
    }

    void wiped(Instant now) {
        wipedAt = now;
    }

    UUID id() {
        return id;
    }

    String clientId() {
        return clientId;
    }

    GroupPath path() {
        return new GroupPath(path);
    }

    /** Null while it is being made. */
    UUID integrationId() {
        return integrationId;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant endsAt() {
        return endsAt;
    }

    boolean isWiped() {
        return wipedAt != null;
    }
}
