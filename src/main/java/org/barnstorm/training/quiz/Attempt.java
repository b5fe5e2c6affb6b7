package org.barnstorm.training.quiz;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.barnstorm.platform.Ids;
import org.barnstorm.platform.JsonColumn;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.platform.problem.Refusal.Violation;
import org.barnstorm.training.content.Question;
import org.barnstorm.training.content.Quiz;
import org.barnstorm.training.enrolment.QuizSteps.QuizStep;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.ColumnTransformer;

/** One try at a quiz. */
@Entity
@Table(name = "quiz_attempt")
class Attempt {
    /** How far it is. */
    @Schema(
            name = "AttemptStatus",
            description = "OPEN to be answered; SUBMITTED waits to be marked by a trainer; PASSED; FAILED.")
    enum Status {
        OPEN,
        /** Answers in own words wait for a trainer. */
        SUBMITTED,
        PASSED,
        FAILED
    }

    @Id
    private UUID id = Ids.next();

    @Column(updatable = false)
    private UUID enrolmentId;

    @Column(updatable = false)
    private String module;

    @Column(updatable = false)
    private UUID courseId;

    @Column(updatable = false)
    private UUID memberId;

    @Column(updatable = false)
    private short number;

    @Enumerated(EnumType.STRING)
    private Status status = Status.OPEN;

    @Column(updatable = false, columnDefinition = "jsonb")
    @Convert(converter = PaperColumn.class)
    @ColumnTransformer(write = JsonColumn.WRITE)
    private Paper drawn;

    @Column(columnDefinition = "jsonb")
    @Convert(converter = SheetColumn.class)
    @ColumnTransformer(write = JsonColumn.WRITE)
    private Sheet sheet = Sheet.EMPTY;

    private Short percent;

    @Column(updatable = false)
    private Instant begunAt;

    private Instant submittedAt;
    private Instant closedAt;
    private UUID markedBy;

    protected Attempt() {} // for Hibernate

    Attempt(QuizStep step, int number, Paper drawn, Instant now) {
        this.enrolmentId = step.enrolmentId();
        this.module = step.module();
        this.courseId = step.courseId();
        this.memberId = step.memberId();
        this.number = (short) number;
        this.drawn = drawn;
        this.begunAt = now;
    }

    /** Answers one question, again and again until it is submitted. Of two devices, the later counts. */
    void answer(Quiz quiz, int question, Answer answer) {
        if (status != Status.OPEN) throw closed();
        if (question < 1 || question > drawn.questions().size()) throw Refusal.notFound("question");
        sheet = sheet.answered(question, answer.requireFits(asked(quiz, question)));
    }

    /** Closed, or waiting to be marked. What is not answered is wrong. */
    void submit(Quiz quiz, Instant now) {
        if (status != Status.OPEN) throw closed();
        submittedAt = now;
        if (toMark(quiz).isEmpty()) close(quiz, now);
        else status = Status.SUBMITTED;
    }

    /** A trainer marks all answers in own words; somebody else's. */
    void mark(Quiz quiz, Marks marks, UUID trainer, Instant now) {
        if (status != Status.SUBMITTED) throw closed();
        var marked = marks.marks().stream().map(Mark::question).collect(Collectors.toSet());
        if (marked.size() < marks.marks().size() || !marked.equals(toMark(quiz))) {
            throw Refusal.invalid(List.of(
                    new Violation("/marks", "Mark each FREE_TEXT question once, and no other: " + toMark(quiz) + ".")));
        }
        sheet = sheet.marked(marks.marks());
        markedBy = trainer;
        close(quiz, now);
    }

    /** Whether the answer to a question is right; only asked once it is closed. */
    boolean isRight(Quiz quiz, int question) {
        var asked = asked(quiz, question);
        if (asked.kind() == Question.Kind.FREE_TEXT) {
            var mark = sheet.marks().get(question);
            return mark != null && mark.right();
        }
        var answer = sheet.answers().get(question);
        return answer != null && answer.chooses(drawn(question).right(asked));
    }

    private void close(Quiz quiz, Instant now) {
        var right = IntStream.rangeClosed(1, drawn.questions().size())
                .filter(question -> isRight(quiz, question))
                .count();
        percent = (short) (100 * right / drawn.questions().size());
        status = percent >= quiz.passPercent() ? Status.PASSED : Status.FAILED;
        closedAt = now;
    }

    private Set<Integer> toMark(Quiz quiz) {
        return IntStream.rangeClosed(1, drawn.questions().size())
                .filter(question -> asked(quiz, question).kind() == Question.Kind.FREE_TEXT)
                .boxed()
                .collect(Collectors.toSet());
    }

    Question asked(Quiz quiz, int question) {
        return quiz.questions().get(drawn(question).question());
    }

    Paper.Drawn drawn(int question) {
        return drawn.questions().get(question - 1);
    }

    private Refusal closed() {
        return Refusal.conflict("attempt-closed", "This attempt is " + status + ": nothing of it changes that way now.")
                .with("state", status.name());
    }

    boolean isClosed() {
        return closedAt != null;
    }

    UUID id() {
        return id;
    }

    UUID enrolmentId() {
        return enrolmentId;
    }

    String module() {
        return module;
    }

    int number() {
        return number;
    }

    int questions() {
        return drawn.questions().size();
    }

    Status status() {
        return status;
    }

    Sheet sheet() {
        return sheet;
    }

    Integer percent() {
        return percent == null ? null : percent.intValue();
    }

    Instant begunAt() {
        return begunAt;
    }

    Instant submittedAt() {
        return submittedAt;
    }

    Instant closedAt() {
        return closedAt;
    }
}
