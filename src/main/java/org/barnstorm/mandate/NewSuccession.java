package org.barnstorm.mandate;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who takes an office over. */
@Schema(description = "Who takes over a mandate and everything that is open under it.")
record NewSuccession(
        @NotNull @Schema(description = "The successor.") UUID memberId,

        @NotBlank
        @Size(max = 500)
        @Schema(
                description = "Why; for who goes and the leads. Not in the journal.",
                examples = "Moving to Leeds. Thank you for two years.")
        String reason,

        @Schema(
                description =
                        "When the successor's term ends, in UTC; never after the old one's, and with it if left out.",
                examples = "2027-11-21T09:30:00Z")
        Instant until) {}
