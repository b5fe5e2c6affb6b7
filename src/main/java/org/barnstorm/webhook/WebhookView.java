package org.barnstorm.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.platform.http.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A webhook as its owner sees it, and whoever manages integrations there. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Webhook", description = "Changes of a part of the tree, sent to an address as its owner may see them.")
record WebhookView(
        @Schema(description = "Id of the webhook.") UUID id,

        @Schema(description = "Content version, as in the ETag.", examples = "0")
        long version,

        @Schema(description = "Changes of this group and those below it.")
        GroupPath group,

        @Schema(description = "Where changes are sent.", examples = "https://hooks.example.org/barnstorm")
        String url,

        @Schema(
                description = "Only these types of things or of changes; empty for all.",
                examples = "[\"assignment.verified\", \"task\"]")
        List<String> types,

        @Schema(description = "Whether changes are sent.", examples = "true")
        boolean active,

        @Schema(description = "What becomes of changes now.", examples = "ACTIVE")
        Webhook.Status status,

        @Nullable @Schema(description = "Why it is DISABLED.", examples = "FAILING")
        Webhook.Reason reason,

        @Schema(description = "Member or integration whose it is: they see here what they may see.")
        UUID ownerId,

        @Nullable
        @Schema(
                description = "Signs what is sent. Only in the answer that made it: keep it.",
                examples = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD5Gz9kVqgkVo=")
        String secret,

        @Nullable
        @Schema(description = "Until when the secret of before signs, too.", examples = "2026-11-22T09:30:00Z")
        Instant formerSecretUntil,

        @Schema(description = "Attempts in a row that did not deliver.", examples = "0")
        int failures,

        @Nullable @Schema(description = "Since when nothing could be delivered.")
        Instant failingSince,

        @Nullable @Schema(description = "When something was last delivered.")
        Instant deliveredAt,

        @Nullable @Schema(description = "Nothing is tried before, because the last attempt failed.")
        Instant restUntil,

        @Schema(description = "When it was made, in UTC.", examples = "2026-11-21T09:30:00Z")
        Instant createdAt,

        @Nullable @Schema(description = "When it was ended.")
        Instant endedAt)
        implements Versioned {

    /** @param secret null unless this answer tells it */
    static WebhookView of(Webhook webhook, Progress progress, GroupPath group, Secret secret) {
        var content = webhook.content();
        return new WebhookView(
                webhook.id(),
                webhook.version(),
                group,
                content.url(),
                content.types(),
                content.active(),
                webhook.status(),
                webhook.reason(),
                webhook.ownerId(),
                secret == null ? null : secret.text(),
                webhook.formerUntil(),
                progress.failures(),
                progress.failingSince(),
                progress.deliveredAt(),
                progress.restUntil(),
                webhook.createdAt(),
                webhook.endedAt());
    }
}
