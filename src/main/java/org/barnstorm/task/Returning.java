package org.barnstorm.task;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That a task is not to open as it is. */
@Schema(name = "TaskReturn", description = "That a task is not to open as it is. It is a draft again.")
record Returning(
        @NotBlank
        @Size(max = 500)
        @Schema(
                description = "Why; who made it reads it. Not in the journal.",
                examples = "Say where to meet, and bring the number of the street down to one.")
        String reason) {}
