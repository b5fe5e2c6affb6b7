package org.barnstorm.training.enrolment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a trainer says to a learner. */
@Schema(name = "StepComment", description = "What a trainer says to a learner.")
record Comment(
        @NotBlank
        @Size(max = 2000)
        @Schema(description = "What to do better. Not in the journal.", examples = "Add who you would ask first.")
        String comment) {}
