package org.barnstorm.training.enrolment;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.barnstorm.training.content.CourseModule;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a learner shows of an assignment. */
@Schema(name = "AssignmentSubmission", description = "What a learner shows of an assignment.")
record Submission(
        @NotNull
        @Pattern(regexp = CourseModule.LINK, message = CourseModule.LINK_RULE)
        @Size(max = 500)
        @Schema(
                description = "Where a trainer can look at it. The service never opens it. Not in the journal.",
                examples = "https://docs.example.org/my-plan")
        String link,

        @Size(max = 2000)
        @Schema(description = "What to know about it. Not in the journal.", examples = "The second page is the map.")
        String note) {}
