package org.barnstorm.regroup;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.barnstorm.authority.GroupPath;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A group that is to become part of another. */
@Schema(description = "Into which group all members and the open work of this one go.")
record NewMerge(
        @NotNull @Schema(description = "The other group.") GroupPath into,

        @NotNull
        @Schema(description = "The day; far enough ahead that members can decline.", examples = "2026-12-21T09:30:00Z")
        Instant effectiveAt) {}
