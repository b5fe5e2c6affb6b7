package org.barnstorm.training.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.barnstorm.platform.problem.Refusal.Violation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One question with its answer, as its authors write it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "One question with its answer, as its authors write it.")
public record Question(
        @NotNull @Schema(description = "How it is answered.", examples = "SINGLE")
        Kind kind,

        @NotBlank
        @Size(max = 2000)
        @Schema(
                description = "What is asked, in Markdown.",
                examples = "Somebody tells you about their rent. What now?")
        String text,

        @Size(max = 12) @Schema(description = "What one can choose from; each attempt shows it in another order.")
        List<@Valid @NotNull Choice> choices,

        @Size(max = 2000)
        @Schema(
                description = "Why it is so; shown to who answered rightly, once the attempt is closed.",
                examples = "Who feels heard goes on talking.")
        String explanation) {

    /** How a question is answered. */
    @Schema(
            name = "QuestionKind",
            description =
                    "SINGLE: one choice is right. MULTIPLE: exactly the right ones are to be chosen. FREE_TEXT: a trainer marks it.")
    public enum Kind {
        SINGLE,
        MULTIPLE,
        FREE_TEXT
    }

    /** What one can choose. */
    @Schema(name = "QuestionChoice", description = "What one can choose.")
    public record Choice(
            @NotBlank @Size(max = 500) @Schema(description = "What it says.", examples = "Ask how long it has been so")
            String text,

            @NotNull @Schema(description = "Whether it is right.", examples = "true")
            Boolean right) {}

    public Question {
        choices = choices == null ? List.of() : List.copyOf(choices);
    }

    List<Violation> contradictions() {
        var found = new ArrayList<Violation>();
        if (kind == Kind.FREE_TEXT && !choices.isEmpty()) {
            found.add(new Violation("/choices", "Who answers in their own words has nothing to choose from."));
        }
        if (kind == Kind.FREE_TEXT) return found;
        var right = choices.stream().filter(Choice::right).count();
        if (choices.size() < 2) found.add(new Violation("/choices", "Offer at least two choices."));
        if (kind == Kind.SINGLE && right != 1) found.add(new Violation("/choices", "Exactly one choice is right."));
        if (kind == Kind.MULTIPLE && right == 0) found.add(new Violation("/choices", "At least one choice is right."));
        return found;
    }
}
