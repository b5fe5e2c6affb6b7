package org.barnstorm.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;
import org.barnstorm.authority.GroupPath;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A row of an export of outcomes, for adding up: nobody is in it, and nothing that somebody wrote about others. In this order
 * the columns; new ones come at the end.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A row of an export of outcomes. It says what came of the work and not whose it was.")
public record ExportedOutcome(
        @Schema(description = "Id of the assignment.") UUID id,

        @Schema(description = "The task.") UUID taskId,

        @Schema(description = "The task's title.", examples = "Knock on doors in Hanover")
        String title,

        @Schema(description = "The task's group.") GroupPath group,

        @Nullable @Schema(description = "Kind of work.", examples = "canvass")
        String kind,

        @Nullable @Schema(description = "The campaign it belongs to.")
        UUID campaignId,

        @Schema(description = "Whether it counts: DONE and VERIFIED do.", examples = "VERIFIED")
        AssignmentStatus status,

        @Schema(description = "How it went, in a code that can be counted.", examples = "doors-knocked")
        String outcome,

        @Nullable @Schema(description = "How many, where that means something.", examples = "42")
        Integer quantity,

        @Nullable @Schema(description = "When it was done, in UTC.", examples = "2026-11-22T09:30:00Z")
        Instant completedAt,

        @Nullable @Schema(description = "When it was verified or rejected, in UTC.", examples = "2026-11-23T09:30:00Z")
        Instant verifiedAt) {

    static ExportedOutcome of(Assignment assignment, Task task, GroupPath group) {
        return new ExportedOutcome(
                assignment.id(),
                task.id(),
                task.title(),
                group,
                task.kind(),
                task.campaignId(),
                assignment.status(),
                assignment.outcome().code(),
                assignment.outcome().quantity(),
                assignment.completedAt(),
                assignment.verifiedAt());
    }
}
