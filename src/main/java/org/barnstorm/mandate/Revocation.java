package org.barnstorm.mandate;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a mandate is revoked. */
@Schema(description = "Why a mandate is revoked. The holder can read it.")
record Revocation(
        @NotBlank
        @Size(max = 500)
        @Schema(
                description = "The reason, for the holder and the leads; it is not in the journal.",
                examples = "Stepped back after the autumn round.")
        String reason,

        @Size(max = 100)
        @Schema(
                description =
                        "`expected` of the preview that you saw: then nothing ends or moves that was not shown. Left out: at once.",
                examples = "n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg")
        String expected) {}
