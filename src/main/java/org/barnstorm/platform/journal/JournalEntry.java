package org.barnstorm.platform.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One change as the journal shows it: who did what, under which mandate. Ids only; names are nobody's business here. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "One change: who did what, when, and under which mandate.")
public record JournalEntry(
        @Schema(description = "Id of the event; the same wherever it is delivered.")
        UUID id,

        @Schema(description = "What happened: subject type, dot, past participle.", examples = "assignment.claimed")
        String type,

        @Schema(description = "What kind of thing changed.", examples = "assignment")
        String subjectType,

        @Schema(description = "Which thing changed.") UUID subject,

        @Schema(description = "Number of this change among those of its subject: 1, 2, 3 without gaps.", examples = "1")
        long sequence,

        @Nullable @Schema(description = "Path of the group at that time.", examples = "uk.south-east.brighton-pavilion")
        String group,

        @Nullable
        @Schema(description = "Member who did it; absent when the service did, for example when a lease ran out.")
        UUID actor,

        @Nullable
        @Schema(description = "Mandate that allowed it; absent for acts that need none, such as one's own claim.")
        UUID mandate,

        @Schema(
                description = "Request that caused it, as in X-Request-Id.",
                examples = "0199d6f0-5f3c-7c55-9d0a-2f3f5d0c7c11")
        String requestId,

        @Schema(description = "When, by the database's clock.", examples = "2026-11-21T09:30:00Z")
        Instant at,

        @Schema(
                description = "Ids, states and numbers of the change.",
                examples = "{\"status\": \"HELD\", \"fence\": 3}")
        Map<String, Object> data) {}
