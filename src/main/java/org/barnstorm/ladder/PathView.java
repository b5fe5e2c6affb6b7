package org.barnstorm.ladder;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where one is, what one can do, what comes next. */
@Schema(name = "MyPath", description = "Where you are, what you can do now, what comes next and what it unlocks.")
record PathView(
        @Schema(description = "How far you are trusted, in your groups and where you hold a mandate; 20 at most.")
        List<StandingView> standings,

        @Schema(description = "Your mandates that act now, the one that ends first at the top.")
        List<HeldMandateView> mandates,

        @Schema(description = "Courses that you are taking, the oldest first.")
        List<CourseProgressView> enrolments,

        @Schema(description = "Steps that you can take, the best first; 20 at most, 5 of a kind.")
        List<NextStepView> steps) {

    static PathView of(Facts facts, List<Rung> steps) {
        return new PathView(
                facts.person().standings().stream()
                        .map(each -> StandingView.of(each, facts.named(each.group())))
                        .toList(),
                facts.person().live().stream()
                        .map(each -> HeldMandateView.of(each, facts))
                        .toList(),
                facts.ways().stream()
                        .map(each -> CourseProgressView.of(each, facts))
                        .toList(),
                steps.stream().map(each -> NextStepView.of(each, facts.now())).toList());
    }
}
