package org.barnstorm.task.template;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.platform.problem.Refusal.Violation;
import org.barnstorm.task.Audience;
import org.barnstorm.task.NewTask;
import org.barnstorm.task.Place;
import org.barnstorm.task.Verification;
import org.barnstorm.task.kind.Kinds;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What tasks that are made later will say: all but when. Of two, one can be laid over the other. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "TaskOutline",
        description = "What a task will say, all but when. What is left out is as for a new task.")
public record Outline(
        @Size(min = 1, max = 200) @Schema(description = "What is to be done, in a line.", examples = "Ring ten members")
        String title,

        @Size(max = 20000) @Schema(description = "How, in Markdown.", examples = "Say hello, ask, **listen**.")
        String instructions,

        @Min(1)
        @Max(10000)
        @Schema(description = "How many people can do it: its places; 1, if left out.", examples = "5")
        Integer capacity,

        @Schema(description = "Whether it can be done from anywhere; false, if left out.", examples = "true")
        Boolean remote,

        @Valid @Schema(description = "Where, unless it is remote.")
        Place place,

        @Min(1) @Max(100000) @Schema(description = "Minutes of effort for one person.", examples = "90")
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
                examples = "phone-bank")
        String kind,

        @Size(max = 50)
        @Schema(description = "Steps to tick off as one goes.", examples = "[\"Open the list\", \"Ring\"]")
        List<@NotBlank @Size(max = 200) String> steps,

        @Valid @Schema(description = "Which results somebody else looks at; all, if left out.")
        Verification verification) {

    /** Says nothing. */
    public static final Outline EMPTY =
            new Outline(null, null, null, null, null, null, null, null, null, null, null, null);

    /** This outline where the other says nothing. */
    public Outline with(Outline over) {
        if (over == null) return this;
        return new Outline(
                either(over.title, title),
                either(over.instructions, instructions),
                either(over.capacity, capacity),
                either(over.remote, remote),
                either(over.place, place),
                either(over.effortMinutes, effortMinutes),
                either(over.requiredCourseId, requiredCourseId),
                either(over.leaseHours, leaseHours),
                either(over.audience, audience),
                either(over.kind, kind),
                either(over.steps, steps),
                either(over.verification, verification));
    }

    /** The task that this becomes at a time; refused when it says too little, or what no task can say. */
    public NewTask task(GroupPath group, ZoneId zone, Instant startsAt, Instant endsAt) {
        var task = unchecked(group, zone, startsAt, endsAt);
        refuse(violations(task));
        return task;
    }

    /** Refuses what no task can say. Where the work is may be left to whoever makes one. */
    void requireSensible() {
        refuse(violations(unchecked(null, null, null, null)).stream()
                .filter(violation -> !violation.pointer().startsWith("/place"))
                .toList());
    }

    private NewTask unchecked(GroupPath group, ZoneId zone, Instant startsAt, Instant endsAt) {
        return new NewTask(
                group,
                title,
                instructions,
                capacity,
                remote,
                place,
                startsAt,
                endsAt,
                zone,
                effortMinutes,
                requiredCourseId,
                leaseHours,
                audience,
                kind,
                steps,
                verification,
                null);
    }

    private List<Violation> violations(NewTask task) {
        var violations = new ArrayList<Violation>();
        if (title == null || title.isBlank()) violations.add(new Violation("/title", "Say what is to be done."));
        if (effortMinutes == null) violations.add(new Violation("/effortMinutes", "Say how long it takes one person."));
        violations.addAll(task.contradictions());
        return violations;
    }

    private static void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) throw Refusal.invalid(violations).under("/content");
    }

    private static <T> T either(T first, T second) {
        return first == null ? second : first;
    }
}
