package org.barnstorm.importing;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody decided about a possible duplicate. */
@Schema(description = "What somebody decided about a possible duplicate.")
record NewDecision(
        @NotNull @Schema(description = "What it is.") Decision decision) {}
