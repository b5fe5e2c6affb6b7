package org.barnstorm.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What becomes of a task of somebody on probation, and whom they can ask. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "TaskReview", description = "Whether somebody has looked at a task, and what they said.")
record TaskReviewView(
        @Schema(description = "The task.") UUID taskId,

        @Schema(description = "Where it stands.", examples = "WAITING")
        Review.State state,

        @Schema(description = "When it was published, the last time, in UTC.", examples = "2026-11-21T09:30:00Z")
        Instant since,

        @Schema(
                description =
                        "Who can release it: those nearest to its group first, ten at most; none once it is decided.")
        List<Reviewer> reviewers,

        @Nullable @Schema(description = "Who decided; absent while it waits.")
        UUID decidedBy,

        @Nullable @Schema(description = "When, in UTC; absent while it waits.", examples = "2026-11-21T10:30:00Z")
        Instant decidedAt,

        @Nullable
        @Schema(
                description = "Why it was sent back; absent if it was not.",
                examples = "Say where to meet, and bring the number of the street down to one.")
        String reason) {

    /** Somebody who can look at it. */
    @Schema(name = "Reviewer", description = "Somebody who can look at it.")
    record Reviewer(
            @Schema(description = "Id of the member.") UUID memberId,

            @Schema(description = "First name and initial.", examples = "Luis M.")
            String name) {}

    static TaskReviewView of(Task task, List<Reviewer> reviewers) {
        var review = task.review();
        return new TaskReviewView(
                task.id(), review.state(), review.since(), reviewers, review.by(), review.at(), review.reason());
    }
}
