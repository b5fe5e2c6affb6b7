package org.barnstorm.training.quiz;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.platform.problem.Refusal.Violation;
import org.barnstorm.training.content.Question;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody answers to one question. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "QuizAnswer", description = "What somebody answers to one question.")
record Answer(
        @Size(max = 12)
        @Schema(description = "Numbers of the choices, the first shown is 0; not for FREE_TEXT.", examples = "[2]")
        List<@NotNull @Min(0) @Max(11) Integer> choices,

        @Size(max = 5000)
        @Schema(description = "In one's own words; only for FREE_TEXT.", examples = "I would ask what they need.")
        String text) {

    Answer {
        if (choices != null) choices = choices.stream().distinct().sorted().toList();
    }

    /** Refuses what answers another kind of question. */
    Answer requireFits(Question asked) {
        if (asked.kind() == Question.Kind.FREE_TEXT) {
            if (choices != null || text == null) throw wrong("/text", "Answer this one in your own words.");
            return this;
        }
        if (text != null || choices == null) throw wrong("/choices", "Choose from what is shown.");
        if (choices.stream().anyMatch(each -> each >= asked.choices().size())) {
            throw wrong("/choices", "There are not so many choices.");
        }
        if (asked.kind() == Question.Kind.SINGLE && choices.size() > 1) throw wrong("/choices", "Choose one.");
        return this;
    }

    /** Whether exactly these are chosen. */
    boolean chooses(List<Integer> right) {
        return choices != null && Set.copyOf(choices).equals(Set.copyOf(right));
    }

    private static Refusal wrong(String pointer, String detail) {
        return Refusal.invalid(List.of(new Violation(pointer, detail)));
    }
}
