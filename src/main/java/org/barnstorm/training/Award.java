package org.barnstorm.training;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.barnstorm.authority.Role;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What completing a course awards: a role in the learner's group, for a term. */
@Schema(description = "What completing a course awards: a role in the learner's group, for a term.")
record Award(
        @NotNull @Schema(description = "The role.", examples = "ORGANISER")
        Role role,

        @NotNull
        @Min(1)
        @Max(120)
        @Schema(description = "For how many months; never longer than the qualification is valid.", examples = "12")
        Integer months) {}
