package org.barnstorm.training.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.barnstorm.member.Members;
import org.barnstorm.platform.paging.Window;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.training.Qualifications;
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
    private final Qualifications qualifications;
    private final Finishing finishing;
    private final EnrolmentJournal journal;

    AttestedSteps(
            EnrolmentRepository enrolments,
            Members members,
            Qualifications qualifications,
            Finishing finishing,
            EnrolmentJournal journal) {
        this.enrolments = enrolments;
        this.members = members;
        this.qualifications = qualifications;
        this.finishing = finishing;
        this.journal = journal;
    }

    /**
     * A LIVE_SESSION or PRACTICAL of an enrolment that goes on.
     *
     * @param since what was done before does not count: it was begun then, or a trainer sent it back
     */
    public record AttestedStep(
            UUID enrolmentId,
            UUID courseId,
            UUID memberId,
            UUID groupId,
            String module,
            ModuleKind kind,
            StepState state,
            Instant since) {
        public boolean isDone() {
            return state == StepState.DONE;
        }
    }

    /**
     * Who says that a step is done.
     *
     * @param memberId who saw it; null when the service concluded it, for example from verified tasks
     * @param mandateId what allowed them to say so; null without one
     */
    public record Witness(UUID memberId, UUID mandateId) {
        /** Nobody in particular: it follows from what others have said. */
        public static final Witness SERVICE = new Witness(null, null);
    }

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

    /** Those of one module of a course that are not done, ordered by enrolment, without locks. */
    public List<AttestedStep> open(UUID courseId, String module, ModuleKind kind, Window window) {
        return enrolments.open(courseId, module, kind, window).stream()
                .map(enrolment -> view(enrolment, enrolment.step(module)))
                .toList();
    }

    /**
     * Somebody else saw it done. Said again, nothing happens; nor when the enrolment has ended, the learner is not an
     * active member of its group any more or is suspended there, or what they renew was withdrawn. Locks membership and
     * enrolment: the caller has locked the learner, before any mandate, and locks tasks only afterwards.
     *
     * @param seen as it was found under the learner's lock; its kind is what was seen
     * @return whether it became done by this
     */
    public boolean done(AttestedStep seen, Witness by) {
        if (seen.memberId().equals(by.memberId())) {
            throw Refusal.forbidden(
                    "self-completion",
                    "Somebody else records that you completed a course. Ask a trainer of the group.");
        }
        members.lock(seen.memberId());
        if (!members.lockActive(seen.memberId(), seen.groupId())) return false;
        var enrolment = enrolments.lock(seen.enrolmentId());
        var step = enrolment.step(seen.module());
        if (enrolment.endedAt() != null || step.isDone() || step.kind() != seen.kind()) return false;
        if (!seen.kind().isAttested() || renewsWhatWasWithdrawn(enrolment)) return false;
        step.accept(by.memberId(), finishing.now());
        journal.record("enrolment.step-attested", enrolment, step, new By(by.memberId(), by.mandateId()));
        finishing.afterStep(enrolment);
        return true;
    }

    /** It would lead nowhere: the last step would be refused. */
    private boolean renewsWhatWasWithdrawn(Enrolment enrolment) {
        return enrolment.renewsId() != null
                && qualifications
                        .proof(enrolment.renewsId())
                        .filter(Qualifications.Proof::withdrawn)
                        .isPresent();
    }

    private static AttestedStep view(Enrolment enrolment, Step step) {
        return new AttestedStep(
                enrolment.id(),
                enrolment.courseId(),
                enrolment.memberId(),
                enrolment.groupId(),
                step.module(),
                step.kind(),
                step.state(),
                step.state() == StepState.RETURNED ? step.changedAt() : enrolment.begunAt());
    }
}
