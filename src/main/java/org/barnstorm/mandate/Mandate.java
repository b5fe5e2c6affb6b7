package org.barnstorm.mandate;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.barnstorm.authority.Capability;
import org.barnstorm.authority.Limits;
import org.barnstorm.authority.Role;
import org.barnstorm.platform.Ids;
import org.barnstorm.platform.problem.Refusal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A grant of authority. Nothing of it ever changes but that a second person confirms it, and that it is revoked. */
@Entity
class Mandate {
    /** What a mandate is good for now. */
    @Schema(
            name = "MandateStatus",
            description =
                    "PENDING waits for a second person; FUTURE begins later; LIVE acts; SUSPENDED rests while its holder is;"
                            + " ENDED ran out, or its campaign is over; REVOKED was ended.")
    enum Status {
        /** Acts once somebody else than who granted it has confirmed it. */
        PENDING,
        /** Begins later. */
        FUTURE,
        LIVE,
        /** Its holder, or somebody it was delegated by, is suspended. */
        SUSPENDED,
        /** Its term is over, or the campaign that it is for. */
        ENDED,
        REVOKED
    }

    @Id
    private UUID id = Ids.next();

    @Column(updatable = false)
    private UUID memberId;

    @Column(updatable = false)
    private UUID groupId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Role role;

    @Column(updatable = false)
    private String[] capabilities;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Source source;

    @Column(updatable = false)
    private UUID grantedBy;

    @Column(updatable = false)
    private UUID grantedUnder;

    @Column(updatable = false)
    private UUID qualificationId;

    @Column(updatable = false)
    private short delegationDepth;

    @Column(updatable = false)
    private Instant validFrom;

    @Column(updatable = false)
    private Instant validUntil;

    @Embedded
    private LimitsColumns limits;

    @Column(updatable = false)
    private Instant createdAt;

    @Column(updatable = false)
    private boolean needsConfirmation;

    private UUID confirmedBy;
    private Instant confirmedAt;
    private Instant revokedAt;
    private UUID revokedBy;
    private String revokeReason;

    protected Mandate() {} // for Hibernate

    private Mandate(UUID memberId, Scope scope, Source source, Instant now) {
        this.memberId = memberId;
        this.groupId = scope.groupId();
        this.role = scope.role();
        this.capabilities =
                scope.capabilities().stream().map(Enum::name).sorted().toArray(String[]::new);
        this.delegationDepth = (short) scope.delegationDepth();
        this.validFrom = scope.from();
        this.validUntil = scope.until();
        this.limits = LimitsColumns.of(scope.limits());
        this.source = source;
        this.createdAt = now;
    }

    /** The admin's appointment of a movement's first lead. */
    static Mandate bootstrap(UUID admin, UUID memberId, Scope scope, Instant now) {
        var mandate = new Mandate(memberId, scope, Source.BOOTSTRAP, now);
        mandate.grantedBy = notOneself(admin, memberId);
        return mandate;
    }

    /** By a course. */
    static Mandate earned(UUID qualificationId, UUID memberId, Scope scope, Instant now) {
        var mandate = new Mandate(memberId, scope, Source.EARNED, now);
        mandate.qualificationId = qualificationId;
        return mandate;
    }

    /** By members of the group who know the person. Those who vouched are in {@link Vouch}. */
    static Mandate vouched(UUID memberId, Scope scope, Instant now) {
        return new Mandate(memberId, scope, Source.VOUCHED, now);
    }

    /** For a program. Who let it in, and why it may so much, the integration knows. */
    static Mandate bound(UUID memberId, Scope scope, Instant now) {
        return new Mandate(memberId, scope, Source.BOUND, now);
    }

    /**
     * Hands authority on: never more capabilities, a later end, deeper delegation or wider limits than this mandate has
     * (I-20). That the scope is inside this one's is for the caller to know, who knows the tree.
     *
     * @param source {@code APPOINTED} or {@code DELEGATED}
     */
    Mandate grant(UUID to, Scope scope, Source source, Instant now) {
        requireCovers(scope);
        var child = new Mandate(to, scope, source, now);
        child.grantedBy = notOneself(memberId, to);
        child.grantedUnder = id;
        return child;
    }

