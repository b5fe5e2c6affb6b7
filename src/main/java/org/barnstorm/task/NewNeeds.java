package org.barnstorm.task;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which tasks have to be done before another opens. */
@Schema(description = "Which tasks have to be done before another opens; they replace those named before.")
record NewNeeds(
        @NotNull @Size(max = Needs.MOST) @Schema(description = "Those tasks; empty for none.")
        List<@NotNull UUID> taskIds) {}
