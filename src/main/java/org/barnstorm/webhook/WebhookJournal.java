package org.barnstorm.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.platform.journal.Event;
import org.barnstorm.platform.journal.Journal;

/** What happens to webhooks, for those who read the journal: never an address. */
@ApplicationScoped
class WebhookJournal {
    private final Journal journal;
    private final MeterRegistry meters;

    WebhookJournal(Journal journal, MeterRegistry meters) {
        this.journal = journal;
        this.meters = meters;
    }

    /**
     * @param actor null when the service did it by itself
     * @param mandate null for an integration, which acts by its scope
     */
    void record(String type, Webhook webhook, GroupRef group, UUID actor, UUID mandate) {
        journal.append(new Event(type, webhook.id(), group.id(), group.path().value(), actor, mandate)
                .with("status", webhook.status())
                .with("reason", webhook.reason())
                .with("owner", webhook.ownerId()));
        if (webhook.reason() != null && actor == null) {
            meters.counter(
                            "barnstorm.webhooks.disabled",
                            "reason",
                            webhook.reason().name())
                    .increment();
        }
    }
}
