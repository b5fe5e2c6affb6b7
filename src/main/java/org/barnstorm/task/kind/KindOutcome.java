package org.barnstorm.task.kind;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One way in which work of a kind can turn out. */
@Embeddable
@Schema(description = "One way in which work of a kind can turn out.")
record KindOutcome(
        @NotNull
        @Pattern(regexp = Kinds.CODE, message = Kinds.CODE_RULE)
        @Size(max = 40)
        @Schema(description = "In a word that can be counted.", examples = "doors-knocked")
        String code,

        @NotBlank @Size(max = 100) @Schema(description = "What people read.", examples = "Street is done")
        String label,

        @NotNull @Enumerated(EnumType.STRING) @Schema(description = "What it means for the place.", examples = "CLOSES")
        Effect effect,

        @Schema(
                description = "Whether one has to say how many; false, if left out.",
                examples = "true",
                defaultValue = "false")
        Boolean asksNumber) {

    KindOutcome {
        asksNumber = asksNumber != null && asksNumber;
    }
}
