package org.barnstorm.training.enrolment;

import jakarta.validation.constraints.NotNull;
import org.barnstorm.authority.GroupPath;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where somebody takes a course. */
@Schema(description = "Where somebody takes a course.")
record NewEnrolment(
        @NotNull @Schema(description = "One's own group, in which an award will hold; at or below the course's group.")
        GroupPath group) {}
