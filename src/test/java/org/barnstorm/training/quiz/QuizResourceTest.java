package org.barnstorm.training.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Problems.unseen;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.barnstorm.authority.Role;
import org.barnstorm.testing.Concurrently;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.Lessons;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Wire;
import org.barnstorm.testing.Wire.Answer;
import org.barnstorm.testing.Work;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Taking quizzes: what is drawn, answered, marked; and what never leaves the server. */
@QuarkusTest
class QuizResourceTest {
    private static final Map<String, Object> FREE = Lessons.question("FREE_TEXT", "What would you say?");

    @Inject
    People people;

    @Inject
    SessionFactory sessions;

    private final String town = People.freshTown();

    @AfterEach
    void invariants_hold() {
        Invariants.hold();
    }

    @Test
    void a_quiz_is_passed_with_the_right_answers() {
        var learner = people.member(town);
        var enrolment = enrol(
                learner,
                Lessons.quiz(
                        "check",
                        Lessons.single("one"),
                        Lessons.question("MULTIPLE", "two", "right a", "wrong", "right b")));
        var attempt = Lessons.attempt(learner, enrolment, "check");
        Lessons.answerAll(learner, attempt, true);
        learner.act("/attempts/{id}/submit", attempt)
                .statusCode(200)
                .body("status", is("PASSED"))
                .body("percent", is(100))
                .body("questions.right", everyItem(is(true)))
                .body("questions.explanation", everyItem(notNullValue()));
        learner.get("/enrolments/{id}", enrolment).body("status", is("COMPLETED"));
        refused(learner.put("/enrolments/{id}/steps/check/attempt", enrolment), 409, "enrolment-over");
    }

    @Test
    void an_attempt_goes_on_on_another_device() {
        var learner = people.member(town);
        var enrolment = enrol(learner, Lessons.quiz("check", Lessons.single("one"), Lessons.single("two")));
        var attempt = Lessons.attempt(learner, enrolment, "check");
        answer(learner, attempt, 1, Map.of("choices", List.of(2)));
        learner.put("/enrolments/{id}/steps/check/attempt", enrolment)
                .statusCode(200)
                .body("id", is(attempt))
                .body("questions[0].answer.choices", is(List.of(2)))
                .body("questions[1].answer", nullValue());
    }

    @Test
    void handed_in_twice_is_handed_in_once() {
        var learner = people.member(town);
        var enrolment = enrol(learner, Lessons.quiz("check", Lessons.single("one")));
        var attempt = Lessons.attempt(learner, enrolment, "check");
        Lessons.answerAll(learner, attempt, true);
        var wire = Wire.of(learner);
        var answers = Concurrently.times(6, () -> Wire.patiently(() -> wire.act("/attempts/" + attempt + "/submit")));
        assertThat(answers).extracting(Answer::kind).containsOnly("200");
        assertThat(answers)
                .extracting(each -> each.body().toString())
                .containsOnly(answers.get(0).body().toString());
        assertThat(Work.journaled(UUID.fromString(attempt), "attempt.submitted"))
                .isEqualTo(1);
        learner.act("/attempts/{id}/submit", attempt).statusCode(200).body("status", is("PASSED"));
        var late = learner.replace("/attempts/{id}/answers/1", Map.of("choices", List.of(0)), attempt);
        refused(late, 409, "enrolment-over");
    }

    @Test
    void two_devices_begin_one_attempt_and_keep_each_others_answers() {
        var learner = people.member(town);
        var questions =
                Stream.of("one", "two", "three", "four").map(Lessons::single).toList();
        var quiz = Lessons.quizWith("check", Map.of("questions", questions), Lessons.single("one"));
        var enrolment = enrol(learner, quiz);
        var wire = Wire.of(learner);
        var begun = Concurrently.times(
                6, () -> Wire.patiently(() -> wire.put("/enrolments/" + enrolment + "/steps/check/attempt")));
        assertThat(begun).extracting(Answer::id).containsOnly(begun.get(0).id());
        var attempt = begun.get(0).id();
        List<Callable<Answer>> acts = new ArrayList<>();
        for (var number = 1; number <= 4; number++) {
            var path = "/attempts/" + attempt + "/answers/" + number;
            acts.add(() -> Wire.patiently(() -> wire.put(path, Map.of("choices", List.of(1)))));
        }
        assertThat(Concurrently.race(acts)).extracting(Answer::kind).containsOnly("200");
        learner.get("/attempts/{id}", attempt).body("questions.answer", everyItem(notNullValue()));
    }

