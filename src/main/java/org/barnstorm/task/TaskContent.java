package org.barnstorm.task;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.barnstorm.authority.Matter;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.platform.problem.Refusal.Violation;
import org.barnstorm.task.kind.Kinds;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can be edited of a task. */
@Schema(description = "What can be edited of a task: everything but its group.")
public record TaskContent(
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
        Integer leaseHours,

        @Valid @NotNull @Schema(description = "Who sees it once it is open, and may claim it.")
        Audience audience,

        @Pattern(regexp = Kinds.CODE, message = Kinds.CODE_RULE)
        @Size(max = 40)
        @Schema(
                description = "Kind of work, whose vocabulary its outcomes come from; absent for any outcome.",
                examples = "canvass")
        String kind,

        @NotNull
        @Size(max = 50)
        @Schema(
                description = "Steps to tick off as one goes.",
                examples = "[\"Fetch the sheets\", \"Walk the street\"]")
        List<@NotBlank @Size(max = 200) String> steps,

        @Valid @NotNull @Schema(description = "Which results somebody else looks at.")
        Verification verification,

        @Schema(description = "The campaign it belongs to, of its group or of one above; absent for none.")
        UUID campaignId) {

    /** What authority over it can be limited to. */
    Matter matter() {
        return new Matter(campaignId, kind, capacity);
    }

    /** Whether people have to be there at another time, or are done travelling at another. */
    boolean isAtAnotherTimeThan(TaskContent other) {
        return !Objects.equals(startsAt, other.startsAt)
                || !Objects.equals(endsAt, other.endsAt)
                || !remote.equals(other.remote);
    }

    /** Refuses combinations that no task can have; single values are checked by their annotations. */
    TaskContent requireSensible() {
        var violations = contradictions();
        if (!violations.isEmpty()) throw Refusal.invalid(violations);
        return this;
    }

    /** Combinations that no task can have. */
    List<Violation> contradictions() {
        var violations = new ArrayList<Violation>();
        if ((startsAt == null) != (endsAt == null)) {
            violations.add(new Violation("/endsAt", "Give startsAt and endsAt together, or neither."));
        } else if (startsAt != null && !endsAt.isAfter(startsAt)) {
            violations.add(new Violation("/endsAt", "It ends after it starts."));
        }
        if (!remote && (place == null || place.saysNothing()))
            violations.add(new Violation("/place", "Say where, or that it is remote."));
        if (!audience.whole()) violations.add(new Violation("/audience/km", "Say how far for NEARBY, and only then."));
        if (audience.km() != null && (place == null || place.location() == null))
            violations.add(new Violation("/place/location", "NEARBY is counted from a point on the map: give it."));
        if (!verification.whole()) {
            violations.add(new Violation(
                    "/verification", "SAMPLE goes with percent, NEW_PEOPLE with first, and nothing else with either."));
        }
        return violations;
    }
}
