package org.barnstorm.training;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.barnstorm.authority.GroupPath;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That somebody completed a course. */
@Schema(description = "That somebody completed a course.")
record NewCompletion(
        @NotNull @Schema(description = "The learner.") UUID memberId,

        @NotNull @Schema(description = "Their group, in which an award will hold; at or below the course's group.")
        GroupPath group,

        @Schema(description = "When; now, if left out.", examples = "2026-11-21T09:30:00Z")
        Instant completedAt) {}
