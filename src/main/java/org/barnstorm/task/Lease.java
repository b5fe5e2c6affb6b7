package org.barnstorm.task;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;

/**
 * For how long a place is somebody's, by the database's clock.
 *
 * @param until what the person is told
 * @param expiresAt the same and a period of grace; from then on the place is freed
 * @param warnAt when they are reminded; null when they have been, or for an offer
 * @param extensions how often it was extended
 */
@Embeddable
record Lease(@Column(name = "lease_until") Instant until, Instant expiresAt, Instant warnAt, int extensions) {
    private static final Duration LEAST_TO_ANSWER = Duration.ofMinutes(30);

    /** What a movement sets for all leases. */
    record Terms(Duration grace, Duration warnBefore, Duration lateRelease) {
        static Terms of(TaskConfig config) {
            return new Terms(config.grace(), config.warnBefore(), config.lateRelease());
        }
    }

    /** Of a place that is held from now on. */
    static Lease held(Instant now, Instant until, Terms terms) {
        return new Lease(until, until.plus(terms.grace()), warning(now, until, terms), 0);
    }

    /** Of a place that waits for an answer: without grace, because others wait for it. */
    static Lease offered(Instant until) {
        return new Lease(until, until, null, 0);
    }

    /** Of a place of this task that waits for an answer: until the work begins, but for half an hour at least. */
    static Lease offered(Task task, Instant now) {
        var usual = now.plus(task.leaseLength());
        if (task.startsAt() == null) return offered(usual);
        var soonest = now.plus(LEAST_TO_ANSWER);
        var start = task.startsAt().isBefore(soonest) ? soonest : task.startsAt();
        return offered(start.isBefore(usual) ? start : usual);
    }

    Lease extendedBy(Duration more, Instant now, Terms terms) {
        var later = until.plus(more);
        return new Lease(later, later.plus(terms.grace()), warning(now, later, terms), extensions + 1);
    }

    Lease warned() {
        return new Lease(until, expiresAt, null, extensions);
    }

    boolean isOver(Instant now) {
        return !now.isBefore(expiresAt);
    }

    private static Instant warning(Instant now, Instant until, Terms terms) {
        var quarter = Duration.between(now, until).dividedBy(4);
        return until.minus(quarter.compareTo(terms.warnBefore()) < 0 ? quarter : terms.warnBefore());
    }
}