    @Test
    void answering_and_handing_in_at_once_never_changes_what_was_handed_in() {
        for (var i = 0; i < 8; i++) {
            var learner = people.member(town);
            var enrolment = enrol(learner, Lessons.quiz("check", Lessons.single("one")), Lessons.reading("more"));
            var attempt = Lessons.attempt(learner, enrolment, "check");
            Lessons.answerAll(learner, attempt, true);
            var wire = Wire.of(learner);
            List<Callable<Answer>> acts = List.of(
                    () -> Wire.patiently(() -> wire.act("/attempts/" + attempt + "/submit")),
                    () -> Wire.patiently(
                            () -> wire.put("/attempts/" + attempt + "/answers/1", Map.of("choices", List.of()))));
            var answers = Concurrently.race(acts);
            var answered = answers.get(1).ok();
            if (!answered) assertThat(answers.get(1).code()).isEqualTo("attempt-closed");
            learner.get("/attempts/{id}", attempt).body("status", is(answered ? "FAILED" : "PASSED"));
        }
    }

    @Test
    void what_is_drawn_stays_with_the_attempt_and_differs_between_attempts() {
        var learner = people.member(town);
        var pool = Stream.iterate(1, i -> i + 1)
                .limit(12)
                .map(i -> Lessons.single("q" + i))
                .toList();
        var quiz = Lessons.quizWith("check", Map.of("questions", pool, "draw", 3), Lessons.single("q"));
        var enrolment = enrol(learner, quiz);
        var seen = new HashSet<List<String>>();
        for (var i = 0; i < 6; i++) {
            var attempt = Lessons.attempt(learner, enrolment, "check");
            var first = texts(learner, attempt);
            assertThat(first).hasSize(3).doesNotHaveDuplicates();
            assertThat(texts(learner, attempt)).isEqualTo(first);
            seen.add(first);
            learner.act("/attempts/{id}/submit", attempt).body("status", is("FAILED"));
        }
        assertThat(seen).hasSizeGreaterThan(1); // that all six are the same: one in 1320^5
    }

    @Test
    void attempts_run_out_also_for_who_leaves_and_a_trainer_gives_another() {
        var learner = people.member(town);
        var course = Lessons.course(
                people.lead(town),
                town,
                Map.of(),
                Lessons.quizWith("check", Map.of("attempts", 2), Lessons.single("one")));
        var first = Lessons.enrol(learner, course, town);
        Lessons.take(learner, first, "check", false).body("attemptsLeft", is(1));
        learner.delete("/enrolments/{id}", first).statusCode(200);
        var second = Lessons.enrol(learner, course, town);
        Lessons.take(learner, second, "check", false).body("attemptsLeft", is(0));
        learner.get("/enrolments/{id}", second).body("steps[0].state", is("EXHAUSTED"));
        refused(learner.put("/enrolments/{id}/steps/check/attempt", second), 409, "attempts-used-up");
        people.with(Role.TRAINER, town)
                .post("/enrolments/{id}/steps/check/return", Map.of("comment", "Read it again."), second)
                .statusCode(200)
                .body("steps[0].state", is("RETURNED"));
        Lessons.take(learner, second, "check", true).body("status", is("PASSED"));
    }

