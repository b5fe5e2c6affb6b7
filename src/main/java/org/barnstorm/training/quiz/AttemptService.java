package org.barnstorm.training.quiz;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.barnstorm.authority.Caller;
import org.barnstorm.platform.journal.Event;
import org.barnstorm.platform.journal.Journal;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.training.enrolment.QuizSteps;
import org.barnstorm.training.enrolment.QuizSteps.QuizStep;
import org.barnstorm.training.enrolment.StepState;

/** Beginning, answering, submitting and marking attempts. Each act holds the lock on the enrolment. */
@ApplicationScoped
@Transactional
class AttemptService {
    private final AttemptRepository attempts;
    private final QuizSteps steps;
    private final Journal journal;
    private final RandomGenerator chance;
    private final MeterRegistry meters;
    private final Clock clock;

    AttemptService(
            AttemptRepository attempts,
            QuizSteps steps,
            Journal journal,
            RandomGenerator chance,
            MeterRegistry meters,
            Clock clock) {
        this.attempts = attempts;
        this.steps = steps;
        this.journal = journal;
        this.chance = chance;
        this.meters = meters;
        this.clock = clock;
    }

    /** The attempt that goes on or, if there is none, a new one: on every device the same. */
    AttemptView begin(Caller caller, UUID enrolmentId, String module) {
        var step = steps.asLearner(caller, enrolmentId, module);
        var open = attempts.goingOn(enrolmentId, module);
        var tally = tally(step);
        if (open.isPresent()) return AttemptView.of(open.get(), step, tally);
        if (step.state() == StepState.DONE) {
            throw Refusal.conflict("step-state", "This step is done already; look at the next one.")
                    .with("state", step.state().name());
        }
        var now = now();
        Allowance.of(step, tally).obstacle(now).ifPresent(why -> {
            throw why;
        });
        var attempt = new Attempt(step, tally.here() + 1, Paper.draw(step.quiz(), chance), now);
        attempts.persist(attempt);
        record("attempt.begun", attempt, step);
        return AttemptView.of(attempt, step, tally(step));
    }

    AttemptView show(Caller caller, UUID id) {
        var where = where(id);
        var step = steps.seen(caller, where.enrolmentId(), where.module());
        return AttemptView.of(attempts.findById(id), step, tally(step));
    }

    /** Not in the journal: it is written as one types, and nothing has changed for anybody until it is submitted. */
    AttemptView answer(Caller caller, UUID id, int question, Answer answer) {
        var where = where(id);
        var step = steps.asLearner(caller, where.enrolmentId(), where.module());
        var attempt = attempts.findById(id);
        attempt.answer(step.quiz(), question, answer);
        return AttemptView.of(attempt, step, tally(step));
    }

    /** Submitted again, it stays as it is. */
    AttemptView submit(Caller caller, UUID id) {
        var where = where(id);
        var step = steps.asOwner(caller, where.enrolmentId(), where.module());
        var attempt = attempts.findById(id);
        if (attempt.status() == Attempt.Status.OPEN) {
            var going = steps.asLearner(caller, where.enrolmentId(), where.module());
            attempt.submit(going.quiz(), now());
            settle("attempt.submitted", attempt, going);
        }
        return AttemptView.of(attempt, step, tally(step));
    }

    AttemptView mark(Caller caller, UUID id, Marks marks) {
        var where = where(id);
        var step = steps.asTrainer(caller, where.enrolmentId(), where.module());
        var attempt = attempts.findById(id);
        attempt.mark(step.quiz(), marks, caller.memberId(), now());
        settle("attempt.marked", attempt, step);
        return AttemptView.of(attempt, step, tally(step));
    }

    private void settle(String type, Attempt attempt, QuizStep step) {
        record(type, attempt, step);
        meters.counter(
                        "barnstorm.quiz.attempts",
                        "result",
                        attempt.status().name().toLowerCase(Locale.ROOT))
                .increment();
        steps.result(
                step,
                switch (attempt.status()) {
                    case OPEN -> StepState.OPEN;
                    case SUBMITTED -> StepState.SUBMITTED;
                    case PASSED -> StepState.DONE;
                    case FAILED -> Allowance.of(step, tally(step)).afterFailure();
                });
    }

    private Tally tally(QuizStep step) {
        return attempts.tally(step.memberId(), step.courseId(), step.module(), step.enrolmentId());
    }

    private AttemptRepository.Where where(UUID id) {
        return attempts.where(id).orElseThrow(() -> Refusal.notFound("attempt"));
    }

    private void record(String type, Attempt attempt, QuizStep step) {
        var group = step.group();
        journal.append(new Event(type, attempt.id(), group.id(), group.path().value(), step.actorId(), step.mandateId())
                .with("status", attempt.status())
                .with("enrolment", attempt.enrolmentId())
                .with("number", attempt.number())
                .with("percent", attempt.percent()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
