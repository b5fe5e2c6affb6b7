package org.barnstorm.webhook;

import static org.barnstorm.authority.Capability.INTEGRATION_MANAGE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.barnstorm.authority.Authority;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.problem.Refusal;

/** For whom a webhook exists: a program knows its own, people those of where they manage integrations. */
@ApplicationScoped
class WebhookSight {
    private final WebhookRepository webhooks;
    private final Groups groups;
    private final Authority authority;

    WebhookSight(WebhookRepository webhooks, Groups groups, Authority authority) {
        this.webhooks = webhooks;
        this.groups = groups;
        this.authority = authority;
    }

    Webhook visible(Caller caller, UUID id) {
        return seen(caller, webhooks.findByIdOptional(id));
    }

    /** The same, locked, once what the caller relies on is. */
    Webhook locked(Caller caller, UUID id) {
        var webhook = visible(caller, id);
        webhooks.refresh(webhook);
        return seen(caller, Optional.of(webhook));
    }

    private Webhook seen(Caller caller, Optional<Webhook> found) {
        return found.filter(webhook -> isSeen(caller, webhook)).orElseThrow(() -> Refusal.notFound("webhook"));
    }

    private boolean isSeen(Caller caller, Webhook webhook) {
        var path = groups.withId(webhook.groupId()).path();
        if (caller.isProgram()) return webhook.ownerId().equals(caller.memberId()) && caller.reaches(path);
        return caller.may(INTEGRATION_MANAGE, path);
    }

    /** For reading: whether they may have webhooks there. */
    void require(Caller caller, GroupRef group) {
        if (!caller.reaches(group.path())) throw Refusal.notFound("group");
        if (!caller.isProgram()) caller.require(INTEGRATION_MANAGE, group.path());
    }

    /** For reading. */
    @Transactional
    void requireOwn(Caller caller, UUID id) {
        visible(caller, id).requireOwner(caller.memberId());
    }

    /**
     * Relies on the caller's mandate until the transaction ends.
     *
     * @return the mandate; null for a program, whose scope opened the operation and whose part of the tree this has to be
     */
    UUID rely(Caller caller, GroupRef group) {
        if (!caller.isProgram()) return authority.holds(caller, INTEGRATION_MANAGE, group);
        if (!caller.reaches(group.path())) throw Refusal.notFound("group");
        return null;
    }

    GroupRef group(Webhook webhook) {
        return groups.withId(webhook.groupId());
    }
}
