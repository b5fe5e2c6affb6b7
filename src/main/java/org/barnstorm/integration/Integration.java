package org.barnstorm.integration;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.barnstorm.platform.Ids;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.platform.security.Scope;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A program that somebody let in: one client of the issuer, bound to a group and everything below it with named scopes, until
 * a day. It is nobody's: who made it may go.
 */
@Entity
class Integration {
    /** Somebody looks at each again at least so often. */
    static final Duration LONGEST = Duration.ofDays(400);

    /** A hundred in a second: more of one program would be felt by everybody else. */
    static final int MOST_PER_MINUTE = 6000;

    /** What an integration is good for now. */
    @Schema(
            name = "IntegrationStatus",
            description = "LIVE; EXPIRED when its day has come; ENDED when somebody ended it.")
    enum Status {
        LIVE,
        EXPIRED,
        ENDED
    }

    @Id
    private UUID id = Ids.next();

    @Column(updatable = false)
    private String issuerKey;

    @Column(updatable = false)
    private String clientId;

    @Column(updatable = false)
    private UUID memberId;

    @Column(updatable = false)
    private UUID groupId;

    @Column(updatable = false)
    private UUID mandateId;

    @Column(updatable = false)
    private String name;

    @Column(updatable = false)
    private String[] scopes;

    @Column(updatable = false)
    private Integer requestsPerMinute;

    @Column(updatable = false)
    private UUID createdBy;

    @Column(updatable = false)
    private Instant createdAt;

    @Column(updatable = false)
    private Instant validUntil;

    @Column(updatable = false)
    private Instant lastUsedAt;

    private Instant endedAt;
    private UUID endedBy;

    /**
     * How the program acts here.
     *
     * @param memberId under which id
     * @param mandateId by which mandate; null when it needs none
     */
    record Actor(UUID memberId, UUID mandateId) {}

    protected Integration() {} // for Hibernate

    Integration(String issuerKey, NewIntegration wanted, UUID groupId, Actor actor, UUID createdBy, Instant now) {
        requireSensible(wanted.until(), now);
        this.issuerKey = issuerKey;
        this.clientId = wanted.clientId();
        this.memberId = actor.memberId();
        this.mandateId = actor.mandateId();
        this.groupId = groupId;
        this.name = wanted.name();
        this.scopes = wanted.scopes().stream().map(Scope::value).sorted().toArray(String[]::new);
        this.requestsPerMinute = wanted.requestsPerMinute();
        this.createdBy = createdBy;
        this.createdAt = now;
        this.validUntil = wanted.until();
    }

    static void requireSensible(Instant until, Instant now) {
        if (!until.isAfter(now)) {
            throw Refusal.invalid("term-backwards", "An integration ends after it begins, and not in the past.");
        }
        if (until.isAfter(now.plus(LONGEST))) {
            throw Refusal.invalid(
                            "term-too-long",
                            "An integration is good for " + LONGEST.toDays()
                                    + " days at most. Make another one after it.")
                    .with("latest", now.plus(LONGEST).toString());
        }
    }

    void end(UUID by, Instant now) {
        endedAt = now;
        endedBy = by;
    }

    /** Its day has come, and another one of the same client takes its place. */
    void makeRoom() {
        endedAt = validUntil;
    }

    Status status(Instant now) {
        if (endedBy != null) return Status.ENDED;
        return endedAt != null || !validUntil.isAfter(now) ? Status.EXPIRED : Status.LIVE;
    }

    /** The same, or a refusal that says since when not. */
    void requireLive(Instant now) {
        var status = status(now);
        if (status == Status.LIVE) return;
        var how = status == Status.ENDED ? "was ended on " + endedAt : "was good until " + validUntil;
        throw Refusal.forbidden(
                "integration-over",
                "This integration " + how + ". Whoever manages integrations there can make another.");
    }

    UUID id() {
        return id;
    }

    String clientId() {
        return clientId;
    }

    UUID memberId() {
        return memberId;
    }

    UUID groupId() {
        return groupId;
    }

    /** Null when its scopes need no capability. */
    UUID mandateId() {
        return mandateId;
    }

    String name() {
        return name;
    }

    /** Those that this version knows: while a newer one is rolled out, older replicas read what it has stored. */
    Set<Scope> scopes() {
        return Scope.in(String.join(" ", scopes));
    }

    /** Null when it has what every program has. */
    Integer requestsPerMinute() {
        return requestsPerMinute;
    }

    UUID createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant validUntil() {
        return validUntil;
    }

    /** To a minute; null before the first use. */
    Instant lastUsedAt() {
        return lastUsedAt;
    }

    /** Null unless somebody ended it. */
    Instant endedAt() {
        return endedBy == null ? null : endedAt;
    }
}
