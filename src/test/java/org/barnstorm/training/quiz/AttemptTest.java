package org.barnstorm.training.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.training.content.Question;
import org.barnstorm.training.content.Question.Choice;
import org.barnstorm.training.content.Question.Kind;
import org.barnstorm.training.content.Quiz;
import org.barnstorm.training.enrolment.QuizSteps.QuizStep;
import org.barnstorm.training.enrolment.StepState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttemptTest {
    private static final Question SINGLE = question(Kind.SINGLE, true, false, false);
    private static final Question MULTIPLE = question(Kind.MULTIPLE, true, false, true, false);
    private static final Question FREE = question(Kind.FREE_TEXT);
    private final Instant noon = Instant.parse("2030-01-01T12:00:00Z");
    private final Random chance = new Random(7);

    @Test
    void so_many_different_questions_are_drawn_and_each_shows_all_its_choices() {
        var quiz = new Quiz(50, null, null, 3, List.of(SINGLE, MULTIPLE, SINGLE, MULTIPLE, FREE));
        var seen = new HashSet<Integer>();
        for (var i = 0; i < 200; i++) {
            var drawn = Paper.draw(quiz, chance).questions();
            assertThat(drawn).extracting(Paper.Drawn::question).hasSize(3).doesNotHaveDuplicates();
            for (var each : drawn) {
                seen.add(each.question());
                var choices = quiz.questions().get(each.question()).choices().size();
                assertThat(each.choices())
                        .containsExactlyInAnyOrderElementsOf(
                                IntStream.range(0, choices).boxed().toList());
            }
        }
        assertThat(seen).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
    }

    @Test
    void the_right_choice_is_found_wherever_it_is_shown() {
        var drawn = new Paper.Drawn(0, List.of(3, 2, 1, 0));
        assertThat(drawn.right(MULTIPLE)).containsExactly(1, 3);
    }

    @Test
    void exactly_the_right_ones_are_to_be_chosen() {
        assertThat(choose(0, 2).chooses(List.of(2, 0))).isTrue();
        assertThat(choose(0).chooses(List.of(0, 2))).isFalse();
        assertThat(choose(0, 1, 2).chooses(List.of(0, 2))).isFalse();
        assertThat(choose().chooses(List.of(0, 2))).isFalse();
    }

    @Test
    void an_answer_fits_its_question() {
        refused("invalid-input", () -> choose(0, 1).requireFits(SINGLE));
        refused("invalid-input", () -> choose(3).requireFits(SINGLE));
        refused("invalid-input", () -> choose(0).requireFits(FREE));
        refused("invalid-input", () -> new Answer(null, "Ask.").requireFits(MULTIPLE));
        refused("invalid-input", () -> new Answer(null, null).requireFits(FREE));
        choose(0, 3).requireFits(MULTIPLE);
        new Answer(null, "Ask.").requireFits(FREE);
    }

    @ParameterizedTest
    @CsvSource({"3, 100, PASSED", "2, 66, PASSED", "2, 67, FAILED", "0, 1, FAILED", "1, 33, PASSED", "1, 34, FAILED"})
    void the_share_of_right_answers_decides_rounded_down(int right, int pass, Attempt.Status status) {
        var quiz = new Quiz(pass, null, null, null, List.of(SINGLE, SINGLE, SINGLE));
        var attempt = attempt(step(quiz));
        for (var number = 1; number <= 3; number++) answer(attempt, quiz, number, number <= right);
        attempt.submit(quiz, noon);
        assertThat(attempt.status()).isEqualTo(status);
        assertThat(attempt.percent()).isEqualTo(100 * right / 3);
    }

    @Test
    void what_is_not_answered_is_wrong() {
        var quiz = new Quiz(1, null, null, null, List.of(SINGLE));
        var attempt = attempt(step(quiz));
        attempt.submit(quiz, noon);
        assertThat(attempt.status()).isEqualTo(Attempt.Status.FAILED);
    }

    @Test
    void of_a_closed_attempt_is_told_what_was_right_and_nothing_of_the_rest() {
        var quiz = new Quiz(50, 1, null, null, List.of(SINGLE, SINGLE));
        var attempt = attempt(step(quiz));
        answer(attempt, quiz, 1, true);
        answer(attempt, quiz, 2, false);
        assertThat(AttemptQuestion.of(attempt, quiz, 1).right()).isNull();
        assertThat(AttemptQuestion.of(attempt, quiz, 1).explanation()).isNull();
        attempt.submit(quiz, noon);
        assertThat(attempt.status()).isEqualTo(Attempt.Status.PASSED);
        assertThat(AttemptQuestion.of(attempt, quiz, 1).right()).isTrue();
        assertThat(AttemptQuestion.of(attempt, quiz, 1).explanation()).isEqualTo("Because.");
        assertThat(AttemptQuestion.of(attempt, quiz, 2).right()).isFalse();
        assertThat(AttemptQuestion.of(attempt, quiz, 2).explanation()).isNull();
    }

    @Test
    void nothing_is_answered_after_it_was_handed_in() {
        var quiz = new Quiz(100, null, null, null, List.of(SINGLE));
        var attempt = attempt(step(quiz));
        refused("not-found", () -> attempt.answer(quiz, 2, choose(0)));
        attempt.submit(quiz, noon);
        refused("attempt-closed", () -> attempt.answer(quiz, 1, choose(0)));
        refused("attempt-closed", () -> attempt.submit(quiz, noon));
    }

    @Test
    void a_trainer_marks_all_answers_in_own_words_and_no_others() {
        var quiz = new Quiz(50, null, null, null, List.of(SINGLE, FREE));
        var attempt = attempt(step(quiz));
        var free = attempt.asked(quiz, 1).kind() == Kind.FREE_TEXT ? 1 : 2;
        attempt.answer(quiz, free, new Answer(null, "Ask."));
        attempt.submit(quiz, noon);
        assertThat(attempt.status()).isEqualTo(Attempt.Status.SUBMITTED);
        assertThat(attempt.percent()).isNull();
        var trainer = UUID.randomUUID();
        refused("invalid-input", () -> attempt.mark(quiz, marks(3 - free), trainer, noon));
        refused("invalid-input", () -> attempt.mark(quiz, marks(free, free), trainer, noon));
        attempt.mark(quiz, marks(free), trainer, noon);
        assertThat(attempt.status()).isEqualTo(Attempt.Status.PASSED);
        assertThat(attempt.percent()).isEqualTo(50);
    }

    @Test
    void attempts_are_counted_and_a_trainer_can_give_more() {
        var step = step(new Quiz(100, 1, null, null, List.of(SINGLE)));
        assertThat(Allowance.of(step, new Tally(0, 0, null, null)).left()).isEqualTo(1);
        var failed = failed(step);
        assertThat(Allowance.of(step, failed).afterFailure()).isEqualTo(StepState.EXHAUSTED);
        assertThat(Allowance.of(step, failed).obstacle(noon)).map(Refusal::code).contains("attempts-used-up");
        assertThat(Allowance.of(step(step.quiz(), 1), failed).obstacle(noon)).isEmpty();
    }

    @Test
    void after_a_failure_one_waits() {
        var step = step(new Quiz(100, null, 60, null, List.of(SINGLE)));
        var allowance = Allowance.of(step, failed(step));
        assertThat(allowance.left()).isNull();
        assertThat(allowance.obstacle(noon.plus(Duration.ofMinutes(59))))
                .map(Refusal::code)
                .contains("cool-down");
        assertThat(allowance.obstacle(noon.plus(Duration.ofMinutes(60)))).isEmpty();
    }

    /** One attempt, which failed. */
    private Tally failed(QuizStep step) {
        var attempt = attempt(step);
        attempt.submit(step.quiz(), noon);
        return new Tally(1, 1, attempt.status(), attempt.closedAt());
    }

    private static void answer(Attempt attempt, Quiz quiz, int number, boolean rightly) {
        var right = attempt.drawn(number).right(SINGLE).get(0);
        attempt.answer(quiz, number, choose(rightly ? right : (right + 1) % 3));
    }

    private Attempt attempt(QuizStep step) {
        return new Attempt(step, 1, Paper.draw(step.quiz(), chance), noon);
    }

    private static QuizStep step(Quiz quiz) {
        return step(quiz, 0);
    }

    private static QuizStep step(Quiz quiz, int extra) {
        var id = UUID.randomUUID();
        return new QuizStep(id, id, id, null, "check", quiz, extra, StepState.OPEN, id, null);
    }

    private static Marks marks(int... questions) {
        return new Marks(IntStream.of(questions)
                .mapToObj(each -> new Mark(each, true, null))
                .toList());
    }

    private static Answer choose(Integer... choices) {
        return new Answer(List.of(choices), null);
    }

    private static Question question(Kind kind, boolean... right) {
        var choices = IntStream.range(0, right.length)
                .mapToObj(i -> new Choice("choice " + i, right[i]))
                .toList();
        return new Question(kind, "What now?", choices, "Because.");
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act).satisfies(refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }
}
