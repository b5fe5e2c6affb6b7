package org.barnstorm.mandate;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That somebody is to be kept from acting for a time. */
@Schema(description = "That somebody is to be kept from acting in a group and below it for a time.")
record NewSuspension(
        @NotNull @Schema(description = "Whom it concerns.") UUID memberId,

        @NotBlank
        @Size(max = 500)
        @Schema(
                description = "Why; the person and the leads there can read it. Not in the journal.",
                examples = "Reported by three people after Saturday. We talk on Monday.")
        String reason,

        @NotNull
        @Schema(
                description = "When it ends by itself, in UTC; at most 90 days ahead.",
                examples = "2026-12-21T09:30:00Z")
        Instant until,

        @Size(max = 100)
        @Schema(
                description =
                        "`expected` of the preview that you saw: then nothing rests or moves that was not shown. Left out: at once.",
                examples = "n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg")
        String expected) {}
