package org.barnstorm.integration;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.barnstorm.platform.journal.JournalEntry;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One change as followers get it: ids, states and numbers. What it is about they fetch, as far as they may see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description =
                "One change: what happened to which thing, where and when. The thing itself is fetched by its id.")
public record Change(
        @Schema(description = "Id of the event; the same wherever it is delivered. Drop what you have seen already.")
        UUID id,

        @Schema(description = "What happened: subject type, dot, past participle.", examples = "task.published")
        String type,

        @Schema(description = "What kind of thing changed.", examples = "task")
        String subjectType,

        @Schema(description = "Which thing changed.") UUID subject,

        @Schema(
                description =
                        "Number of this change among those of its subject: 1, 2, 3. One that you may not see is missing.",
                examples = "2")
        long sequence,

        @Schema(description = "Path of the group at that time.", examples = "uk.south-east.brighton-pavilion")
        String group,

        @Nullable
        @Schema(
                description =
                        "Member or integration that did it; absent when the service did, for example when a lease ran out.")
        UUID actor,

        @Schema(description = "When, by the database's clock.", examples = "2026-11-21T09:30:00Z")
        Instant at,

        @Schema(
                description = "Ids, states and numbers of the change.",
                examples = "{\"status\": \"OPEN\", \"capacity\": 5}")
        Map<String, Object> data,

        @Schema(
                description =
                        "A tombstone: the thing is over, and a copy of it can go. A later change of the same thing brings it back.",
                examples = "false")
        boolean gone) {

    private static final Set<String> OVER = Set.of(
            "ATTEMPTED",
            "CANCELLED",
            "DECLINED",
            "ENDED",
            "EXPIRED",
            "LAPSED",
            "LEFT",
            "MOVED",
            "NO_SHOW",
            "REJECTED",
            "RELEASED",
            "UNDONE");

    /** Of things whose changes name no state. */
    private static final Set<String> ENDS = Set.of(
            "certificate.revoked",
            "group.merged",
            "integration.ended",
            "integration.expired",
            "mandate.lapsed",
            "mandate.resigned",
            "mandate.revoked",
            "mandate.unbound",
            "mandate.unvouched",
            "qualification.withdrawn",
            "series.ended",
            "template.retired",
            "vouch.withdrawn");

    static Change of(JournalEntry entry) {
        return new Change(
                entry.id(),
                entry.type(),
                entry.subjectType(),
                entry.subject(),
                entry.sequence(),
                entry.group(),
                entry.actor(),
                entry.at(),
                entry.data(),
                isEnd(entry));
    }

    private static boolean isEnd(JournalEntry entry) {
        var status = entry.data().get("status");
        return ENDS.contains(entry.type()) || status != null && OVER.contains(status.toString());
    }
}
