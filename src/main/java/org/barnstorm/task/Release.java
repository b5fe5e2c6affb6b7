package org.barnstorm.task;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That a place is given back. */
@Schema(description = "That a place is given back.")
record Release(
        @NotNull @Schema(description = "Fence of the hold, as in the assignment.", examples = "3")
        Long fence) {}
