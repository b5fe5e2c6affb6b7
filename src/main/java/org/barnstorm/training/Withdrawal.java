package org.barnstorm.training;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a qualification is withdrawn. */
@Schema(name = "QualificationWithdrawal", description = "Why a qualification is withdrawn.")
record Withdrawal(
        @NotBlank
        @Size(max = 2000)
        @Schema(
                description = "Shown to its holder and to those who may see it. Not in the journal.",
                examples = "Did not keep to the code of conduct on the doorstep.")
        String reason) {}
