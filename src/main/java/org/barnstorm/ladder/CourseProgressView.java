package org.barnstorm.ladder;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.util.UUID;
import org.barnstorm.training.content.ModuleKind;
import org.barnstorm.training.enrolment.Enrolments.Way;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far one is in a course that one is taking. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CourseProgress", description = "How far you are in a course that you are taking.")
record CourseProgressView(
        @Schema(description = "Id of the enrolment.") UUID enrolmentId,

        @Schema(description = "The course.") UUID courseId,

        @Schema(description = "What the course is called.", examples = "On the doorstep")
        String course,

        @Schema(description = "In which group.") NamedGroup group,

        @Schema(description = "Share of the modules that are done, rounded down.", examples = "40")
        int progressPercent,

        @Schema(description = "Whether all is done and a lead has the last word.", examples = "false")
        boolean waitsForConfirmation,

        @Nullable @Schema(description = "The module that comes next; absent when all is done.", examples = "check")
        String nextModule,

        @Nullable @Schema(description = "What it is called.", examples = "What would you do?")
        String nextTitle,

        @Nullable @Schema(description = "How it is done.", examples = "QUIZ")
        ModuleKind nextKind,

        @Nullable @Schema(description = "Its place among the modules, from 1.", examples = "3")
        Integer nextPosition,

        @Nullable @Schema(description = "How many modules there are.", examples = "5")
        Integer modules) {

    static CourseProgressView of(Way way, Facts facts) {
        var next = way.next();
        return new CourseProgressView(
                way.id(),
                way.courseId(),
                facts.courses().get(way.courseId()).title(),
                facts.named(way.group()),
                way.progressPercent(),
                way.waits(),
                next == null ? null : next.key(),
                next == null ? null : next.title(),
                next == null ? null : next.kind(),
                next == null ? null : next.position(),
                next == null ? null : next.of());
    }
}
