package org.barnstorm.training.quiz;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.util.List;
import org.barnstorm.training.content.Question;
import org.barnstorm.training.content.Quiz;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One question of an attempt as it leaves the server. It is made field by field, never from the question as its authors
 * wrote it, so that a right answer cannot slip through.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "One question of an attempt.")
record AttemptQuestion(
        @Schema(description = "Its number in the attempt.", examples = "1")
        int number,

        @Schema(description = "How it is answered.", examples = "SINGLE")
        Question.Kind kind,

        @Schema(
                description = "What is asked, in Markdown.",
                examples = "Somebody tells you about their rent. What now?")
        String text,

        @Schema(
                description = "What one can choose from; the first is 0.",
                examples = "[\"Ask on\", \"Change the subject\"]")
        List<String> choices,

        @Nullable @Schema(description = "What was answered so far.")
        Answer answer,

        @Nullable @Schema(description = "Whether the answer is right; once the attempt is closed.", examples = "true")
        Boolean right,

        @Nullable
        @Schema(description = "What a trainer said to it.", examples = "Yes, and say when you will call again.")
        String comment,

        @Nullable
        @Schema(
                description = "Why it is so; of an answer that is right, once the attempt is closed.",
                examples = "Who feels heard goes on talking.")
        String explanation) {

    /**
     * What is told of a closed attempt is which answers are right. What a learner did not know stays here: the next
     * attempt, the renewal in a year and everybody else are asked from the same pool.
     */
    static AttemptQuestion of(Attempt attempt, Quiz quiz, int number) {
        var asked = attempt.asked(quiz, number);
        var drawn = attempt.drawn(number);
        var mark = attempt.sheet().marks().get(number);
        Boolean right = attempt.isClosed() ? attempt.isRight(quiz, number) : null;
        return new AttemptQuestion(
                number,
                asked.kind(),
                asked.text(),
                drawn.choices().stream()
                        .map(each -> asked.choices().get(each).text())
                        .toList(),
                attempt.sheet().answers().get(number),
                right,
                attempt.isClosed() && mark != null ? mark.comment() : null,
                Boolean.TRUE.equals(right) ? asked.explanation() : null);
    }
}
