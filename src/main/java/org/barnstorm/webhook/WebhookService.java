package org.barnstorm.webhook;

import static org.barnstorm.authority.Capability.INTEGRATION_MANAGE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.http.IfMatch;
import org.barnstorm.platform.http.MergePatch;
import org.barnstorm.platform.journal.JournalFeed;
import org.barnstorm.platform.journal.Mark;
import org.barnstorm.platform.paging.Slice;
import org.barnstorm.platform.paging.Window;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.platform.time.Timestamps;

/** Making, changing and ending webhooks. */
@ApplicationScoped
@Transactional
class WebhookService {
    static final int MOST = 20;

    private final WebhookRepository webhooks;
    private final ProgressRepository progress;
    private final DeliveryRepository deliveries;
    private final WebhookSight sight;
    private final WebhookJournal journal;
    private final Groups groups;
    private final JournalFeed feed;
    private final Strongbox strongbox;
    private final MergePatch.Patcher patcher;
    private final WebhooksConfig config;
    private final RandomGenerator chance;
    private final Clock clock;

    WebhookService(
            WebhookRepository webhooks,
            ProgressRepository progress,
            DeliveryRepository deliveries,
            WebhookSight sight,
            WebhookJournal journal,
            Groups groups,
            JournalFeed feed,
            Strongbox strongbox,
            MergePatch.Patcher patcher,
            WebhooksConfig config,
            RandomGenerator chance,
            Clock clock) {
        this.webhooks = webhooks;
        this.progress = progress;
        this.deliveries = deliveries;
        this.sight = sight;
        this.journal = journal;
        this.groups = groups;
        this.feed = feed;
        this.strongbox = strongbox;
        this.patcher = patcher;
        this.config = config;
        this.chance = chance;
        this.clock = clock;
    }

    /** From now on: what happened before is sent by a replay. */
    WebhookView create(Caller caller, NewWebhook wanted) {
        strongbox.requireKey();
        var group = groups.at(wanted.group());
        var mandate = sight.rely(caller, group);
        webhooks.takeTurns(caller.memberId());
        if (webhooks.kept(caller.memberId()) >= MOST) {
            throw Refusal.conflict(
                    "too-many-webhooks", "You have " + MOST + " webhooks, as many as there can be. End one first.");
        }
        var now = Timestamps.now(clock);
        var webhook = new Webhook(group.id(), caller.memberId(), caller.isProgram(), wanted.content(), now);
        var secret = Secret.random(chance);
        webhooks.persist(webhook.with(strongbox.seal(webhook.id(), secret)));
        progress.persist(new Progress(webhook.id(), Mark.before(feed.bound()), progress.databaseTime()));
        journal.record("webhook.created", webhook, group, caller.memberId(), mandate);
        return view(webhook, secret);
    }

    WebhookView show(Caller caller, UUID id) {
        return view(sight.visible(caller, id), null);
    }

    Slice<WebhookView> list(Caller caller, GroupPath path, Window window) {
        groups.at(path);
        if (caller.isProgram() && !caller.reaches(path)) throw Refusal.notFound("group");
        if (!caller.isProgram()) caller.require(INTEGRATION_MANAGE, path);
        var branch = groups.branch(path);
        var found = caller.isProgram()
                ? webhooks.ofOwner(caller.memberId(), branch, window)
                : webhooks.inGroups(branch, window);
        return Slice.of(window, found, each -> List.of(each.id().toString()), each -> view(each, null));
    }

    WebhookView change(Caller caller, UUID id, IfMatch expected, MergePatch patch) {
        var group = sight.group(sight.visible(caller, id));
        var mandate = sight.rely(caller, group);
        var webhook = sight.locked(caller, id);
        webhook.requireOwner(caller.memberId());
        expected.require(webhook.version());
        var wasActive = webhook.isActive();
        webhook.edit(patcher.apply(patch, webhook.content()));
        var course = progress.lock(id);
        if (webhook.isActive() && !wasActive) {
            deliveries.revive(id, Delivery.Status.PENDING);
            course.startAfresh(progress.databaseTime());
        }
        if (!webhook.isActive() && wasActive) course.stop();
        journal.record("webhook.changed", webhook, group, caller.memberId(), mandate);
        return view(webhook, null);
    }

    WebhookView rotate(Caller caller, UUID id) {
        strongbox.requireKey();
        var group = sight.group(sight.visible(caller, id));
        var mandate = sight.rely(caller, group);
        var webhook = sight.locked(caller, id);
        webhook.requireOwner(caller.memberId());
        var secret = Secret.random(chance);
        webhook.rotate(strongbox.seal(id, secret), Timestamps.now(clock).plus(config.secretOverlap()));
        journal.record("webhook.rotated", webhook, group, caller.memberId(), mandate);
        return view(webhook, secret);
    }

    /** Ended again, it stays as it is. */
    WebhookView end(Caller caller, UUID id) {
        var group = sight.group(sight.visible(caller, id));
        var mandate = sight.rely(caller, group);
        var webhook = sight.locked(caller, id);
        if (webhook.status() != Webhook.Status.ENDED) {
            webhook.end(Timestamps.now(clock));
            progress.lock(id).stop();
            deliveries.delete("webhookId = ?1 and status = ?2", id, Delivery.Status.PENDING);
            journal.record("webhook.ended", webhook, group, caller.memberId(), mandate);
        }
        return view(webhook, null);
    }

    private WebhookView view(Webhook webhook, Secret secret) {
        webhooks.flush(); // which gives it its version
        return WebhookView.of(
                webhook, progress.findById(webhook.id()), sight.group(webhook).path(), secret);
    }
}
