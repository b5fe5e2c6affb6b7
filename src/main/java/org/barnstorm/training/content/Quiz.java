package org.barnstorm.training.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.barnstorm.platform.problem.Refusal.Violation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A pool of questions, of which each attempt gets some. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A pool of questions, of which each attempt gets some.")
public record Quiz(
        @NotNull
        @Min(1)
        @Max(100)
        @Schema(description = "Percent of the questions that must be right.", examples = "80")
        Integer passPercent,

        @Min(1) @Max(100) @Schema(description = "How many attempts one has; any number, if left out.", examples = "3")
        Integer attempts,

        @Min(0)
        @Max(10080)
        @Schema(
                description = "Minutes after a failed attempt until the next can begin; none, if left out.",
                examples = "60")
        Integer coolDownMinutes,

        @Min(1) @Max(200) @Schema(description = "How many questions are drawn; all, if left out.", examples = "5")
        Integer draw,

        @NotEmpty @Size(max = 200) @Schema(description = "The pool.")
        List<@Valid @NotNull Question> questions) {

    /** How many questions an attempt gets. */
    public int drawn() {
        return draw == null ? questions.size() : draw;
    }

    List<Violation> contradictions() {
        var found = new ArrayList<Violation>();
        if (draw != null && draw > questions.size()) {
            found.add(new Violation("/quiz/draw", "There are not so many questions in the pool."));
        }
        for (var i = 0; i < questions.size(); i++) {
            for (var each : questions.get(i).contradictions()) {
                found.add(new Violation("/quiz/questions/" + i + each.pointer(), each.detail()));
            }
        }
        return found;
    }
}
