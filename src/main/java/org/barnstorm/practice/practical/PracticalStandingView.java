package org.barnstorm.practice.practical;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.util.UUID;
import org.barnstorm.training.enrolment.StepState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far somebody is with a practical, as they see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PracticalStanding", description = "How far one is with a PRACTICAL of a course that one takes.")
record PracticalStandingView(
        @Schema(description = "The enrolment.") UUID enrolmentId,

        @Schema(description = "The course.") UUID courseId,

        @Schema(description = "Which PRACTICAL of the course.", examples = "walk")
        String module,

        @Schema(description = "How far the step is.", examples = "OPEN")
        StepState state,

        @Nullable @Schema(description = "Work that is asked for; absent for none.")
        PracticalWork work,

        @Schema(description = "How much of that work was verified since one enrolled.", examples = "0")
        long results,

        @Nullable @Schema(description = "How many people have to sign it off; absent for none.", examples = "2")
        Integer signOffs,

        @Schema(description = "How many have.", examples = "1")
        long signed) {

    static PracticalStandingView of(Standing standing) {
        var step = standing.step();
        var rule = standing.rule() == null
                ? new PracticalContent(null, null)
                : standing.rule().content();
        return new PracticalStandingView(
                step.enrolmentId(),
                step.courseId(),
                step.module(),
                step.state(),
                rule.work(),
                standing.results(),
                rule.signOffs(),
                standing.signed());
    }
}
