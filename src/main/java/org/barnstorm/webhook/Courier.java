package org.barnstorm.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.integration.Asked;
import org.barnstorm.integration.Changes;

/**
 * The steps of a delivery that need the database, each a transaction: none is open while a request is out. Locks are taken
 * in the order webhook, progress, deliveries, as by those who change it.
 */
@ApplicationScoped
@Transactional
class Courier {
    /** Longer than a request and the steps around it take; whoever loses it has stood still for that long. */
    static final Duration LEASE = Duration.ofSeconds(60);

    /** So many wait at most; the rest stays in the journal until there is room. */
    static final int MOST_PENDING = 100;

    private static final int AT_ONCE = 50;

    /** Nobody is told of what happens while a replica starts: it is found by then. */
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final WebhookRepository webhooks;
    private final ProgressRepository progress;
    private final DeliveryRepository deliveries;
    private final WebhookSight sight;
    private final WebhookJournal journal;
    private final Owners owners;
    private final Changes changes;
    private final Envelopes envelopes;
    private final WebhooksConfig config;
    private final RandomGenerator chance;

    Courier(
            WebhookRepository webhooks,
            ProgressRepository progress,
            DeliveryRepository deliveries,
            WebhookSight sight,
            WebhookJournal journal,
            Owners owners,
            Changes changes,
            Envelopes envelopes,
            WebhooksConfig config,
            RandomGenerator chance) {
        this.webhooks = webhooks;
        this.progress = progress;
        this.deliveries = deliveries;
        this.sight = sight;
        this.journal = journal;
        this.owners = owners;
        this.changes = changes;
        this.envelopes = envelopes;
        this.config = config;
        this.chance = chance;
    }

    /**
     * What is to be sent next; nothing, and the lease is given back, when nothing is now.
     *
     * @throws org.barnstorm.platform.problem.Refusal when the owner may not follow any more
     */
    Optional<Parcel> next(Claim claim) {
        var webhook = webhooks.lock(claim.webhookId()).orElseThrow();
        var course = progress.lock(claim.webhookId());
        if (!course.isHeldBy(claim.fence())) return Optional.empty();
        var now = progress.databaseTime();
        if (!webhook.isActive()) {
            course.release(Progress.NEVER, now);
            return Optional.empty();
        }
        var path = sight.group(webhook).path();
        var owner = owners.now(webhook, path);
        var more = read(webhook, course, owner, path);
        for (var looked = 0; looked < AT_ONCE; looked++) {
            var found = deliveries.next(webhook.id());
            if (found.isEmpty()) {
                course.release(more ? now : later(webhook, now), now);
                return Optional.empty();
            }
            var parcel = packed(webhook, found.get(), owner, path);
            if (parcel.isPresent()) {
                course.extend(now.plus(LEASE));
                return parcel;
            }
        }
        course.release(now, now);
        return Optional.empty();
    }

    /** Puts what is new into the log, when nothing of it is to be sent yet; answers whether there is more to look at. */
    private boolean read(Webhook webhook, Progress course, Caller owner, GroupPath path) {
        if (deliveries.next(webhook.id()).isPresent() || deliveries.pending(webhook.id()) >= MOST_PENDING) return false;
        var types = Set.copyOf(webhook.content().types());
        var reading = changes.read(owner, new Asked(path, types, course.mark(), AT_ONCE));
        reading.found().forEach(found -> deliveries.queue(webhook.id(), found));
        course.moveTo(reading.next());
        return reading.more();
    }

    private Instant later(Webhook webhook, Instant now) {
        var idle = now.plus(IDLE);
        var next = deliveries.nextTime(webhook.id());
        return next == null || next.isAfter(idle) ? idle : next;
    }

    private Optional<Parcel> packed(Webhook webhook, Delivery delivery, Caller owner, GroupPath path) {
        if (delivery.isPing()) {
            return Optional.of(new Parcel(delivery.id(), delivery.attempts(), envelopes.ping(webhook, delivery)));
        }
        var change = changes.again(owner, path, delivery.mark());
        if (change.isEmpty()) {
            delivery.withhold();
            deliveries.flush();
            return Optional.empty();
        }
        return Optional.of(new Parcel(delivery.id(), delivery.attempts(), envelopes.of(webhook, change.get())));
    }

    /** Whether to go on: not after a failure, nor when somebody else has it by now. */
    boolean record(Claim claim, Parcel parcel, Answer answer) {
        var webhook = webhooks.lock(claim.webhookId()).orElseThrow();
        var course = progress.lock(claim.webhookId());
        var held = course.isHeldBy(claim.fence());
        var delivery = deliveries.findById(parcel.deliveryId());
        if (delivery == null || !delivery.isPending())
            return held; // it is to be sent anew, or nobody wants it any more
        var now = progress.databaseTime();
        if (answer.isDelivered()) {
            delivery.delivered(answer, now);
            course.succeeded(now);
            return held;
        }
        if (!held) return false;
        fail(webhook, course, delivery, answer, now);
        course.release(webhook.isActive() ? now : Progress.NEVER, now);
        return false;
    }

    private void fail(Webhook webhook, Progress course, Delivery delivery, Answer answer, Instant now) {
        delivery.failed(answer, wait(delivery.attempts() + 1, answer), now);
        course.failed(wait(course.failures() + 1, answer), now);
        if (answer.isGone()) {
            disable(webhook, course, Webhook.Reason.GONE);
        } else if (delivery.isPing()) {
            delivery.giveUp();
        } else if (delivery.isTriedFor(config.giveUpAfter(), now)) {
            deliveries.flush();
            var receiverFails = course.isFailingFor(config.giveUpAfter(), now) && deliveries.anotherFails(delivery);
            if (receiverFails) disable(webhook, course, Webhook.Reason.FAILING);
            else delivery.giveUp();
        }
    }

    /** What the receiver asks for, if that is longer. */
    private Duration wait(int failures, Answer answer) {
        var wait = Backoff.after(failures, chance);
        var asked = answer.retryAfter();
        return asked == null || asked.compareTo(wait) < 0 ? wait : asked;
    }

    private void disable(Webhook webhook, Progress course, Webhook.Reason reason) {
        if (!webhook.disable(reason)) return;
        course.stop();
        journal.record("webhook.disabled", webhook, sight.group(webhook), null, null);
    }

    /** Its owner may not follow any more: nothing is sent until they may, and say so. */
    void abandon(Claim claim) {
        var webhook = webhooks.lock(claim.webhookId()).orElseThrow();
        var course = progress.lock(claim.webhookId());
        if (!course.isHeldBy(claim.fence())) return;
        disable(webhook, course, Webhook.Reason.OWNER);
        course.release(Progress.NEVER, progress.databaseTime());
    }

    /** Lets go of it, because this replica ends or has sent enough for one turn. */
    void release(Claim claim) {
        var course = progress.lock(claim.webhookId());
        if (course == null || !course.isHeldBy(claim.fence())) return;
        var now = progress.databaseTime();
        course.release(now, now);
    }

    Optional<Claim> claim(UUID webhookId) {
        return progress.claim(webhookId, LEASE).map(fence -> new Claim(webhookId, fence));
    }
}