    /** Where a quiz sets no bound, their number has none. */
    @Test
    void one_attempt_is_read_however_many_there_were() {
        var learner = people.member(town);
        var enrolment = enrol(learner, Lessons.quiz("check", Lessons.single("one")));
        for (var i = 0; i < 6; i++) Lessons.take(learner, enrolment, "check", false);
        var attempt = Lessons.attempt(learner, enrolment, "check");
        var statistics = sessions.getStatistics();
        statistics.setStatisticsEnabled(true);
        try {
            var loaded = statistics.getEntityStatistics(Attempt.class.getName());
            var before = loaded.getLoadCount();
            learner.get("/attempts/{id}", attempt).statusCode(200).body("number", is(7));
            assertThat(loaded.getLoadCount() - before).isEqualTo(1);
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    @Test
    void after_a_failure_one_waits() {
        var learner = people.member(town);
        var enrolment = enrol(learner, Lessons.quizWith("check", Map.of("coolDownMinutes", 60), Lessons.single("one")));
        Lessons.take(learner, enrolment, "check", false).body("nextAttemptAt", notNullValue());
        refused(learner.put("/enrolments/{id}/steps/check/attempt", enrolment), 409, "cool-down")
                .body("availableAt", notNullValue());
        QuarkusMock.installMockForType(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(61)), Clock.class);
        Lessons.take(learner, enrolment, "check", true).body("status", is("PASSED"));
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 404", "LEAD, 200", "ORGANISER, 404", "TRAINER, 200", "VERIFIER, 404", "STEWARD, 404"})
    void who_may_mark(String role, int status) {
        var learner = people.member(town);
        var enrolment = enrol(learner, Lessons.quiz("check", FREE));
        Lessons.take(learner, enrolment, "check", true).body("status", is("SUBMITTED"));
        var attempt = Lessons.attempt(learner, enrolment, "check");
        var marks = Map.of("marks", List.of(Map.of("question", 1, "right", true, "comment", "Yes.")));
        var marker = people.as(role, town);
        var answer = marker.post("/attempts/{id}/marks", marks, attempt);
        if (status == 404) {
            unseen(answer);
            unseen(marker.get("/attempts/{id}", attempt));
            return;
        }
        answer.statusCode(200).body("status", is("PASSED")).body("questions[0].comment", is("Yes."));
        learner.get("/enrolments/{id}", enrolment).body("status", is("COMPLETED"));
    }

    @Test
    void an_attempt_is_marked_once_by_somebody_else() {
        var trainer = people.with(Role.TRAINER, town);
        var enrolment = enrol(trainer, Lessons.quiz("check", FREE), Lessons.reading("more"));
        Lessons.take(trainer, enrolment, "check", true).statusCode(200);
        var attempt = Lessons.attempt(trainer, enrolment, "check");
        var marks = Map.of("marks", List.of(Map.of("question", 1, "right", false)));
        refused(trainer.post("/attempts/{id}/marks", marks, attempt), 403, "self-completion");
        var other = people.with(Role.TRAINER, town);
        other.get("/groups/{path}/training-reviews", town).body("items.kind", is(List.of("QUIZ")));
        other.post("/attempts/{id}/marks", marks, attempt).body("status", is("FAILED"));
        refused(other.post("/attempts/{id}/marks", marks, attempt), 409, "attempt-closed");
        var next = Lessons.attempt(trainer, enrolment, "check");
        assertThat(next).isNotEqualTo(attempt);
        refused(answerOf(trainer, next, 1, Map.of("choices", List.of(0))), 422, "invalid-input");
        unseen(answerOf(trainer, next, 2, Map.of("text", "Hm.")));
    }

    /** Every answer that a learner, a trainer or a member can get, before and after: no right answer in any of them. */
    @Test
    void right_answers_that_one_did_not_know_never_leave_the_server() {
        var learner = people.member(town);
        var trainer = people.with(Role.TRAINER, town);
        var question = Lessons.question("SINGLE", "asked", "choice a", "choice b");
        question.put(
                "choices",
                List.of(Map.of("text", "choice a", "right", true), Map.of("text", "choice b", "right", false)));
        var course = Lessons.course(
                people.lead(town),
                town,
                Map.of(),
                Lessons.quizWith("check", Map.of("attempts", 2), question),
                Lessons.reading("more"));
        var enrolment = Lessons.enrol(learner, course, town);
        var first = Lessons.attempt(learner, enrolment, "check");
        nothingToldAnywhere(course, enrolment, first, learner, trainer);
        answerOf(learner, first, 1, Map.of("choices", List.of())).statusCode(200);
        nothingToldAnywhere(course, enrolment, first, learner, trainer);
        // Failed, and another attempt is left: which were wrong is said, what is right is not.
        assertThat(learner.act("/attempts/{id}/submit", first)
                        .body("status", is("FAILED"))
                        .extract()
                        .asString())
                .contains("\"right\":false")
                .doesNotContain("because-asked");
        var second = Lessons.attempt(learner, enrolment, "check");
        for (var attempt : List.of(first, second)) {
            nothingTold(learner.get("/attempts/{id}", attempt).extract().asString());
            nothingTold(trainer.get("/attempts/{id}", attempt).extract().asString());
        }
        learner.act("/attempts/{id}/submit", second).body("status", is("FAILED"));
        // No attempt is left, but a trainer can give another, and who leaves and comes back later is asked the same.
        for (var attempt : List.of(first, second)) {
            nothingTold(learner.get("/attempts/{id}", attempt).extract().asString());
            nothingTold(trainer.get("/attempts/{id}", attempt).extract().asString());
        }
        trainer.post("/enrolments/{id}/steps/check/return", Map.of("comment", "Again."), enrolment)
                .statusCode(200);
        nothingTold(learner.get("/attempts/{id}", second).extract().asString());
    }

    /** A renewal, and whoever leaves and enrols again, is asked from the same pool. */
    @Test
    void who_passed_is_told_why_where_they_were_right_and_nothing_of_the_rest() {
        var learner = people.member(town);
        var rules = Map.<String, Object>of("passPercent", 50);
        var quiz = Lessons.quizWith("check", rules, Lessons.single("known"), Lessons.single("unknown"));
        var enrolment = enrol(learner, quiz);
        var attempt = Lessons.attempt(learner, enrolment, "check");
        Lessons.answerAll(learner, attempt, true);
        var unknown = texts(learner, attempt).indexOf("unknown") + 1;
        answer(learner, attempt, unknown, Map.of("choices", List.of()));
        learner.act("/attempts/{id}/submit", attempt)
                .body("status", is("PASSED"))
                .body("questions[%d].right".formatted(unknown - 1), is(false))
                .body("questions[%d].explanation".formatted(unknown - 1), nullValue())
                .body("questions[%d].explanation".formatted(2 - unknown), is("because-known"));
        learner.get("/enrolments/{id}", enrolment).body("status", is("COMPLETED"));
        assertThat(learner.get("/attempts/{id}", attempt).extract().asString()).doesNotContain("because-unknown");
    }

    private void nothingToldAnywhere(String course, String enrolment, String attempt, Person learner, Person trainer) {
        for (var reader : List.of(learner, trainer)) {
            for (var path : List.of(
                    "/attempts/" + attempt,
                    "/enrolments/" + enrolment,
                    "/enrolments/" + enrolment + "/steps/check",
                    "/courses/" + course,
                    "/courses/" + course + "/versions",
                    "/me/enrolments",
                    "/me/catch-ups")) {
                var answer = reader.get(path).statusCode(200).extract().asString();
                nothingTold(answer);
                assertThat(answer).as(path).doesNotContain("\"right\"");
            }
            refused(reader.get("/courses/{id}/draft", course), 403, "no-mandate");
        }
        nothingTold(
                trainer.get("/groups/{path}/training-reviews", town).extract().asString());
        nothingTold(people.lead(town).get("/journal?group=" + town).extract().asString());
        nothingTold(learner.put("/enrolments/{id}/steps/check/attempt", enrolment)
                .extract()
                .asString());
    }

    private static void nothingTold(String answer) {
        assertThat(answer).doesNotContain("because-asked", "\"right\":true");
    }

    private String enrol(Person learner, Map<String, Object> quiz) {
        return Lessons.enrol(learner, Lessons.course(people.lead(town), town, Map.of(), quiz), town);
    }

    private String enrol(Person learner, Map<String, Object> quiz, Map<String, Object> more) {
        return Lessons.enrol(learner, Lessons.course(people.lead(town), town, Map.of(), quiz, more), town);
    }

    private static List<String> texts(Person learner, String attempt) {
        return learner.get("/attempts/{id}", attempt).extract().jsonPath().getList("questions.text");
    }

    private static void answer(Person learner, String attempt, int number, Map<String, ?> answer) {
        answerOf(learner, attempt, number, answer).statusCode(200);
    }

    private static io.restassured.response.ValidatableResponse answerOf(
            Person learner, String attempt, int number, Map<String, ?> answer) {
        return learner.replace("/attempts/{id}/answers/{number}", answer, attempt, number);
    }
}
