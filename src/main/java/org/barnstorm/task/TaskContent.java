package org.barnstorm.task;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.UUID;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.platform.problem.Refusal.Violation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can be edited of a task. */
@Schema(description = "What can be edited of a task: everything but its group.")
record TaskContent(
        @NotBlank
        @Size(max = 200)
        @Schema(description = "What is to be done, in a line.", examples = "Knock on doors in Hanover")
        String title,

        @NotNull
        @Size(max = 20000)
        @Schema(description = "How, in Markdown.", examples = "Meet at **10:00**. Bring water.")
        String instructions,

        @NotNull @Min(1) @Max(10000) @Schema(description = "How many people can do it: its places.", examples = "5")
        Integer capacity,

        @NotNull @Schema(description = "Whether it can be done from anywhere.", examples = "false")
        Boolean remote,

        @Valid @Schema(description = "Where, unless it is remote.")
        Place place,

        @Schema(
                description = "When it begins, in UTC; absent for work that can be done at any time.",
                examples = "2026-12-05T10:00:00Z")
        Instant startsAt,

        @Schema(description = "When it ends, in UTC.", examples = "2026-12-05T12:00:00Z")
        Instant endsAt,

        @NotNull
        @Schema(type = SchemaType.STRING, description = "IANA time zone of the place.", examples = "Europe/London")
        ZoneId zone,

        @NotNull @Min(1) @Max(100000) @Schema(description = "Minutes of effort for one person.", examples = "120")
        Integer effortMinutes,

        @Schema(description = "Course whose qualification one needs; absent for none.")
        UUID requiredCourseId,

        @NotNull
        @Min(1)
        @Max(8760)
        @Schema(
                description = "For how many hours a place is held: from taking it, or for scheduled work from its end.",
                examples = "48")
        Integer leaseHours) {

    /** Refuses combinations that no task can have; single values are checked by their annotations. */
    TaskContent requireSensible() {
        var violations = new ArrayList<Violation>();
        if ((startsAt == null) != (endsAt == null)) {
            violations.add(new Violation("/endsAt", "Give startsAt and endsAt together, or neither."));
        } else if (startsAt != null && !endsAt.isAfter(startsAt)) {
            violations.add(new Violation("/endsAt", "It ends after it starts."));
        }
        if (!remote && (place == null || place.isNowhere()))
            violations.add(new Violation("/place", "Say where, or that it is remote."));
        if (!violations.isEmpty()) throw Refusal.invalid(violations);
        return this;
    }
}
