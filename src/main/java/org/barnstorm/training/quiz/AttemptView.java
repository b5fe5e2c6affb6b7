package org.barnstorm.training.quiz;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.barnstorm.training.enrolment.QuizSteps.QuizStep;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An attempt as its learner and the group's trainers see it, the same on every device. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "QuizAttempt", description = "One try at a quiz: its questions, what was answered, how it went.")
record AttemptView(
        @Schema(description = "Id of the attempt.") UUID id,

        @Schema(description = "The enrolment.") UUID enrolmentId,

        @Schema(description = "The module.", examples = "check")
        String module,

        @Schema(description = "Number of the attempt in the enrolment: 1, 2, 3.", examples = "1")
        int number,

        @Schema(description = "How far it is.", examples = "OPEN")
        Attempt.Status status,

        @Schema(description = "What was drawn for this attempt.")
        List<AttemptQuestion> questions,

        @Schema(description = "Percent of the questions that must be right.", examples = "80")
        int passPercent,

        @Nullable @Schema(description = "Percent that were right, once it is closed.", examples = "90")
        Integer percent,

        @Nullable @Schema(description = "How many attempts are left; absent: any number.", examples = "2")
        Integer attemptsLeft,

        @Nullable @Schema(description = "From when on the next can begin, in UTC.", examples = "2026-11-21T10:30:00Z")
        Instant nextAttemptAt,

        @Schema(description = "When it began, in UTC.", examples = "2026-11-21T09:30:00Z")
        Instant begunAt,

        @Nullable @Schema(description = "When it was submitted, in UTC.", examples = "2026-11-21T09:40:00Z")
        Instant submittedAt,

        @Nullable @Schema(description = "When it was closed, in UTC.", examples = "2026-11-21T09:40:00Z")
        Instant closedAt) {

    static AttemptView of(Attempt attempt, QuizStep step, Tally tally) {
        var allowance = Allowance.of(step, tally);
        return new AttemptView(
                attempt.id(),
                attempt.enrolmentId(),
                attempt.module(),
                attempt.number(),
                attempt.status(),
                IntStream.rangeClosed(1, attempt.questions())
                        .mapToObj(number -> AttemptQuestion.of(attempt, step.quiz(), number))
                        .toList(),
                step.quiz().passPercent(),
                attempt.percent(),
                allowance.left(),
                allowance.nextAt(),
                attempt.begunAt(),
                attempt.submittedAt(),
                attempt.closedAt());
    }
}
