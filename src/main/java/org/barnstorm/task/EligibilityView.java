package org.barnstorm.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether the caller can claim a task, and everything that keeps them from it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Eligibility", description = "Whether you can claim a task, and everything that keeps you from it.")
record EligibilityView(
        @Schema(description = "Whether a claim would be answered with a place.", examples = "false")
        boolean canClaim,

        @Nullable @Schema(description = "The place you have or were offered; a claim answers with it.")
        UUID assignmentId,

        @Schema(description = "All that a claim would be refused for, the most lasting first.")
        List<Obstacle> reasons) {

    static EligibilityView holding(UUID assignmentId) {
        return new EligibilityView(true, assignmentId, List.of());
    }

    /** @param own a place that waits for their answer; null when they have none */
    static EligibilityView of(Assignment own, List<Obstacle> reasons) {
        return new EligibilityView(reasons.isEmpty(), own == null ? null : own.id(), reasons);
    }
}
