package org.barnstorm.task.series;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One time that a series leaves out. */
@Schema(description = "One time that a series leaves out.")
record Skip(
        @NotNull
        @Schema(
                description = "The time, as the series' rule has it, on the wall clock of the place.",
                examples = "2026-12-29T18:00:00")
        LocalDateTime occurrence) {}
