package org.barnstorm.task;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How it went. */
@Schema(description = "How it went.")
record Outcome(
        @NotNull
        @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*", message = "must be lower-case words joined by hyphens")
        @Size(max = 40)
        @Schema(description = "In a code that can be counted.", examples = "doors-knocked")
        String code,

        @Min(0) @Schema(description = "How many, where that means something.", examples = "42")
        Integer quantity,

        @Size(max = 2000)
        @Schema(
                description = "What the next person should know. Not in the journal.",
                examples = "Elm Grove is done up to number 40.")
        String note) {}
