package org.barnstorm.training.enrolment;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.training.content.CourseVersionView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An enrolment as its learner and the group's trainers see it, the same on every device. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Enrolment", description = "Somebody on their way through one version of a course.")
record EnrolmentView(
        @Schema(description = "Id of the enrolment.") UUID id,

        @Schema(description = "The course.") UUID courseId,

        @Schema(description = "What the course is called.", examples = "Organiser 101")
        String course,

        @Schema(description = "Which version of the course; it stays the same until the end.", examples = "1")
        int courseVersion,

        @Schema(description = "Who takes it.") UUID memberId,

        @Schema(description = "In which group.") GroupPath group,

        @Schema(description = "What it is for.", examples = "WHOLE")
        Enrolment.Purpose purpose,

        @Nullable @Schema(description = "The qualification that it renews or brings up to date.")
        UUID renewsId,

        @Schema(description = "Where they are.", examples = "ACTIVE")
        Enrolment.Status status,

        @Schema(description = "Share of the steps that are done, rounded down.", examples = "33")
        int progressPercent,

        @Nullable @Schema(description = "Module that comes next; absent when all is done.", examples = "listening")
        String nextStep,

        @Schema(description = "All steps in their order.") List<StepView> steps,

        @Schema(description = "Since when, in UTC.", examples = "2026-11-21T09:30:00Z")
        Instant begunAt,

        @Nullable @Schema(description = "When it ended, in UTC.", examples = "2026-11-28T09:30:00Z")
        Instant endedAt,

        @Nullable @Schema(description = "The qualification that it led to.")
        UUID qualificationId) {

    static EnrolmentView of(Enrolment enrolment, CourseVersionView version, String course, GroupPath group) {
        return new EnrolmentView(
                enrolment.id(),
                enrolment.courseId(),
                course,
                version.number(),
                enrolment.memberId(),
                group,
                enrolment.purpose(),
                enrolment.renewsId(),
                enrolment.status(),
                enrolment.progressPercent(),
                enrolment.nextStep().map(Step::module).orElse(null),
                enrolment.steps().stream()
                        .map(step ->
                                StepView.of(step, version.find(step.module()).orElseThrow()))
                        .toList(),
                enrolment.begunAt(),
                enrolment.endedAt(),
                enrolment.qualificationId());
    }
}
