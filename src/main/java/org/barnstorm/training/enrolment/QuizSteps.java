package org.barnstorm.training.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.training.content.Quiz;
import org.barnstorm.training.content.Versions;
import org.barnstorm.training.enrolment.EnrolmentJournal.By;

/** Steps that are done by passing a quiz, for the package that knows quizzes. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class QuizSteps {
    private final EnrolmentRepository enrolments;
    private final Access access;
    private final Versions versions;
    private final Groups groups;
    private final Finishing finishing;
    private final EnrolmentJournal journal;

    QuizSteps(
            EnrolmentRepository enrolments,
            Access access,
            Versions versions,
            Groups groups,
            Finishing finishing,
            EnrolmentJournal journal) {
        this.enrolments = enrolments;
        this.access = access;
        this.versions = versions;
        this.groups = groups;
        this.finishing = finishing;
        this.journal = journal;
    }

    /**
     * A quiz that somebody takes.
     *
     * @param quiz with the right answers: not for anybody's eyes
     * @param actorId who acts, and under which mandate; null for a learner
     */
    public record QuizStep(
            UUID enrolmentId,
            UUID courseId,
            UUID memberId,
            GroupRef group,
            String module,
            Quiz quiz,
            int extraAttempts,
            StepState state,
            UUID actorId,
            UUID mandateId) {}

    /** For reading: one's own, or where the caller may see what others learnt. */
    public QuizStep seen(Caller caller, UUID enrolmentId, String module) {
        access.seen(caller, enrolmentId);
        return step(enrolments.findById(enrolmentId), module, new By(caller.memberId(), null));
    }

    /** For its learner, with the enrolment locked. */
    public QuizStep asLearner(Caller caller, UUID enrolmentId, String module) {
        var locked = access.asLearner(caller, enrolmentId);
        return step(locked.enrolment(), module, locked.by());
    }

    /** For its learner, over or not. */
    public QuizStep asOwner(Caller caller, UUID enrolmentId, String module) {
        var locked = access.asOwner(caller, enrolmentId);
        return step(locked.enrolment(), module, locked.by());
    }

    /** For a trainer of the group who marks, with the enrolment locked. */
    public QuizStep asTrainer(Caller caller, UUID enrolmentId, String module) {
        var locked = access.asTrainer(caller, enrolmentId);
        return step(locked.enrolment(), module, locked.by());
    }

    /** What became of an attempt: the step changes, and with the last one the enrolment. */
    public void result(QuizStep quiz, StepState result) {
        var enrolment = enrolments.findById(quiz.enrolmentId());
        var step = enrolment.step(quiz.module());
        if (step.state() == result) return;
        step.quiz(result, finishing.now());
        journal.record("enrolment.step-quizzed", enrolment, step, new By(quiz.actorId(), quiz.mandateId()));
        finishing.afterStep(enrolment);
    }

    private QuizStep step(Enrolment enrolment, String module, By by) {
        var step = enrolment.step(module);
        var quiz = versions.withId(enrolment.versionId())
                .modules()
                .find(module)
                .orElseThrow()
                .quiz();
        if (quiz == null) {
            throw Refusal.invalid("other-kind-of-step", "That is not how this step is done: it is no QUIZ.")
                    .with("kind", step.kind().name());
        }
        return new QuizStep(
                enrolment.id(),
                enrolment.courseId(),
                enrolment.memberId(),
                groups.withId(enrolment.groupId()),
                module,
                quiz,
                step.extraAttempts(),
                step.state(),
                by.memberId(),
                by.mandateId());
    }
}
