package org.barnstorm.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.platform.GeoPoint;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A call as the person who is called sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "RescueCall",
        description = "Somebody dropped out of work near you that begins soon. Claim the task to take the place.")
record RescueCallView(
        @Schema(description = "The task.") UUID taskId,

        @Schema(description = "The task's title.", examples = "Knock on doors in Hanover")
        String title,

        @Schema(description = "The task's group.") GroupPath group,

        @Nullable @Schema(description = "Where.") Place place,

        @Nullable @Schema(description = "Kilometres from your home, if you still say where that is.", examples = "4")
        Long km,

        @Nullable @Schema(description = "When it begins, in UTC.", examples = "2026-12-05T10:00:00Z")
        Instant startsAt,

        @Nullable @Schema(description = "When it ends, in UTC.", examples = "2026-12-05T12:00:00Z")
        Instant endsAt,

        @Schema(type = SchemaType.STRING, description = "IANA time zone of the place.", examples = "Europe/London")
        ZoneId zone,

        @Schema(
                description =
                        "Until when you may take the place, by the database's clock, in UTC; others may be faster.",
                examples = "2026-12-04T16:00:00Z")
        Instant until) {

    static RescueCallView of(RescueRepository.Look look, GroupPath group, GeoPoint home) {
        var task = look.task();
        var content = task.content();
        return new RescueCallView(
                task.id(),
                content.title(),
                group,
                content.place(),
                home == null || task.location() == null ? null : Math.round(home.kmTo(task.location())),
                content.startsAt(),
                content.endsAt(),
                content.zone(),
                look.call().until());
    }
}
