package org.barnstorm.task;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That a place goes to another person. */
@Schema(description = "That a place goes to another person, and why.")
record Move(
        @NotNull @Schema(description = "Who is offered the place now.")
        UUID memberId,

        @NotBlank
        @Size(max = 500)
        @Schema(
                description = "Why; the person who loses it reads this. Not in the journal.",
                examples = "You said that you are ill. Get well soon.")
        String reason) {}
