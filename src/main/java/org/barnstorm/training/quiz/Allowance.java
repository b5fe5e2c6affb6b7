package org.barnstorm.training.quiz;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.training.enrolment.QuizSteps.QuizStep;
import org.barnstorm.training.enrolment.StepState;

/**
 * How often, and when, somebody may try a quiz.
 *
 * @param left how many attempts are left; null for any number
 * @param nextAt from when on the next can begin; null for now
 */
record Allowance(Integer left, Instant nextAt) {

    static Allowance of(QuizStep step, Tally tally) {
        var most = step.quiz().attempts();
        var left = most == null ? null : Math.max(0, most + step.extraAttempts() - tally.begun());
        var pause = step.quiz().coolDownMinutes();
        var pauses = pause != null && tally.last() == Attempt.Status.FAILED;
        return new Allowance(left, pauses ? tally.lastClosedAt().plus(Duration.ofMinutes(pause)) : null);
    }

    /** What a failed attempt leaves of the step. */
    StepState afterFailure() {
        return isUsedUp() ? StepState.EXHAUSTED : StepState.OPEN;
    }

    boolean isUsedUp() {
        return left != null && left == 0;
    }

    /** Why no attempt can begin now, if that is so. */
    Optional<Refusal> obstacle(Instant now) {
        if (isUsedUp()) {
            return Optional.of(Refusal.conflict(
                    "attempts-used-up",
                    "No attempt at this quiz is left. A trainer of the group can give you another."));
        }
        if (nextAt != null && nextAt.isAfter(now)) {
            return Optional.of(Refusal.conflict("cool-down", "The next attempt can begin at " + nextAt + ".")
                    .with("availableAt", nextAt.toString()));
        }
        return Optional.empty();
    }
}
