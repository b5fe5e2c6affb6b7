package org.barnstorm.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.platform.http.Versioned;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A task as those who may see it do. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Task", description = "A piece of work with places.")
public record TaskView(
        @Schema(description = "Id of the task.") UUID id,

        @Schema(description = "Content version, as in the ETag; claims do not change it.", examples = "0")
        long version,

        @Schema(description = "The group it belongs to.") GroupPath group,

        @Schema(description = "What is to be done, in a line.", examples = "Knock on doors in Hanover")
        String title,

        @Schema(description = "How, in Markdown.", examples = "Meet at **10:00**. Bring water.")
        String instructions,

        @Schema(description = "What can be done with it.", examples = "OPEN")
        Task.Status status,

        @Schema(description = "How many places it has.", examples = "5")
        int capacity,

        @Schema(description = "How many of them are taken.", examples = "2")
        int taken,

        @Schema(description = "Whether it can be done from anywhere.", examples = "false")
        boolean remote,

        @Nullable @Schema(description = "Where.") Place place,

        @Nullable @Schema(description = "When it begins, in UTC.", examples = "2026-12-05T10:00:00Z")
        Instant startsAt,

        @Nullable @Schema(description = "When it ends, in UTC.", examples = "2026-12-05T12:00:00Z")
        Instant endsAt,

        @Schema(type = SchemaType.STRING, description = "IANA time zone of the place.", examples = "Europe/London")
        ZoneId zone,

        @Schema(description = "Minutes of effort for one person.", examples = "120")
        int effortMinutes,

        @Nullable @Schema(description = "Course whose qualification one needs.")
        UUID requiredCourseId,

        @Schema(description = "For how many hours a place is held.", examples = "48")
        int leaseHours,

        @Schema(description = "Who sees it while it is open, and may claim it.")
        Audience audience,

        @Nullable @Schema(description = "Kind of work, whose vocabulary its outcomes come from.", examples = "canvass")
        String kind,

        @Schema(
                description = "Steps to tick off as one goes.",
                examples = "[\"Fetch the sheets\", \"Walk the street\"]")
        List<String> steps,

        @Schema(description = "Which results somebody else looks at.")
        Verification verification,

        @Nullable @Schema(description = "The campaign it belongs to; absent for none.")
        UUID campaignId,

        @Schema(
                description = "Version of what is to be done, when and where; holders have seen one of them.",
                examples = "1")
        int revision,

        @Nullable @Schema(description = "Which occurrence of a series it is; absent for a task of its own.")
        Occurrence occurrence,

        @Schema(description = "Tasks that have to be done before this one opens.")
        List<UUID> needs,

        @Nullable
        @Schema(
                description =
                        "Whether somebody looks at it before it opens; absent if nobody does. It has more at /tasks/{id}/review.",
                examples = "WAITING")
        Review.State review,

        @Schema(description = "Member who made it.") UUID createdBy,

        @Schema(description = "When it was made, in UTC.", examples = "2026-11-21T09:30:00Z")
        Instant createdAt)
        implements Versioned {

    static TaskView of(Task task, GroupPath group) {
        var content = task.content();
        return new TaskView(
                task.id(),
                task.version(),
                group,
                content.title(),
                content.instructions(),
                task.status(),
                content.capacity(),
                task.taken(),
                content.remote(),
                content.place(),
                content.startsAt(),
                content.endsAt(),
                content.zone(),
                content.effortMinutes(),
                content.requiredCourseId(),
                content.leaseHours(),
                content.audience(),
                content.kind(),
                content.steps(),
                content.verification(),
                content.campaignId(),
                task.revision(),
                task.occurrence(),
                task.needs().ids(),
                task.isBeforeOpening() ? task.review().state() : null,
                task.createdBy(),
                task.createdAt());
    }
}
