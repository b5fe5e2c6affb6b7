package org.barnstorm.task;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.barnstorm.platform.problem.Refusal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That a holder has read what changed and goes on. */
@Schema(description = "That a holder has read what changed and goes on.")
record Acknowledgement(
        @NotNull @Schema(description = "Fence of the hold, as in the assignment.", examples = "3")
        Long fence,

        @Min(1)
        @Schema(
                description =
                        "The `taskRevision` that was read. If the task has changed again since, the answer is 409; left"
                                + " out: whatever the current one is.",
                examples = "2")
        Integer revision) {

    /** Refuses a change that nobody has read yet to be agreed to. */
    void requireCurrent(int taskRevision) {
        if (revision == null || revision == taskRevision) return;
        throw Refusal.conflict(
                        "changed-again",
                        "You have read revision " + revision + ", but the task is at revision " + taskRevision
                                + " by now. Read the changes again.")
                .with("taskRevision", taskRevision);
    }
}
