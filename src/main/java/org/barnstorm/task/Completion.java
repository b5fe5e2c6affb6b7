package org.barnstorm.task;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That a hold is done. */
@Schema(description = "That a hold is done, and how it went.")
record Completion(
        @NotNull @Schema(description = "Fence of the hold, as in the assignment.", examples = "3")
        Long fence,

        @Valid @NotNull @Schema(description = "How it went.")
        Outcome outcome) {}
