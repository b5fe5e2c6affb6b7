package org.barnstorm.practice.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.testing.Problems.refused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.barnstorm.authority.Role;
import org.barnstorm.testing.Concurrently;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.Lessons;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.RealLife;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Waiting;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who was at a live session, and what follows. */
@QuarkusTest
class AttendanceTest {
    private static final Map<String, Object> ORGANISER = Map.of("award", Map.of("role", Role.ORGANISER, "months", 12));

    @Inject
    People people;

    private final String town = People.freshTown();
    private Person trainer;
    private Person learner;
    private String course;

    @BeforeEach
    void a_course_with_an_evening() {
        trainer = people.with(Role.TRAINER, town);
        learner = people.member(town, "Ada Lovelace");
        course = Lessons.course(people.lead(town), town, ORGANISER, Lessons.reading("one"), Lessons.live("evening"));
    }

    @AfterEach
    void invariants_hold() {
        Invariants.hold();
    }

    @Test
    void who_was_there_has_done_the_step() {
        var enrolment = Lessons.enrol(learner, course, town);
        Lessons.done(learner, enrolment, "one").statusCode(200);
        var session = planned(5);
        var hold = claim(learner, session);
        trainer.get("/live-sessions/{id}/attendees", session)
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].name", is("Ada L."))
                .body("items[0].hasPlace", is(true))
                .body("items[0].status", nullValue());
        present(session, learner).body("status", is("PRESENT")).body("hasPlace", is(true));
        learner.get("/enrolments/{id}", enrolment).body("status", is("COMPLETED"));
        learner.get("/assignments/{id}", hold).body("status", is("VERIFIED")).body("verifiedBy", nullValue());
        learner.post("/tasks", Work.leaflets(town)).statusCode(201);
        present(session, learner).body("status", is("PRESENT"));
        assertThat(Waiting.journal(hold))
                .containsExactly("assignment.claimed", "assignment.completed", "assignment.passed");
        assertThat(recorded(session)).isOne();
        trainer.get("/live-sessions/{id}/attendees", session).body("items.status", contains("PRESENT"));
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 403", "LEAD, 200", "ORGANISER, 403", "TRAINER, 200", "VERIFIER, 403", "STEWARD, 403"})
    void who_may_say_who_was_there(String role, int status) {
        var session = planned(5);
        claim(learner, session);
        var somebody = people.as(role, town);
        var answer = RealLife.attendance(somebody, session, learner, "PRESENT");
        var list = somebody.get("/live-sessions/{id}/attendees", session);
        if (status == 403) {
            refused(answer, 403, "no-mandate");
            refused(list, 403, "no-mandate");
            return;
        }
        answer.statusCode(200);
        list.statusCode(200);
    }

    @Test
    void who_was_missed_loses_the_place_and_it_can_be_put_right() {
        var enrolment = Lessons.enrol(learner, course, town);
        var session = planned(1);
        var hold = claim(learner, session);
        RealLife.attendance(trainer, session, learner, "ABSENT")
                .statusCode(200)
                .body("status", is("ABSENT"))
                .body("hasPlace", is(false));
        learner.get("/assignments/{id}", hold).body("status", is("NO_SHOW"));
        assertThat(Work.taken(trainer, RealLife.task(trainer, session))).isZero();
        learner.get("/enrolments/{id}", enrolment).body("steps[1].state", is("OPEN"));
        present(session, learner).body("status", is("PRESENT")).body("hasPlace", is(false));
        learner.get("/enrolments/{id}", enrolment).body("steps[1].state", is("DONE"));
        refused(RealLife.attendance(trainer, session, learner, "ABSENT"), 409, "attendance-recorded");
    }

    @Test
    void it_is_said_once_it_began_of_who_had_a_place_and_never_of_oneself() {
        var tomorrow = Instant.now().plusSeconds(24 * 3600);
        var ahead = RealLife.plan(trainer, course, RealLife.session(town, "evening", 5, tomorrow));
        claim(learner, ahead);
        refused(RealLife.attendance(trainer, ahead, learner, "PRESENT"), 409, "not-started");
        refused(RealLife.attendance(trainer, ahead, learner, "ABSENT"), 409, "not-started");
        var session = planned(5);
        refused(RealLife.attendance(trainer, session, people.member(town), "PRESENT"), 409, "no-place");
        Waiting.release(learner, claim(learner, session));
        refused(RealLife.attendance(trainer, session, learner, "PRESENT"), 409, "no-place");
        claim(trainer, session);
        refused(RealLife.attendance(trainer, session, trainer, "PRESENT"), 403, "self-completion");
    }

    @Test
    void who_said_themselves_that_they_came_waits_for_the_trainer() {
        var enrolment = Lessons.enrol(learner, course, town);
        var session = planned(5);
        Work.complete(learner, claim(learner, session));
        learner.get("/enrolments/{id}", enrolment).body("steps[1].state", is("OPEN"));
        present(session, learner);
        learner.get("/enrolments/{id}", enrolment).body("steps[1].state", is("DONE"));
    }

