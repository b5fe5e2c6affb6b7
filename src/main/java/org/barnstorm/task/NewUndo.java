package org.barnstorm.task;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That what one person did is to be undone, as a preview showed it. */
@Schema(description = "That what one person did is to be undone, just as a preview showed it.")
record NewUndo(
        @NotNull @Schema(description = "Whose work.") UUID memberId,

        @NotNull @Schema(description = "Since when, in UTC.", examples = "2026-11-21T09:30:00Z")
        Instant since,

        @NotBlank
        @Size(max = 500)
        @Schema(
                description = "Why; those whose holds and results end read it. Not in the journal.",
                examples = "The numbers were made up.")
        String reason,

        @NotBlank
        @Size(max = 100)
        @Schema(
                description = "`expected` of the preview that you saw: nothing is undone that was not shown.",
                examples = "n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg")
        String expected) {}
