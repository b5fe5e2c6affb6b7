package org.barnstorm.practice.practical;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.barnstorm.training.content.CourseModule;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That somebody qualified went along today and found it good. */
@Schema(description = "That one went along with a learner today, and found it good.")
record NewSignOff(
        @NotNull @Schema(description = "The learner; somebody else.")
        UUID memberId,

        @NotNull
        @Pattern(regexp = CourseModule.KEY)
        @Size(max = 40)
        @Schema(description = "Which PRACTICAL of the course.", examples = "walk")
        String module) {}
