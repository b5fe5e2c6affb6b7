package org.barnstorm.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.barnstorm.authority.Caller;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.http.MergePatch;

/**
 * Looks at an address before it is taken. Outside of any transaction, because name servers take their time, and only for
 * those who may have webhooks, so that nobody else makes us ask for names.
 */
@ApplicationScoped
class WebhookAddresses {
    private final Destinations destinations;
    private final WebhookSight sight;
    private final Groups groups;

    WebhookAddresses(Destinations destinations, WebhookSight sight, Groups groups) {
        this.destinations = destinations;
        this.sight = sight;
        this.groups = groups;
    }

    void require(Caller caller, NewWebhook wanted) {
        sight.require(caller, groups.at(wanted.group()));
        destinations.require(wanted.url());
    }

    /** If it changes it. What is no address at all is refused where it is read. */
    void require(Caller caller, UUID id, MergePatch patch) {
        var url = patch == null || patch.changes() == null
                ? null
                : patch.changes().get("url");
        if (url == null || !url.isTextual() || url.asText().isBlank()) return;
        sight.requireOwn(caller, id);
        destinations.require(url.asText());
    }
}
