package org.barnstorm.practice.session;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.platform.problem.Refusal.Violation;
import org.barnstorm.task.Audience;
import org.barnstorm.task.Gathering;
import org.barnstorm.task.Place;
import org.barnstorm.training.content.CourseModule;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A live session to be planned. */
@Schema(description = "A live session to be planned. Its task is open at once.")
record NewLiveSession(
        @NotNull @Schema(description = "The group that holds it: at or below the course's.")
        GroupPath group,

        @NotNull
        @Pattern(regexp = CourseModule.KEY)
        @Size(max = 40)
        @Schema(description = "Which LIVE_SESSION of the course.", examples = "evening")
        String module,

        @Size(max = 200)
        @Schema(description = "What it is called; as the module, if left out.", examples = "An evening of listening")
        String title,

        @Size(max = 20000)
        @Schema(description = "What to know before, in Markdown.", examples = "Ring twice. There is tea.")
        String instructions,

        @NotNull @Schema(description = "When it begins, in UTC.", examples = "2026-12-05T18:00:00Z")
        Instant startsAt,

        @NotNull @Schema(description = "When it ends, in UTC.", examples = "2026-12-05T20:00:00Z")
        Instant endsAt,

        @Schema(
                type = SchemaType.STRING,
                description = "IANA time zone of the place; the group's, if left out.",
                examples = "Europe/London")
        ZoneId zone,

        @Valid @Schema(description = "Where one has to be; left out, if one takes part by the link alone.")
        Place place,

        @Pattern(regexp = CourseModule.LINK, message = "must be a link that begins with https://")
        @Size(max = 500)
        @Schema(
                description = "Where one takes part. Only who has a place sees it, and trainers.",
                examples = "https://meet.example.org/listening")
        String link,

        @NotNull @Min(1) @Max(10000) @Schema(description = "How many people can come: its places.", examples = "12")
        Integer capacity,

        @Valid @Schema(description = "Who sees it and may sign up; members of the group, if left out.")
        Audience audience) {

    /** @param usual what it is called unless it says otherwise */
    Gathering gathering(String usual) {
        if (place == null && link == null) {
            throw Refusal.invalid(List.of(new Violation("/place", "Say where it is, or give the link.")));
        }
        return new Gathering(
                group, title == null ? usual : title, instructions, capacity, place, startsAt, endsAt, zone, audience);
    }
}
