package org.barnstorm.task.kind;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.platform.problem.Refusal.Violation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A kind of work as one writes it; its code is its address. */
@Schema(name = "TaskKindContent", description = "A kind of work as one writes it, whole; its code is its address.")
record KindContent(
        @NotBlank @Size(max = 100) @Schema(description = "What people read.", examples = "Canvassing")
        String label,

        @NotEmpty @Size(max = 50) @Schema(description = "How it can turn out, in the order in which people choose.")
        List<@Valid @NotNull KindOutcome> outcomes) {

    /** Refuses a vocabulary in which one word means two things, or in which nothing is ever done. */
    KindContent requireSensible() {
        var violations = new ArrayList<Violation>();
        var seen = new HashSet<String>();
        for (var i = 0; i < outcomes.size(); i++) {
            if (!seen.add(outcomes.get(i).code()))
                violations.add(
                        new Violation("/outcomes/" + i + "/code", "There is an outcome with this code already."));
        }
        if (outcomes.stream().noneMatch(outcome -> outcome.effect() == Effect.CLOSES))
            violations.add(new Violation("/outcomes", "At least one outcome CLOSES; otherwise nothing is ever done."));
        if (!violations.isEmpty()) throw Refusal.invalid(violations);
        return this;
    }
}
