package org.barnstorm.webhook;

import static org.barnstorm.authority.Capability.JOURNAL_READ;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.journal.Mark;
import org.barnstorm.platform.paging.Slice;
import org.barnstorm.platform.paging.Window;
import org.barnstorm.platform.problem.Refusal;

/** What a webhook sent and is to send: looking at it, trying the address, sending again. */
@ApplicationScoped
@Transactional
class DeliveryService {
    /** Longer than a transaction lasts and than the clocks of replicas differ. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = Long.MIN_VALUE;

    private final ProgressRepository progress;
    private final DeliveryRepository deliveries;
    private final WebhookSight sight;
    private final WebhookJournal journal;
    private final Groups groups;

    DeliveryService(
            ProgressRepository progress,
            DeliveryRepository deliveries,
            WebhookSight sight,
            WebhookJournal journal,
            Groups groups) {
        this.progress = progress;
        this.deliveries = deliveries;
        this.sight = sight;
        this.journal = journal;
        this.groups = groups;
    }

    /** For its owner, and for those who may see all that anybody can have been sent. */
    Slice<DeliveryView> log(Caller caller, UUID webhookId, Delivery.Status status, Window window) {
        requireSight(caller, webhookId);
        return Slice.of(
                window,
                deliveries.log(webhookId, status, window),
                each -> List.of(each.id().toString()),
                DeliveryView::of);
    }

    DeliveryView show(Caller caller, UUID webhookId, UUID id) {
        requireSight(caller, webhookId);
        return deliveries
                .findByIdOptional(id)
                .filter(delivery -> delivery.webhookId().equals(webhookId))
                .map(DeliveryView::of)
                .orElseThrow(() -> Refusal.notFound("delivery"));
    }

    private void requireSight(Caller caller, UUID webhookId) {
        var webhook = sight.visible(caller, webhookId);
        if (webhook.ownerId().equals(caller.memberId())) return;
        caller.require(JOURNAL_READ, sight.group(webhook).path());
    }

    /** One at a time: asked again before it was sent, it is the same. */
    DeliveryView ping(Caller caller, UUID webhookId) {
        var webhook = own(caller, webhookId);
        webhook.requireActive();
        var now = progress.databaseTime();
        progress.lock(webhookId).hurry(now);
        return DeliveryView.of(deliveries.pendingPing(webhookId).orElseGet(() -> {
            var ping = Delivery.ping(webhookId, now);
            deliveries.persist(ping);
            return ping;
        }));
    }

    /** Sends again, from the journal: what its owner may see now. */
    WebhookView replay(Caller caller, UUID webhookId, NewReplay wanted) {
        wanted.requireSensible();
        var webhook = own(caller, webhookId);
        webhook.requireNotEnded();
        var group = sight.group(webhook);
        var course = progress.lock(webhookId);
        if (Boolean.TRUE.equals(wanted.dead())) {
            deliveries.revive(webhookId, Delivery.Status.DEAD);
        } else {
            var place = place(wanted, group);
            deliveries.forgetAfter(webhookId, place);
            course.moveTo(place);
        }
        if (webhook.isActive()) course.hurry(progress.databaseTime());
        journal.record("webhook.replayed", webhook, group, caller.memberId(), mandate(caller, group));
        deliveries.flush();
        return WebhookView.of(webhook, course, group.path(), null);
    }

    WebhookView replayed(Caller caller, UUID webhookId) {
        var webhook = sight.visible(caller, webhookId);
        return WebhookView.of(
                webhook, progress.findById(webhookId), sight.group(webhook).path(), null);
    }

    private Mark place(NewReplay wanted, GroupRef group) {
        if (wanted.after() == null) return before(wanted.since());
        return deliveries
                .place(wanted.after(), groups.branch(group.path()))
                .orElseThrow(() -> Refusal.notFound("event"));
    }

    /** Ids of events are ordered by time, and transactions begin before they write. */
    private Mark before(Instant moment) {
        var millis = Math.max(0, moment.minus(MARGIN).toEpochMilli());
        var id = new UUID(millis << 16 | VERSION_7, VARIANT);
        return deliveries.horizonBefore(id).map(Mark::before).orElse(Mark.START);
    }

    private Webhook own(Caller caller, UUID webhookId) {
        mandate(caller, sight.group(sight.visible(caller, webhookId)));
        var webhook = sight.locked(caller, webhookId);
        webhook.requireOwner(caller.memberId());
        return webhook;
    }

    private UUID mandate(Caller caller, GroupRef group) {
        return sight.rely(caller, group);
    }
}
