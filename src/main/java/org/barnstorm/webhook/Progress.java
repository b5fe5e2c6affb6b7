package org.barnstorm.webhook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.barnstorm.platform.journal.Mark;

/**
 * How far a webhook has come, and when it is its turn again. One replica at a time works on it: whoever has the lease, which
 * the fence tells from an earlier one.
 */
@Entity
@Table(name = "webhook_progress")
class Progress {
    /** Further than any clock goes: it is nobody's turn. */
    static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    @Id
    private UUID webhookId;

    private long horizon;
    private long position;
    private Instant dueAt;

    /** Set by others, when something happened in its part of the tree. */
    private boolean woken;

    private Instant restUntil;
    private Instant leaseUntil;

    @Column(updatable = false)
    private long fence;

    private int failures;
    private Instant failingSince;
    private Instant deliveredAt;

    protected Progress() {} // for Hibernate

    Progress(UUID webhookId, Mark start, Instant now) {
        this.webhookId = webhookId;
        this.dueAt = now;
        moveTo(start);
    }

    void moveTo(Mark mark) {
        horizon = mark.horizon();
        position = mark.position();
    }

    /** Everything up to there is in the log of deliveries, or was not for its owner. */
    Mark mark() {
        return new Mark(horizon, position);
    }

    boolean isHeldBy(long claim) {
        return leaseUntil != null && fence == claim;
    }

    void extend(Instant until) {
        leaseUntil = until;
    }

    /** Lets go of it until then, or until at once if somebody has woken it meanwhile. */
    void release(Instant due, Instant now) {
        leaseUntil = null;
        dueAt = woken ? now : due;
        woken = false;
    }

    void succeeded(Instant now) {
        deliveredAt = now;
        recover();
    }

    /** Nothing is tried for so long. */
    void failed(Duration rest, Instant now) {
        failures++;
        if (failingSince == null) failingSince = now;
        restUntil = now.plus(rest);
    }

    boolean isFailingFor(Duration time, Instant now) {
        return failingSince != null && !failingSince.plus(time).isAfter(now);
    }

    private void recover() {
        failures = 0;
        failingSince = null;
        restUntil = null;
    }

    /** It is its turn, whatever was before. */
    void startAfresh(Instant now) {
        recover();
        hurry(now);
    }

    /** It is its turn without a rest: somebody wants to know. */
    void hurry(Instant now) {
        restUntil = null;
        woken = true;
        dueAt = now;
    }

    /** It is nobody's turn until it starts afresh. Whoever has it gives it back when the request that is out has ended. */
    void stop() {
        dueAt = NEVER;
        woken = false;
    }

    int failures() {
        return failures;
    }

    /** Null unless the last attempt failed. */
    Instant failingSince() {
        return failingSince;
    }

    /** Null before the first delivery. */
    Instant deliveredAt() {
        return deliveredAt;
    }

    /** Null unless the last attempt failed. */
    Instant restUntil() {
        return restUntil;
    }
}
