package org.barnstorm.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A line of a webhook's log. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "Delivery",
        description = "One change, or a ping, on its way to a webhook: what was tried, and with what success.")
record DeliveryView(
        @Schema(description = "Id of this line.") UUID id,

        @Schema(
                description =
                        "Id of the event: `webhook-id` of the request, `id` of its body and in the feed of changes.")
        UUID event,

        @Schema(description = "What is delivered.", examples = "CHANGE")
        Delivery.Kind kind,

        @Schema(description = "What happened; `webhook.ping` for a ping.", examples = "task.published")
        String type,

        @Schema(description = "Which thing changed.") UUID subject,

        @Schema(description = "Number of the change among those of its thing; 0 for a ping.", examples = "2")
        long sequence,

        @Schema(description = "What became of it.", examples = "DELIVERED")
        Delivery.Status status,

        @Schema(description = "How often it was sent.", examples = "1")
        int attempts,

        @Schema(description = "When it was ready to be sent.", examples = "2026-11-21T09:30:00Z")
        Instant queuedAt,

        @Nullable @Schema(description = "When it was last sent.")
        Instant lastAttemptAt,

        @Nullable
        @Schema(
                description =
                        "When it is sent next, unless the webhook rests or an earlier change of the same thing waits.")
        Instant nextAttemptAt,

        @Nullable @Schema(description = "Status of the last answer; absent when there was none.", examples = "200")
        Integer httpStatus,

        @Nullable @Schema(description = "Why the last attempt did not deliver.", examples = "STATUS")
        Failure failure,

        @Nullable @Schema(description = "How long the last attempt took, in milliseconds.", examples = "84")
        Integer durationMillis) {

    static DeliveryView of(Delivery delivery) {
        return new DeliveryView(
                delivery.id(),
                delivery.eventId(),
                delivery.kind(),
                delivery.type(),
                delivery.subjectId(),
                delivery.sequence(),
                delivery.status(),
                delivery.attempts(),
                delivery.queuedAt(),
                delivery.lastAttemptAt(),
                delivery.nextAttemptAt(),
                delivery.httpStatus(),
                delivery.failure(),
                delivery.durationMillis());
    }
}
