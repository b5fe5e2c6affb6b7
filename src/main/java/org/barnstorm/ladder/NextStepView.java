package org.barnstorm.ladder;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A step, for a program and for a person. */
@Schema(name = "NextStep", description = "Something you can do to get further, or that you wait for.")
record NextStepView(
        @Schema(description = "For programs.", examples = "CONTINUE_COURSE")
        Rung.Code code,

        @Schema(
                description = "For people, in English.",
                examples = "Go on with \"On the doorstep\": module 3 of 5, \"What would you do?\".")
        String text,

        @Schema(description = "The values in the text.") About about,

        @Schema(description = "What it leads to; of a step that keeps something, what is kept.")
        List<Unlock> unlocks,

        @Schema(description = "The request that does it, or shows what one waits for.")
        Action action) {

    static NextStepView of(Rung step, Instant now) {
        return new NextStepView(
                step.code(), Words.step(step.code(), step.about(), now), step.about(), step.unlocks(), step.action());
    }
}
