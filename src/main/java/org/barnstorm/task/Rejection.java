package org.barnstorm.task;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That work is not accepted. */
@Schema(description = "That work is not accepted. Its place is free again.")
record Rejection(
        @NotBlank
        @Size(max = 500)
        @Schema(
                description = "Why; the person reads it. Not in the journal.",
                examples = "The sheet is for another street.")
        String reason) {}
