package org.barnstorm.webhook;

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
import org.barnstorm.platform.journal.Mark;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One change on its way to one webhook, or a ping: what was tried, and when it is tried again. */
@Entity
@Table(name = "webhook_delivery")
class Delivery {
    /** What is delivered. */
    @Schema(name = "DeliveryKind", description = "CHANGE: something that happened. PING: somebody tries the address.")
    enum Kind {
        CHANGE,
        PING
    }

    /** What became of it. */
    @Schema(
            name = "DeliveryStatus",
            description =
                    "PENDING: it waits, or is tried again. DELIVERED: the receiver answered 2xx. DEAD: given up; a replay tries again."
                            + " WITHHELD: when it was to be sent, the owner could not see it any more.")
    enum Status {
        PENDING,
        DELIVERED,
        DEAD,
        WITHHELD
    }

    static final String PING_TYPE = "webhook.ping";

    @Id
    private UUID id = Ids.next();

    @Column(updatable = false)
    private UUID webhookId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Kind kind;

    @Column(updatable = false)
    private UUID eventId;

    @Column(updatable = false)
    private String type;

    @Column(updatable = false)
    private UUID subjectId;

    @Column(updatable = false)
    private long sequence;

    @Column(updatable = false)
    private long horizon;

    @Column(updatable = false)
    private long position;

    @Enumerated(EnumType.STRING)
    private Status status = Status.PENDING;

    private int attempts;
    private Instant queuedAt;
    private Instant firstAttemptAt;
    private Instant lastAttemptAt;
    private Instant nextAttemptAt;
    private Integer httpStatus;

    @Enumerated(EnumType.STRING)
    private Failure failure;

    private Integer durationMillis;

    protected Delivery() {} // for Hibernate

    private Delivery(UUID webhookId, Instant now) {
        this.webhookId = webhookId;
        this.queuedAt = now;
        this.nextAttemptAt = now;
    }

    /** A ping belongs to no thing, so that it waits for none and none waits for it. */
    static Delivery ping(UUID webhookId, Instant now) {
        var ping = new Delivery(webhookId, now);
        ping.kind = Kind.PING;
        ping.eventId = Ids.next();
        ping.type = PING_TYPE;
        ping.subjectId = ping.eventId;
        return ping;
    }

    void delivered(Answer answer, Instant now) {
        tried(answer, now);
        become(Status.DELIVERED);
    }

    void failed(Answer answer, Duration wait, Instant now) {
        tried(answer, now);
        nextAttemptAt = now.plus(wait);
    }

    private void tried(Answer answer, Instant now) {
        attempts++;
        if (firstAttemptAt == null) firstAttemptAt = now;
        lastAttemptAt = now;
        httpStatus = answer.status();
        failure = answer.failure();
        durationMillis = Math.toIntExact(answer.took().toMillis());
    }

    boolean isTriedFor(Duration time, Instant now) {
        return firstAttemptAt != null && !firstAttemptAt.plus(time).isAfter(now);
    }

    void giveUp() {
        become(Status.DEAD);
    }

    /** Its owner may not see it any more. */
    void withhold() {
        become(Status.WITHHELD);
    }

    private void become(Status over) {
        status = over;
        nextAttemptAt = null;
    }

    Mark mark() {
        return new Mark(horizon, position);
    }

    UUID id() {
        return id;
    }

    UUID webhookId() {
        return webhookId;
    }

    boolean isPing() {
        return kind == Kind.PING;
    }

    Kind kind() {
        return kind;
    }

    UUID eventId() {
        return eventId;
    }

    String type() {
        return type;
    }

    UUID subjectId() {
        return subjectId;
    }

    long sequence() {
        return sequence;
    }

    Status status() {
        return status;
    }

    boolean isPending() {
        return status == Status.PENDING;
    }

    int attempts() {
        return attempts;
    }

    Instant queuedAt() {
        return queuedAt;
    }

    /** Null before the first attempt. */
    Instant lastAttemptAt() {
        return lastAttemptAt;
    }

    /** Null unless it is pending. */
    Instant nextAttemptAt() {
        return nextAttemptAt;
    }

    /** Of the last attempt; null when there was no answer. */
    Integer httpStatus() {
        return httpStatus;
    }

    /** Of the last attempt; null when it was delivered. */
    Failure failure() {
        return failure;
    }

    /** Of the last attempt; null before the first. */
    Integer durationMillis() {
        return durationMillis;
    }
}
