package org.barnstorm.task;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.platform.problem.Refusal.Violation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which steps are done by now. */
@Schema(description = "Which steps of the task are done by now: all of them, not only those since last time.")
record Progress(
        @NotNull @Schema(description = "Fence of the hold, as in the assignment.", examples = "3")
        Long fence,

        @NotNull
        @Size(max = 50)
        @Schema(description = "Numbers of the done steps, counted from 0 as the task lists them.", examples = "[0, 2]")
        List<@NotNull Integer> done) {

    /**
     * The numbers in order, each once.
     *
     * @param steps how many steps the task has
     */
    int[] ticks(int steps) {
        var violations = done.stream()
                .filter(number -> number < 0 || number >= steps)
                .map(number -> new Violation(
                        "/done/" + done.indexOf(number),
                        steps == 0
                                ? "This task has no steps."
                                : "There is no step " + number + "; they are 0 to " + (steps - 1) + "."))
                .distinct()
                .toList();
        if (!violations.isEmpty()) throw Refusal.invalid(violations);
        return done.stream().mapToInt(Integer::intValue).sorted().distinct().toArray();
    }
}
