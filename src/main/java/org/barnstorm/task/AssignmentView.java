package org.barnstorm.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.barnstorm.authority.GroupPath;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A hold as its holder and the group's organisers see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Assignment", description = "One person's hold of one place.")
record AssignmentView(
        @Schema(description = "Id of the assignment.") UUID id,

        @Schema(description = "The task.") UUID taskId,

        @Schema(description = "The task's title.", examples = "Knock on doors in Hanover")
        String title,

        @Schema(description = "The task's group.") GroupPath group,

        @Nullable
        @Schema(
                description = "Who holds it; absent while it waits for whoever holds an office.",
                examples = "0199d6f0-5f3c-7c55-9d0a-2f3f70e4fa78")
        UUID memberId,

        @Nullable @Schema(description = "First name and initial; only in a task's list.")
        String name,

        @Schema(description = "Where it stands.", examples = "HELD")
        AssignmentStatus status,

        @Schema(description = "Rises with each hold of the task; send it to complete or give back.", examples = "3")
        long fence,

        @Schema(description = "How the person came by the place.", examples = "CLAIM")
        Source source,

        @Schema(
                description = "Until when it is held, by the database's clock, in UTC.",
                examples = "2026-11-23T09:30:00Z")
        Instant leaseUntil,

        @Schema(
                description = "The end of the grace after that, in UTC: from then on the place is freed.",
                examples = "2026-11-23T10:00:00Z")
        Instant expiresAt,

        @Schema(description = "How often the lease was extended; once is a right of the holder.", examples = "0")
        int extensions,

        @Schema(
                description = "Version of the task that the holder has seen; `changes` shows what is different now.",
                examples = "1")
        int revision,

        @Schema(description = "Version of the task now.", examples = "1")
        int taskRevision,

        @Schema(
                description =
                        "Whether the holder has yet to acknowledge a change; meanwhile the place can be given back"
                                + " without penalty.",
                examples = "false")
        boolean outdated,

        @Nullable @Schema(description = "Organiser who offered it; absent for a claim.")
        UUID assignedBy,

        @Nullable @Schema(description = "To whom it was given, if not to a person.")
        Office office,

        @Nullable @Schema(description = "Who may take it over, if its holder has named somebody.")
        Handover handover,

        @Nullable @Schema(description = "The assignment that has the place now, if it went to another.")
        UUID movedTo,

        @Schema(description = "Since when, in UTC.", examples = "2026-11-21T09:30:00Z")
        Instant createdAt,

        @Schema(description = "Which steps of the task are done, by their numbers from 0.", examples = "[0, 2]")
        List<Integer> stepsDone,

        @Nullable @Schema(description = "How it went.") Outcome outcome,

        @Nullable @Schema(description = "When it was done, in UTC.")
        Instant completedAt,

        @Nullable
        @Schema(description = "Who verified or rejected it; absent for what is VERIFIED because nobody had to look.")
        UUID verifiedBy,

        @Nullable @Schema(description = "When, in UTC.") Instant verifiedAt,

        @Nullable @Schema(description = "Why it was declined, rejected, moved, taken back or undone.")
        String reason,

        @Nullable @Schema(description = "When this hold ended, in UTC.")
        Instant endedAt) {

    static AssignmentView of(Assignment assignment, Task task, GroupPath group) {
        return of(assignment, task, group, null);
    }

    static AssignmentView of(Assignment assignment, Task task, GroupPath group, String name) {
        return new AssignmentView(
                assignment.id(),
                assignment.taskId(),
                task.title(),
                group,
                assignment.memberId(),
                name,
                assignment.status(),
                assignment.fence(),
                assignment.source(),
                assignment.lease().until(),
                assignment.lease().expiresAt(),
                assignment.lease().extensions(),
                assignment.revision(),
                task.revision(),
                assignment.isOutdated(task),
                assignment.assignedBy(),
                assignment.office(),
                openHandover(assignment),
                assignment.movedTo(),
                assignment.createdAt(),
                assignment.stepsDone(task.steps()),
                assignment.outcome(),
                assignment.completedAt(),
                assignment.verifiedBy(),
                assignment.verifiedAt(),
                assignment.reason(),
                assignment.endedAt());
    }

    /** Of interest while the place is held; the client compares its end with the time. */
    private static Handover openHandover(Assignment assignment) {
        var handover = assignment.handover();
        var gone = handover == null || handover.hasEnded() || assignment.status() != AssignmentStatus.HELD;
        return gone ? null : handover;
    }
}
