package org.barnstorm.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import org.barnstorm.integration.Change;

/**
 * The body of a request: CloudEvents 1.0 in its structured JSON form. Made anew for each attempt from what never changes,
 * so that each attempt has the same bytes.
 *
 * @param subject which thing; null for a ping
 * @param data the change as the feed has it; null for a ping
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"specversion", "id", "source", "type", "subject", "time", "datacontenttype", "data"})
record CloudEvent(
        String specversion,
        String id,
        String source,
        String type,
        String subject,
        Instant time,
        String datacontenttype,
        Change data) {
    static final String PREFIX = "org.barnstorm.";

    private static final String VERSION = "1.0";
    private static final String JSON = "application/json";

    static CloudEvent of(Change change, String source) {
        return new CloudEvent(
                VERSION,
                change.id().toString(),
                source,
                PREFIX + change.type(),
                change.subject().toString(),
                change.at(),
                JSON,
                change);
    }

    static CloudEvent ping(Delivery delivery, String source) {
        return new CloudEvent(
                VERSION,
                delivery.eventId().toString(),
                source,
                PREFIX + delivery.type(),
                null,
                delivery.queuedAt(),
                null,
                null);
    }
}
