package org.barnstorm.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;
import org.barnstorm.authority.GroupPath;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A row of an export of holds: what a task's list of them shows; in this order the columns. New ones come at the end. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A row of an export of assignments.")
public record ExportedAssignment(
        @Schema(description = "Id of the assignment.") UUID id,

        @Schema(description = "The task.") UUID taskId,

        @Schema(description = "The task's title.", examples = "Knock on doors in Hanover")
        String title,

        @Schema(description = "The task's group.") GroupPath group,

        @Nullable @Schema(description = "Who holds it; empty while it waits for whoever holds an office.")
        UUID memberId,

        @Nullable @Schema(description = "First name and initial.", examples = "Ada L.")
        String name,

        @Schema(description = "Where it stands.", examples = "HELD")
        AssignmentStatus status,

        @Schema(description = "How the person came by the place.", examples = "CLAIM")
        Source source,

        @Nullable @Schema(description = "Organiser who offered it; empty for a claim.")
        UUID assignedBy,

        @Schema(description = "Since when, in UTC.", examples = "2026-11-21T09:30:00Z")
        Instant createdAt,

        @Schema(description = "Until when it is held, in UTC.", examples = "2026-11-23T09:30:00Z")
        Instant leaseUntil,

        @Nullable @Schema(description = "When it was done, in UTC.", examples = "2026-11-22T09:30:00Z")
        Instant completedAt,

        @Nullable @Schema(description = "How it went, in a code that can be counted.", examples = "doors-knocked")
        String outcome,

        @Nullable @Schema(description = "How many, where that means something.", examples = "42")
        Integer quantity,

        @Nullable @Schema(description = "What the next person should know.", examples = "Elm Grove is done.")
        String note,

        @Nullable @Schema(description = "Where one can see it.", examples = "https://photos.example.org/elm-grove")
        String evidence,

        @Nullable @Schema(description = "Who verified or rejected it.")
        UUID verifiedBy,

        @Nullable @Schema(description = "When, in UTC.", examples = "2026-11-23T09:30:00Z")
        Instant verifiedAt,

        @Nullable
        @Schema(description = "Why it was declined, rejected, moved, taken back or undone.", examples = "No photo.")
        String reason,

        @Nullable @Schema(description = "When this hold ended, in UTC.", examples = "2026-11-23T09:30:00Z")
        Instant endedAt) {

    static ExportedAssignment of(Assignment assignment, Task task, GroupPath group, String name) {
        var outcome = assignment.outcome();
        return new ExportedAssignment(
                assignment.id(),
                task.id(),
                task.title(),
                group,
                assignment.memberId(),
                name,
                assignment.status(),
                assignment.source(),
                assignment.assignedBy(),
                assignment.createdAt(),
                assignment.lease().until(),
                assignment.completedAt(),
                outcome == null ? null : outcome.code(),
                outcome == null ? null : outcome.quantity(),
                outcome == null ? null : outcome.note(),
                outcome == null ? null : outcome.evidence(),
                assignment.verifiedBy(),
                assignment.verifiedAt(),
                assignment.reason(),
                assignment.endedAt());
    }
}
