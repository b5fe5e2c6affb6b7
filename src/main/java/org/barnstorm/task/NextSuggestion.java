package org.barnstorm.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.barnstorm.authority.GroupPath;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A task that the caller can claim right now, with what it takes to decide. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "NextSuggestion", description = "A task that you can claim right now.")
record NextSuggestion(
        @Schema(description = "Id of the task.") UUID id,

        @Schema(description = "The group it belongs to.") GroupPath group,

        @Schema(description = "What is to be done, in a line.", examples = "Knock on doors in Hanover")
        String title,

        @Schema(description = "Whether it can be done from anywhere.", examples = "false")
        boolean remote,

        @Nullable @Schema(description = "Where.") Place place,

        @Nullable
        @Schema(
                description =
                        "How far from you that is, in kilometres, or from your home if you did not say where you are.",
                examples = "1.2")
        Double km,

        @Nullable @Schema(description = "When it begins, in UTC.", examples = "2026-12-05T10:00:00Z")
        Instant startsAt,

        @Nullable @Schema(description = "When it ends, in UTC.", examples = "2026-12-05T12:00:00Z")
        Instant endsAt,

        @Schema(type = SchemaType.STRING, description = "IANA time zone of the place.", examples = "Europe/London")
        ZoneId zone,

        @Schema(description = "Minutes of effort for one person.", examples = "45")
        int effortMinutes,

        @Schema(description = "How many places it has.", examples = "5")
        int capacity,

        @Schema(description = "How many of them are taken.", examples = "2")
        int taken,

        @Nullable @Schema(description = "The course it needs, which you took.")
        UUID requiredCourseId,

        @Schema(description = "Why it is suggested.") List<NextReason> reasons) {

    static NextSuggestion of(Candidate task, GroupPath group, Seeker seeker, Gap gap) {
        var km = task.kmFrom(seeker.position());
        return new NextSuggestion(
                task.id(),
                group,
                task.title(),
                task.remote(),
                task.place(),
                km == null ? null : Math.round(km * 10) / 10.0,
                task.startsAt(),
                task.endsAt(),
                task.zone(),
                task.effortMinutes(),
                task.capacity(),
                task.taken(),
                task.requiredCourseId(),
                NextReasons.of(task, seeker, gap));
    }
}
