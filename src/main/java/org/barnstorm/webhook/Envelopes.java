package org.barnstorm.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.barnstorm.integration.Change;

/** Puts what is to be delivered into a signed message. */
@ApplicationScoped
class Envelopes {
    /** Of a service that does not know its own address. */
    private static final String NAMELESS = "urn:barnstorm";

    private final Strongbox strongbox;
    private final ObjectMapper json;
    private final Clock clock;
    private final String source;

    Envelopes(Strongbox strongbox, ObjectMapper json, Clock clock, WebhooksConfig config) {
        this.strongbox = strongbox;
        this.json = json;
        this.clock = clock;
        this.source = config.address().orElse(NAMELESS);
    }

    Message of(Webhook webhook, Change change) {
        var event = CloudEvent.of(change, source);
        return sealed(webhook, event);
    }

    Message ping(Webhook webhook, Delivery ping) {
        return sealed(webhook, CloudEvent.ping(ping, source));
    }

    private Message sealed(Webhook webhook, CloudEvent event) {
        var now = clock.instant();
        var body = write(event);
        var signatures = webhook.secrets(now).stream()
                .map(secret -> strongbox.open(webhook.id(), secret).sign(event.id(), now, body))
                .toList();
        return new Message(webhook.content().url(), event.id(), Long.toString(now.getEpochSecond()), signatures, body);
    }

    private byte[] write(CloudEvent event) {
        try {
            return json.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Changes are records of plain values", e);
        }
    }
}
