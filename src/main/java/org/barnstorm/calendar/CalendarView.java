package org.barnstorm.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;
import org.barnstorm.authority.GroupPath;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A calendar as its owner sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Calendar", description = "A calendar that programs follow by its link.")
record CalendarView(
        @Schema(description = "Id of the calendar; it opens nothing.")
        UUID id,

        @Nullable @Schema(description = "The group whose tasks it has; absent for one's own commitments.")
        GroupPath group,

        @Schema(description = "How much it says.", examples = "TITLES")
        Detail detail,

        @Nullable
        @Schema(
                description =
                        "The address to give to a calendar program; only in the first answer to making it or to a new link."
                                + " Whoever lost it asks for a new one.",
                examples = "https://barnstorm.example.org/calendars/3f1n0Zy2qkqJm1o0c7aXw4vKcT5b9R2e.ics")
        String link,

        @Schema(description = "When it was made, in UTC.", examples = "2026-11-21T09:30:00Z")
        Instant madeAt,

        @Schema(description = "Since when it has the link that it has, in UTC.", examples = "2026-11-21T09:30:00Z")
        Instant linkedAt,

        @Nullable @Schema(description = "Since when the link leads nowhere, in UTC.", examples = "2026-12-01T09:30:00Z")
        Instant revokedAt) {

    /**
     * @param group of a group's calendar; null for one's own commitments
     * @param link null but in the answer that tells it
     */
    static CalendarView of(Calendar calendar, GroupPath group, String link) {
        return new CalendarView(
                calendar.id(),
                group,
                calendar.detail(),
                link,
                calendar.madeAt(),
                calendar.linkedAt(),
                calendar.revokedAt());
    }
}
