package org.barnstorm.task;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That a hold needs more time. */
@Schema(description = "That a hold needs more time.")
record Extension(
        @NotNull @Schema(description = "Fence of the hold, as in the assignment.", examples = "3")
        Long fence) {}