    @Test
    void a_lease_that_ran_out_does_not_keep_somebody_from_having_been_there() {
        var enrolment = Lessons.enrol(learner, course, town);
        var session = planned(5);
        Work.letLapse(claim(learner, session));
        present(session, learner);
        learner.get("/enrolments/{id}", enrolment).body("steps[1].state", is("DONE"));
    }

    @Test
    void it_counts_where_the_trainers_mandate_reaches() {
        var movement = town.substring(0, town.indexOf('.'));
        var wide = Lessons.course(people.lead(town), movement, Map.of(), Lessons.live("evening"));
        var elsewhere = people.member(movement + ".elsewhere");
        var enrolment = Lessons.enrol(elsewhere, wide, movement + ".elsewhere");
        var wanted = RealLife.session(town, "evening", 5);
        wanted.put("audience", Map.of("who", "MOVEMENT"));
        var here = RealLife.plan(trainer, wide, wanted);
        Work.claim(elsewhere, RealLife.task(trainer, here));
        present(here, elsewhere);
        elsewhere.get("/enrolments/{id}", enrolment).body("status", is("ACTIVE"));
        wanted.put("group", movement);
        var national = people.lead(town);
        var above = RealLife.plan(national, wide, wanted);
        Sql.run("update assignment set busy = null where member_id = ?", elsewhere.id());
        Sql.run(
                "update task set starts_at = null, ends_at = null, busy_until = null where id = ?",
                RealLife.task(national, here));
        Work.claim(elsewhere, RealLife.task(national, above));
        RealLife.attendance(national, above, elsewhere, "PRESENT").statusCode(200);
        elsewhere.get("/enrolments/{id}", enrolment).body("status", is("COMPLETED"));
    }

    @Test
    void who_does_not_take_the_course_or_has_left_the_group_was_there_and_no_more() {
        var session = planned(5);
        var guest = people.member(town);
        claim(guest, session);
        present(session, guest);
        guest.get("/me/enrolments").body("items", hasSize(0));
        var enrolment = Lessons.enrol(learner, course, town);
        claim(learner, session);
        learner.delete("/groups/{path}/membership", town).statusCode(204);
        present(session, learner);
        learner.get("/enrolments/{id}", enrolment).body("steps[1].state", is("OPEN"));
    }

    @Test
    void who_enrols_afterwards_gets_the_step_when_it_is_said_again() {
        var session = planned(5);
        claim(learner, session);
        present(session, learner);
        var enrolment = Lessons.enrol(learner, course, town);
        learner.get("/enrolments/{id}", enrolment).body("steps[1].state", is("OPEN"));
        present(session, learner);
        learner.get("/enrolments/{id}", enrolment).body("steps[1].state", is("DONE"));
        assertThat(recorded(session)).isOne();
    }

    @Test
    void a_step_that_was_sent_back_since_is_not_done_by_saying_it_again() {
        var enrolment = Lessons.enrol(learner, course, town);
        var session = planned(5);
        claim(learner, session);
        present(session, learner);
        trainer.post("/enrolments/{id}/steps/evening/return", Map.of("comment", "You left early."), enrolment)
                .statusCode(200);
        present(session, learner);
        learner.get("/enrolments/{id}", enrolment).body("steps[1].state", is("RETURNED"));
        Work.letEnd(RealLife.task(trainer, session));
        var another = planned(5);
        claim(learner, another);
        present(another, learner);
        learner.get("/enrolments/{id}", enrolment).body("steps[1].state", is("DONE"));
    }

    @Test
    void two_trainers_and_the_learner_at_the_same_moment() {
        var other = people.with(Role.TRAINER, town);
        for (var round = 0; round < 10; round++) {
            var person = people.member(town);
            var enrolment = Lessons.enrol(person, course, town);
            Lessons.done(person, enrolment, "one").statusCode(200);
            var session = planned(5);
            claim(person, session);
            var answers = Concurrently.race(List.<Callable<Integer>>of(
                    () -> status(trainer, session, person, "PRESENT"),
                    () -> status(other, session, person, "ABSENT"),
                    () -> other.request()
                            .post("/enrolments/{id}/steps/evening/accept", enrolment)
                            .statusCode(),
                    () -> person.request().delete("/enrolments/{id}", enrolment).statusCode()));
            assertThat(answers).allMatch(each -> each == 200 || each == 409 || each == 503);
            Invariants.hold();
        }
    }

    private static int status(Person trainer, String session, Person who, String status) {
        return trainer.request()
                .contentType("application/json")
                .body(Map.of("status", status))
                .put("/live-sessions/{id}/attendees/{member}", session, who.id())
                .statusCode();
    }

    private String planned(int capacity) {
        return RealLife.plan(trainer, course, RealLife.session(town, "evening", capacity));
    }

    private UUID claim(Person person, String session) {
        return Work.claim(person, RealLife.task(trainer, session));
    }

    private ValidatableResponse present(String session, Person who) {
        return RealLife.attendance(trainer, session, who, "PRESENT").statusCode(200);
    }

    private static long recorded(String session) {
        return Sql.value(
                Long.class,
                "select count(*) from journal where type = 'attendance.recorded' and data ->> 'session' = ?",
                session);
    }
}
