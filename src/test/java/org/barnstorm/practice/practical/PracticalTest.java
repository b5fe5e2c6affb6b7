package org.barnstorm.practice.practical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.barnstorm.testing.Problems.refused;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.authority.Role;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.Lessons;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.RealLife;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Practicals that verified work makes done. */
@QuarkusTest
class PracticalTest {
    private static final Map<String, Object> ORGANISER = Map.of("award", Map.of("role", Role.ORGANISER, "months", 12));

    @Inject
    People people;

    @Inject
    PracticalSweeper sweeper;

    private final String town = People.freshTown();
    private Person lead;
    private Person learner;
    private String course;

    @BeforeEach
    void a_course_with_a_practical() {
        lead = people.with(Role.LEAD, town);
        learner = people.member(town);
        RealLife.kind(lead, town, "canvass");
        RealLife.kind(lead, town, "phone-bank");
        course = Lessons.course(people.lead(town), town, ORGANISER, Lessons.practical("walk"));
    }

    @AfterEach
    void invariants_hold() {
        Invariants.hold();
    }

    @Test
    void the_verdict_that_was_missing_makes_it_done() {
        rule(1);
        var enrolment = Lessons.enrol(learner, course, town);
        var hold = RealLife.done(lead, learner, town, "canvass");
        sweeper.sweep();
        learner.get("/me/practicals")
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].state", is("OPEN"))
                .body("items[0].work.kind", is("canvass"))
                .body("items[0].results", is(0))
                .body("items[0].signOffs", nullValue());
        Work.verify(lead, hold);
        awaitState(enrolment, "DONE");
        learner.get("/enrolments/{id}", enrolment).body("status", is("COMPLETED"));
        learner.post("/tasks", Work.leaflets(town)).statusCode(201);
        learner.get("/me/practicals").body("items", hasSize(0));
        Work.verify(lead, RealLife.done(lead, learner, town, "canvass"));
        sweeper.sweep();
        assertThat(Work.journaled(UUID.fromString(enrolment), "enrolment.step-attested"))
                .isOne();
    }

    @Test
    void only_so_much_of_that_work_done_since_and_here_counts() {
        rule(2);
        Work.verify(lead, RealLife.done(lead, learner, town, "canvass"));
        var enrolment = Lessons.enrol(learner, course, town);
        Work.verify(lead, RealLife.done(lead, learner, town, "canvass"));
        Work.verify(lead, RealLife.done(lead, learner, town, "phone-bank"));
        Work.verify(lead, Work.done(learner, Work.open(lead, town, 1)));
        notLookedAt();
        elsewhere();
        sweeper.sweep();
        learner.get("/me/practicals").body("items[0].results", is(1)).body("items[0].state", is("OPEN"));
        Work.verify(lead, RealLife.done(lead, learner, town, "canvass"));
        awaitState(enrolment, "DONE");
    }

    /** What nobody had to look at was verified by nobody. */
    private void notLookedAt() {
        var wanted = Work.leaflets(town, "kind", "canvass");
        wanted.put("verification", Map.of("mode", "NONE"));
        Work.done(learner, Work.open(lead, wanted));
    }

    /** A verifier of another town has no say here, although the work is called the same. */
    private void elsewhere() {
        var other = town.substring(0, town.indexOf('.')) + ".other";
        people.grow(other);
        learner.put("/groups/{path}/membership", other).statusCode(200);
        var friend = people.with(Role.LEAD, other);
        RealLife.kind(friend, other, "canvass");
        Work.verify(friend, RealLife.done(friend, learner, other, "canvass"));
    }

    @Test
    void what_a_trainer_sent_back_asks_for_other_work() {
        rule(1);
        var enrolment = Lessons.enrol(
                learner,
                course = withRule(Lessons.course(
                        people.lead(town), town, Map.of(), Lessons.practical("walk"), Lessons.reading("one"))),
                town);
        Work.verify(lead, RealLife.done(lead, learner, town, "canvass"));
        awaitState(enrolment, "DONE");
        lead.post("/enrolments/{id}/steps/walk/return", Map.of("comment", "Not alone."), enrolment)
                .statusCode(200);
        sweeper.sweep();
        state(enrolment, "RETURNED");
        Work.verify(lead, RealLife.done(lead, learner, town, "canvass"));
        awaitState(enrolment, "DONE");
    }

    @Test
    void the_sweeper_finds_what_was_missed() {
        var enrolment = Lessons.enrol(learner, course, town);
        Work.verify(lead, RealLife.done(lead, learner, town, "canvass"));
        state(enrolment, "OPEN");
        rule(1);
        sweeper.sweep();
        awaitState(enrolment, "DONE");
    }

    @Test
    void who_set_the_rule_needs_a_trainer() {
        RealLife.rule(lead, course, "walk", RealLife.work("canvass", 1)).statusCode(201);
        var enrolment = Lessons.enrol(lead, course, town);
        var other = people.with(Role.LEAD, town);
        Work.verify(other, RealLife.done(other, lead, town, "canvass"));
        sweeper.sweep();
        lead.get("/enrolments/{id}", enrolment).body("steps[0].state", is("OPEN"));
    }

    @Test
    void who_is_suspended_gets_nothing_done_meanwhile() {
        rule(1);
        var enrolment = Lessons.enrol(learner, course, town);
        var hold = RealLife.done(lead, learner, town, "canvass");
        learner.delete("/groups/{path}/membership", town).statusCode(204);
        Work.verify(lead, hold);
        sweeper.sweep();
        state(enrolment, "OPEN");
        learner.put("/groups/{path}/membership", town).statusCode(200);
        sweeper.sweep();
        awaitState(enrolment, "DONE");
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 403", "LEAD, 201", "ORGANISER, 403", "TRAINER, 403", "VERIFIER, 403", "STEWARD, 403"})
    void who_may_say_what_makes_it_done(String role, int status) {
        var answer = RealLife.rule(people.as(role, town), course, "walk", RealLife.work("canvass", 1));
        if (status == 403) {
            refused(answer, 403, "no-mandate");
            return;
        }
        answer.statusCode(201).body("work.results", is(1)).body("version", is(0));
        people.newcomer()
                .get("/courses/{id}/practicals", course)
                .body("items", hasSize(1))
                .body("items[0].module", is("walk"));
    }

    @Test
    void the_rule_is_of_a_practical_and_a_kind_of_work_that_there_is() {
        refused(RealLife.rule(lead, course, "none", RealLife.signOffs(2)), 422, "unknown-module");
        refused(RealLife.rule(lead, course, "walk", RealLife.work("knitting", 1)), 422, "unknown-kind");
        RealLife.rule(lead, course, "walk", RealLife.signOffs(2)).statusCode(201);
        refused(RealLife.rule(lead, course, "walk", RealLife.signOffs(3)), 412, "stale-version");
        lead.request()
                .contentType("application/json")
                .header("If-Match", "\"0\"")
                .body(RealLife.work("canvass", 3))
                .put("/courses/{id}/practicals/walk", course)
                .then()
                .statusCode(200)
                .body("signOffs", nullValue())
                .body("version", is(1));
    }

    @Test
    void who_says_what_is_enough_could_hand_on_what_the_course_awards() {
        var author = people.member(town);
        people.lead(town)
                .post(
                        "/mandates",
                        Map.of(
                                "memberId", author.id(),
                                "group", town,
                                "capabilities", java.util.List.of("COURSE_MANAGE")))
                .statusCode(201);
        refused(RealLife.rule(author, course, "walk", RealLife.signOffs(1)), 403, "beyond-own-authority");
    }

    private void rule(int results) {
        RealLife.rule(people.lead(town), course, "walk", RealLife.work("canvass", results))
                .statusCode(201);
    }

    private String withRule(String other) {
        RealLife.rule(people.lead(town), other, "walk", RealLife.work("canvass", 1))
                .statusCode(201);
        return other;
    }

    /** It comes soon after the verdict, in a transaction of its own. */
    private void awaitState(String enrolment, String state) {
        await().untilAsserted(() -> state(enrolment, state));
    }

    private static void state(String enrolment, String state) {
        assertThat(Sql.value(
                        String.class,
                        "select state from enrolment_step where enrolment_id = ? and module = 'walk'",
                        UUID.fromString(enrolment)))
                .isEqualTo(state);
    }
}
