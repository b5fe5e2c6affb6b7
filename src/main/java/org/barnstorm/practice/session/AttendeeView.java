package org.barnstorm.practice.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;
import org.barnstorm.task.Gatherings.Guest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody who signed up, as trainers see them. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Attendee", description = "Somebody who signed up for a live session.")
record AttendeeView(
        @Schema(description = "Who.") UUID memberId,

        @Nullable @Schema(description = "First name and initial.", examples = "Ada L.")
        String name,

        @Schema(description = "Whether they have a place; false when it lapsed or they were missed.", examples = "true")
        boolean hasPlace,

        @Nullable @Schema(description = "Whether they were there; absent until somebody says so.", examples = "PRESENT")
        Attendance.Status status,

        @Nullable @Schema(description = "When that was said, in UTC.", examples = "2026-12-05T20:05:00Z")
        Instant recordedAt) {

    /** @param said null when nothing was */
    static AttendeeView of(Guest guest, String name, Attendance said) {
        return new AttendeeView(
                guest.memberId(),
                name,
                guest.hasPlace(),
                said == null ? null : said.status(),
                said == null ? null : said.recordedAt());
    }
}
