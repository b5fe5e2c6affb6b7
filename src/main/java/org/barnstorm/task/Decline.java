package org.barnstorm.task;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That an offered place is turned down. */
@Schema(description = "That an offered place is turned down.")
record Decline(
        @Size(max = 500)
        @Schema(description = "Why, if one wants to say. Not in the journal.", examples = "I work on Saturdays.")
        String reason) {}