    /** Refuses what this mandate could not grant. */
    private void requireCovers(Scope scope) {
        if (!capabilities().contains(Capability.MANDATE_GRANT)) throw beyond("this mandate does not hand on authority");
        if (!capabilities().containsAll(scope.capabilities())) {
            throw beyond("it lacks " + lacking(scope.capabilities()));
        }
        if (scope.delegationDepth() >= delegationDepth) {
            throw beyond("it may be handed on " + delegationDepth + " more times, this one must be less");
        }
        if (validUntil != null && (scope.until() == null || scope.until().isAfter(validUntil))) {
            throw beyond("it ends on " + validUntil);
        }
        if (!limits().cover(scope.limits())) {
            throw beyond(
                    "it is limited to " + limits().inWords() + ", so this one must be limited to them, or to fewer");
        }
    }

    /** Makes a fresh grant wait for a second person. */
    Mandate awaitingConfirmation() {
        needsConfirmation = true;
        return this;
    }

    /**
     * The second person says yes.
     *
     * @param own a mandate of theirs; they could have granted this themselves
     */
    void confirm(Mandate own, Instant now) {
        requireSecond(own.memberId);
        own.requireCovers(scope());
        confirmedBy = own.memberId;
        confirmedAt = now;
    }

    /** Two people are two: neither who granted it nor who is to hold it. */
    void requireSecond(UUID who) {
        if (!isPending()) throw Refusal.conflict("nothing-to-confirm", "This mandate does not wait for anybody.");
        if (who.equals(grantedBy) || who.equals(memberId)) {
            throw notSecond();
        }
    }

    static Refusal notSecond() {
        return Refusal.forbidden(
                "second-person",
                "Somebody else than who granted it, or vouched for it, and who is to hold it confirms a mandate.");
    }

    boolean isPending() {
        return needsConfirmation && confirmedAt == null && revokedAt == null;
    }

    /** As it was before it was revoked (I-31). */
    void restore() {
        revokedAt = null;
        revokedBy = null;
        revokeReason = null;
    }

    /** What it covers, as it was granted. */
    Scope scope() {
        return new Scope(groupId, role, capabilities(), delegationDepth, validFrom, validUntil, limits());
    }

    void revoke(UUID by, String reason, Instant now) {
        if (revokedAt != null) throw Refusal.conflict("mandate-revoked", "This mandate has been revoked already.");
        revokedAt = now;
        revokedBy = by;
        revokeReason = reason;
    }

    Status status(Instant now) {
        if (revokedAt != null) return Status.REVOKED;
        if (isPending()) return Status.PENDING;
        if (validFrom.isAfter(now)) return Status.FUTURE;
        return validUntil != null && !validUntil.isAfter(now) ? Status.ENDED : Status.LIVE;
    }

    private Set<Capability> lacking(Set<Capability> wanted) {
        return wanted.stream()
                .filter(capability -> !capabilities().contains(capability))
                .collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    private static UUID notOneself(UUID by, UUID to) {
        if (by.equals(to)) {
            throw Refusal.forbidden("self-grant", "Nobody grants authority to themselves. Ask the lead above you.");
        }
        return by;
    }

    private static Refusal beyond(String why) {
        return Refusal.forbidden("beyond-own-authority", "Your own mandate does not allow this grant: " + why + ".");
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

    Role role() {
        return role;
    }

    /** Those that this version knows: while a newer one is rolled out, older replicas read what it has granted. */
    Set<Capability> capabilities() {
        return Arrays.stream(capabilities)
                .flatMap(name -> Capability.named(name).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** To which tasks it is limited. */
    Limits limits() {
        return limits == null ? Limits.NONE : limits.limits();
    }

    Source source() {
        return source;
    }

    UUID grantedBy() {
        return grantedBy;
    }

    UUID grantedUnder() {
        return grantedUnder;
    }

    UUID qualificationId() {
        return qualificationId;
    }

    int delegationDepth() {
        return delegationDepth;
    }

    Instant validFrom() {
        return validFrom;
    }

    Instant validUntil() {
        return validUntil;
    }

    UUID confirmedBy() {
        return confirmedBy;
    }

    Instant revokedAt() {
        return revokedAt;
    }

    String revokeReason() {
        return revokeReason;
    }
}
