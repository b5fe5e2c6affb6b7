package org.barnstorm.training.enrolment;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.util.UUID;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.training.content.ModuleKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that waits for a trainer or a lead. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "TrainingReview", description = "Something that waits for a trainer, or for a lead who confirms.")
record ReviewView(
        @Schema(description = "The enrolment.") UUID enrolmentId,

        @Schema(description = "The course.") UUID courseId,

        @Schema(description = "What the course is called.", examples = "Organiser 101")
        String course,

        @Schema(description = "Who takes it.") UUID memberId,

        @Schema(description = "First name and initial.", examples = "Ada L.")
        String name,

        @Schema(description = "In which group.") GroupPath group,

        @Nullable
        @Schema(description = "The module that waits; absent when all is done and a lead confirms.", examples = "plan")
        String module,

        @Nullable @Schema(description = "What kind of module it is.", examples = "ASSIGNMENT")
        ModuleKind kind,

        @Nullable
        @Schema(
                description = "SUBMITTED is looked at; EXHAUSTED needs another attempt, by returning the step.",
                examples = "SUBMITTED")
        StepState state) {}
