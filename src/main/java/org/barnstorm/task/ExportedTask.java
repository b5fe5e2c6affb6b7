package org.barnstorm.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.platform.GeoPoint;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A row of an export of tasks: in this order the columns. New ones come at the end. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A row of an export of tasks.")
public record ExportedTask(
        @Schema(description = "Id of the task.") UUID id,

        @Schema(description = "The group it belongs to.") GroupPath group,

        @Schema(description = "What is to be done, in a line.", examples = "Knock on doors in Hanover")
        String title,

        @Schema(description = "What can be done with it.", examples = "OPEN")
        Task.Status status,

        @Schema(description = "How many places it has.", examples = "5")
        int capacity,

        @Schema(description = "How many of them are taken.", examples = "2")
        int taken,

        @Nullable @Schema(description = "Kind of work.", examples = "canvass")
        String kind,

        @Nullable @Schema(description = "When it begins, in UTC.", examples = "2026-12-05T10:00:00Z")
        Instant startsAt,

        @Nullable @Schema(description = "When it ends, in UTC.", examples = "2026-12-05T12:00:00Z")
        Instant endsAt,

        @Schema(type = SchemaType.STRING, description = "IANA time zone of the place.", examples = "Europe/London")
        ZoneId zone,

        @Schema(description = "Whether it can be done from anywhere.", examples = "false")
        boolean remote,

        @Nullable @Schema(description = "Where, in words.", examples = "Level, by the cafe, Union Road")
        String place,

        @Nullable @Schema(description = "Where, in degrees north.", examples = "50.82838")
        BigDecimal latitude,

        @Nullable @Schema(description = "Where, in degrees east.", examples = "-0.13947")
        BigDecimal longitude,

        @Schema(description = "Minutes of effort for one person.", examples = "120")
        int effortMinutes,

        @Nullable @Schema(description = "The campaign it belongs to.")
        UUID campaignId,

        @Nullable @Schema(description = "Course whose qualification one needs.")
        UUID requiredCourseId,

        @Schema(description = "Member who made it.") UUID createdBy,

        @Schema(description = "When it was made, in UTC.", examples = "2026-11-21T09:30:00Z")
        Instant createdAt,

        @Schema(description = "How, in Markdown.", examples = "Meet at **10:00**. Bring water.")
        String instructions) {

    static ExportedTask of(Task task, GroupPath group) {
        var content = task.content();
        var place = content.place();
        var point = place == null ? null : place.location();
        return new ExportedTask(
                task.id(),
                group,
                content.title(),
                task.status(),
                content.capacity(),
                task.taken(),
                content.kind(),
                content.startsAt(),
                content.endsAt(),
                content.zone(),
                content.remote(),
                place == null ? null : place.name(),
                GeoPoint.latitude(point),
                GeoPoint.longitude(point),
                content.effortMinutes(),
                content.campaignId(),
                content.requiredCourseId(),
                task.createdBy(),
                task.createdAt(),
                content.instructions());
    }
}
