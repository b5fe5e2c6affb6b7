package org.barnstorm.training.enrolment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.barnstorm.platform.Ids;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.training.content.CourseModule;
import org.barnstorm.training.content.ModuleKind;

/** How far somebody is with one module of the course that they take. */
@Entity
@Table(name = "enrolment_step")
class Step {
    @Id
    private UUID id = Ids.next();

    @Column(updatable = false)
    private short position;

    @Column(updatable = false)
    private String module;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private ModuleKind kind;

    @Enumerated(EnumType.STRING)
    private StepState state = StepState.OPEN;

    private String link;
    private String note;
    private String comment;
    private short extraAttempts;
    private Instant changedAt;
    private UUID reviewedBy;

    protected Step() {} // for Hibernate

    Step(int position, CourseModule module) {
        this.position = (short) position;
        this.module = module.key();
        this.kind = module.kind();
    }

    /** The learner says so. */
    void done(Instant now) {
        if (!kind.isDoneByWord()) throw otherKind();
        change(StepState.DONE, null, now);
    }

    /** The learner shows what they made; again and again until a trainer has accepted it. */
    void submit(Submission submission, Instant now) {
        if (kind != ModuleKind.ASSIGNMENT) throw otherKind();
        requireNotDone();
        link = submission.link();
        note = submission.note();
        comment = null;
        change(StepState.SUBMITTED, null, now);
    }

    /** A trainer finds good what was submitted, or attests what they saw. */
    void accept(UUID trainer, Instant now) {
        requireNotDone();
        if (kind == ModuleKind.ASSIGNMENT && state != StepState.SUBMITTED) throw notSubmitted();
        if (kind != ModuleKind.ASSIGNMENT && !kind.isAttested()) throw otherKind();
        change(StepState.DONE, trainer, now);
    }

    /** A trainer says what to do better, or gives one more attempt at a quiz. */
    void sendBack(UUID trainer, String why, Instant now) {
        if (kind == ModuleKind.QUIZ) {
            if (state == StepState.SUBMITTED || isDone()) throw notSubmitted();
            extraAttempts++;
        } else if (kind.isDoneByWord() || state != StepState.SUBMITTED && state != StepState.DONE) {
            throw kind.isDoneByWord() ? otherKind() : notSubmitted();
        }
        comment = why;
        change(StepState.RETURNED, trainer, now);
    }

    /** What became of an attempt at the quiz. */
    void quiz(StepState result, Instant now) {
        requireNotDone();
        change(result, null, now);
    }

    void requireNotDone() {
        if (state == StepState.DONE) throw state("This step is done already; look at the next one.");
    }

    private void change(StepState to, UUID reviewer, Instant now) {
        state = to;
        reviewedBy = reviewer;
        changedAt = now;
    }

    private Refusal otherKind() {
        return Refusal.invalid("other-kind-of-step", "That is not how this step is done. " + howItIsDone())
                .with("kind", kind.name());
    }

    private String howItIsDone() {
        return switch (kind) {
            case READING, VIDEO -> "Say that it is done.";
            case QUIZ -> "Begin an attempt at the quiz.";
            case ASSIGNMENT -> "Submit a link; a trainer accepts it.";
            case LIVE_SESSION, PRACTICAL -> "Whoever saw it attests it.";
        };
    }

    private Refusal notSubmitted() {
        return state("There is nothing here to look at now; read the step again.");
    }

    private Refusal state(String detail) {
        return Refusal.conflict("step-state", detail).with("state", state.name());
    }

    boolean isDone() {
        return state == StepState.DONE;
    }

    UUID id() {
        return id;
    }

    int position() {
        return position;
    }

    String module() {
        return module;
    }

    ModuleKind kind() {
        return kind;
    }

    StepState state() {
        return state;
    }

    String link() {
        return link;
    }

    String note() {
        return note;
    }

    String comment() {
        return comment;
    }

    int extraAttempts() {
        return extraAttempts;
    }

    Instant changedAt() {
        return changedAt;
    }
}
