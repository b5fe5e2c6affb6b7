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
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.authority.Matter;
import org.barnstorm.platform.problem.Refusal.Violation;
import org.barnstorm.task.kind.Kinds;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A task to be made, as a draft. */
@Schema(description = "A task to be made. It is a draft until it is published.")
public record NewTask(
        @NotNull @Schema(description = "The group it belongs to.")
        GroupPath group,

        @NotBlank
        @Size(max = 200)
        @Schema(description = "What is to be done, in a line.", examples = "Knock on doors in Hanover")
        String title,

        @Size(max = 20000) @Schema(description = "How, in Markdown.", examples = "Meet at **10:00**. Bring water.")
        String instructions,

        @Min(1)
        @Max(10000)
        @Schema(description = "How many people can do it: its places; 1, if left out.", examples = "5")
        Integer capacity,

        @Schema(description = "Whether it can be done from anywhere; false, if left out.", examples = "false")
        Boolean remote,

        @Valid @Schema(description = "Where, unless it is remote.")
        Place place,

        @Schema(
                description = "When it begins, in UTC; left out for work that can be done at any time.",
                examples = "2026-12-05T10:00:00Z")
        Instant startsAt,

        @Schema(description = "When it ends, in UTC.", examples = "2026-12-05T12:00:00Z")
        Instant endsAt,

        @Schema(
                type = SchemaType.STRING,
                description = "IANA time zone of the place; the group's, if left out.",
                examples = "Europe/London")
        ZoneId zone,

        @Min(1) @Max(100000) @NotNull @Schema(description = "Minutes of effort for one person.", examples = "120")
        Integer effortMinutes,

        @Schema(description = "Course whose qualification one needs; left out for none.")
        UUID requiredCourseId,

        @Min(1)
        @Max(8760)
        @Schema(
                description =
                        "For how many hours a place is held: from taking it, or for scheduled work from its end; 48, if left out.",
                examples = "48")
        Integer leaseHours,

        @Valid
        @Schema(description = "Who sees it once it is open, and may claim it; members of its group, if left out.")
        Audience audience,

        @Pattern(regexp = Kinds.CODE, message = Kinds.CODE_RULE)
        @Size(max = 40)
        @Schema(
                description = "Kind of work, whose vocabulary its outcomes come from; left out for any outcome.",
                examples = "canvass")
        String kind,

        @Size(max = 50)
        @Schema(
                description = "Steps to tick off as one goes.",
                examples = "[\"Fetch the sheets\", \"Walk the street\"]")
        List<@NotBlank @Size(max = 200) String> steps,

        @Valid @Schema(description = "Which results somebody else looks at; all, if left out.")
        Verification verification,

        @Schema(description = "The campaign it is to belong to, of its group or of one above; left out for none.")
        UUID campaignId) {

    private static final int USUAL_LEASE_HOURS = 48;

    /** What the task will say; refused if no task can. */
    public TaskContent content(ZoneId groupsZone) {
        return filledIn(groupsZone).requireSensible();
    }

    /** Why no task can say this, whatever the zone; nothing, if one can. */
    public List<Violation> contradictions() {
        return filledIn(ZoneOffset.UTC).contradictions();
    }

    /** What authority to make it can be limited to. */
    Matter matter() {
        return new Matter(campaignId, kind, places());
    }

    private int places() {
        return capacity == null ? 1 : capacity;
    }

    private TaskContent filledIn(ZoneId groupsZone) {
        return new TaskContent(
                title,
                instructions == null ? "" : instructions,
                places(),
                remote != null && remote,
                place,
                startsAt,
                endsAt,
                zone == null ? groupsZone : zone,
                effortMinutes,
                requiredCourseId,
                leaseHours == null ? USUAL_LEASE_HOURS : leaseHours,
                audience == null ? Audience.MEMBERS_OF_THE_GROUP : audience,
                kind,
                steps == null ? List.of() : steps,
                verification == null ? Verification.OF_EVERYTHING : verification,
                campaignId);
    }
}
