package org.barnstorm.webhook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.barnstorm.platform.Ids;
import org.barnstorm.platform.problem.Refusal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A subscription: changes of a part of the tree, as its owner may see them, go to an address. */
@Entity
class Webhook {
    /** What becomes of changes now. */
    @Schema(
            name = "WebhookStatus",
            description =
                    "ACTIVE: they are sent. PAUSED: they wait, because its owner said so. DISABLED: they wait, because of `reason`."
                            + " ENDED: for good.")
    enum Status {
        ACTIVE,
        PAUSED,
        DISABLED,
        ENDED
    }

    /** Why nothing is sent any more. */
    @Schema(
            name = "WebhookReason",
            description =
                    "GONE: the receiver answered 410. FAILING: nothing could be delivered for days. OWNER: its owner may not follow"
                            + " these changes any more.")
    enum Reason {
        GONE,
        FAILING,
        OWNER
    }

    @Id
    private UUID id = Ids.next();

    @Version
    private long version;

    @Column(updatable = false)
    private UUID groupId;

    @Column(updatable = false)
    private UUID ownerId;

    @Column(updatable = false)
    private boolean program;

    private String url;
    private String[] types;

    @Enumerated(EnumType.STRING)
    private Status status = Status.ACTIVE;

    @Enumerated(EnumType.STRING)
    private Reason reason;

    private byte[] secret;
    private byte[] formerSecret;
    private Instant formerUntil;

    @Column(updatable = false)
    private Instant createdAt;

    private Instant endedAt;

    protected Webhook() {} // for Hibernate

    /** @param program whether its owner is an integration */
    Webhook(UUID groupId, UUID ownerId, boolean program, WebhookContent content, Instant now) {
        this.groupId = groupId;
        this.ownerId = ownerId;
        this.program = program;
        this.createdAt = now;
        take(content);
    }

    /** The first secret, once there is an id that it is sealed for. */
    Webhook with(byte[] sealed) {
        secret = sealed;
        return this;
    }

    /** Takes these values; being active again is a fresh start. */
    void edit(WebhookContent content) {
        requireNotEnded();
        take(content);
        if (content.active() == (status == Status.ACTIVE)) return;
        if (content.active()) {
            status = Status.ACTIVE;
            reason = null;
        } else if (status != Status.DISABLED) {
            status = Status.PAUSED;
        }
    }

    private void take(WebhookContent content) {
        url = content.url();
        types = content.types().stream().sorted().toArray(String[]::new);
    }

    /** The former secret signs beside this one for a while, so that a receiver can change its own in between. */
    void rotate(byte[] sealed, Instant until) {
        requireNotEnded();
        formerSecret = secret;
        formerUntil = until;
        secret = sealed;
    }

    /** Whether it was sending until now. */
    boolean disable(Reason why) {
        if (status != Status.ACTIVE) return false;
        status = Status.DISABLED;
        reason = why;
        return true;
    }

    void end(Instant now) {
        status = Status.ENDED;
        reason = null;
        endedAt = now;
        secret = null;
        formerSecret = null;
        formerUntil = null;
    }

    void requireNotEnded() {
        if (status == Status.ENDED) {
            throw Refusal.conflict("webhook-ended", "This webhook was ended on " + endedAt + ". Make another.");
        }
    }

    void requireActive() {
        requireNotEnded();
        if (status != Status.ACTIVE) {
            throw Refusal.conflict(
                            "webhook-not-active",
                            "Nothing is sent to this webhook now: it is " + status + ". Set active to true first.")
                    .with("state", status.name());
        }
    }

    /** Changing where it leads would show its owner's changes to somebody else. */
    void requireOwner(UUID memberId) {
        if (!ownerId.equals(memberId)) {
            throw Refusal.forbidden(
                    "webhook-not-yours",
                    "Only whoever made this webhook can do that, because it sends what they may see. You can end it, and make"
                            + " one of your own.");
        }
    }

    /** Sealed, the newest first: each signs. */
    List<byte[]> secrets(Instant now) {
        if (formerUntil == null || !now.isBefore(formerUntil)) return List.of(secret);
        return Stream.of(secret, formerSecret).toList();
    }

    WebhookContent content() {
        return new WebhookContent(url, List.of(types), isActive());
    }

    boolean isActive() {
        return status == Status.ACTIVE;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    UUID groupId() {
        return groupId;
    }

    UUID ownerId() {
        return ownerId;
    }

    boolean isOfProgram() {
        return program;
    }

    Status status() {
        return status;
    }

    /** Null unless it is disabled. */
    Reason reason() {
        return reason;
    }

    /** Null unless a former secret was kept. */
    Instant formerUntil() {
        return formerUntil;
    }

    Instant createdAt() {
        return createdAt;
    }

    /** Null until it has ended. */
    Instant endedAt() {
        return endedAt;
    }
}
