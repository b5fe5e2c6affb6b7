package org.barnstorm.training.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.barnstorm.member.Members;
import org.barnstorm.training.content.ModuleKind;
import org.barnstorm.training.enrolment.EnrolmentJournal.By;

/**
 * Steps that are done in real work or together, for the features above that see it happen: live sessions and practical
 * tasks. They say "this step is done"; what follows from it is training's own affair.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class AttestedSteps {
    private final EnrolmentRepository enrolments;
    private final Members members;
    private final Finishing finishing;
    private final EnrolmentJournal journal;

    AttestedSteps(EnrolmentRepository enrolments, Members members, Finishing finishing, EnrolmentJournal journal) {
        this.enrolments = enrolments;
        this.members = members;
        this.finishing = finishing;
        this.journal = journal;
    }

    /** A LIVE_SESSION or PRACTICAL of an enrolment that goes on. */
    public record AttestedStep(
            UUID enrolmentId,
            UUID courseId,
            UUID memberId,
            UUID groupId,
            String module,
            ModuleKind kind,
            StepState state) {}

    /** Those that somebody has in courses that they are taking, done or not. */
    public List<AttestedStep> of(UUID memberId) {
        return enrolments.goingOn(memberId).stream()
                .flatMap(enrolment -> enrolment.steps().stream()
                        .filter(step -> step.kind().isAttested())
                        .map(step -> view(enrolment, step)))
                .toList();
    }

    /** The one of a module of a course, if somebody is taking it. */
    public Optional<AttestedStep> find(UUID memberId, UUID courseId, String module) {
        return of(memberId).stream()
                .filter(each ->
                        each.courseId().equals(courseId) && each.module().equals(module))
                .findFirst();
    }

    /**
     * Somebody else saw it done. Said again, or when the enrolment has ended, nothing happens. Locks the learner and then
     * the enrolment: comes before locks on tasks, best in a transaction of its own.
     *
     * @param by who saw it; null when the service concluded it, for example from verified tasks
     * @param mandateId what allowed them to say so; null without one
     * @return whether it became done by this
     */
    public boolean done(UUID enrolmentId, String module, UUID by, UUID mandateId) {
        var whose = enrolments.whose(enrolmentId).orElseThrow();
        members.lock(whose.memberId());
        var enrolment = enrolments.lock(enrolmentId);
        var step = enrolment.step(module);
        if (enrolment.endedAt() != null || step.isDone()) return false;
        step.accept(by, finishing.now());
        journal.record("enrolment.step-attested", enrolment, step, new By(by, mandateId));
        finishing.afterStep(enrolment);
        return true;
    }

    private static AttestedStep view(Enrolment enrolment, Step step) {
        return new AttestedStep(
                enrolment.id(),
                enrolment.courseId(),
                enrolment.memberId(),
                enrolment.groupId(),
                step.module(),
                step.kind(),
                step.state());
    }
}
