package org.barnstorm.practice.practical;

import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Problems.unseen;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.barnstorm.authority.Role;
import org.barnstorm.testing.Concurrently;
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

/** Practicals that people sign off who have learnt the same. */
@QuarkusTest
class SignOffTest {
    @Inject
    People people;

    private final String town = People.freshTown();
    private Person trainer;
    private Person mentor;
    private Person learner;
    private String course;

    @BeforeEach
    void a_practical_that_is_shadowed_twice() {
        trainer = people.with(Role.TRAINER, town);
        mentor = people.member(town);
        learner = people.member(town);
        course = Lessons.course(people.lead(town), town, Map.of(), Lessons.practical("walk"));
        RealLife.rule(people.lead(town), course, "walk", RealLife.signOffs(2)).statusCode(201);
        RealLife.qualify(trainer, mentor, course, town);
    }

    @AfterEach
    void invariants_hold() {
        Invariants.hold();
    }

    @Test
    void two_days_make_it_done() {
        var enrolment = Lessons.enrol(learner, course, town);
        RealLife.signOff(mentor, course, "walk", learner).statusCode(201).body("module", is("walk"));
        var other = people.member(town);
        RealLife.qualify(trainer, other, course, town);
        refused(RealLife.signOff(other, course, "walk", learner), 409, "signed-off-today");
        learner.get("/me/practicals").body("items[0].signed", is(1)).body("items[0].signOffs", is(2));
        nextDay();
        RealLife.signOff(other, course, "walk", learner).statusCode(201);
        learner.get("/enrolments/{id}", enrolment).body("status", is("COMPLETED"));
        Assertions.assertThat(Sql.value(
                        UUID.class,
                        "select reviewed_by from enrolment_step where enrolment_id = ?",
                        UUID.fromString(enrolment)))
                .isEqualTo(other.id());
    }

    @Test
    void each_person_counts_once() {
        var enrolment = Lessons.enrol(learner, course, town);
        RealLife.signOff(mentor, course, "walk", learner).statusCode(201);
        nextDay();
        refused(RealLife.signOff(mentor, course, "walk", learner), 409, "signed-off-by-you");
        learner.get("/me/practicals").body("items[0].signed", is(1)).body("items[0].state", is("OPEN"));
        learner.get("/enrolments/{id}", enrolment).body("status", is("ACTIVE"));
    }

    /** Qualified in the same course, somewhere else in the tree: they neither sign nor learn who takes it. */
    @Test
    void only_for_learners_of_ones_own_group_or_those_above_and_below() {
        var movement = town.substring(0, town.indexOf('.'));
        course = Lessons.course(people.lead(town), movement, Map.of(), Lessons.practical("walk"));
        RealLife.rule(people.lead(town), course, "walk", RealLife.signOffs(3)).statusCode(201);
        Lessons.enrol(learner, course, town);
        unseen(RealLife.signOff(qualified(movement + ".elsewhere"), course, "walk", learner));
        RealLife.signOff(qualified(town + ".ward"), course, "walk", learner).statusCode(201);
        nextDay();
        RealLife.signOff(qualified(movement), course, "walk", learner).statusCode(201);
    }

    private Person qualified(String group) {
        var person = people.member(group);
        RealLife.qualify(people.lead(town), person, course, group);
        return person;
    }

    @Test
    void only_somebody_else_who_is_qualified_and_belongs_here() {
        Lessons.enrol(learner, course, town);
        refused(RealLife.signOff(learner, course, "walk", learner), 403, "self-completion");
        refused(RealLife.signOff(people.member(town), course, "walk", learner), 409, "not-qualified");
        refused(RealLife.signOff(people.newcomer(), course, "walk", learner), 409, "not-a-member");
        mentor.delete("/groups/{path}/membership", town).statusCode(204);
        refused(RealLife.signOff(mentor, course, "walk", learner), 409, "not-a-member");
    }

    @Test
    void only_for_who_is_on_the_way_with_a_practical_that_asks_for_it() {
        unseen(RealLife.signOff(mentor, course, "walk", learner));
        Lessons.enrol(learner, course, town);
        unseen(RealLife.signOff(mentor, course, "other", learner));
        var plain = Lessons.course(people.lead(town), town, Map.of(), Lessons.practical("walk"));
        RealLife.qualify(trainer, mentor, plain, town);
        Lessons.enrol(learner, plain, town);
        refused(RealLife.signOff(mentor, plain, "walk", learner), 409, "no-sign-offs");
    }

    @Test
    void what_was_sent_back_is_signed_off_anew() {
        course = Lessons.course(people.lead(town), town, Map.of(), Lessons.practical("walk"), Lessons.reading("one"));
        RealLife.rule(people.lead(town), course, "walk", RealLife.signOffs(1)).statusCode(201);
        RealLife.qualify(trainer, mentor, course, town);
        var enrolment = Lessons.enrol(learner, course, town);
        RealLife.signOff(mentor, course, "walk", learner).statusCode(201);
        refused(RealLife.signOff(mentor, course, "walk", learner), 409, "step-state");
        trainer.post("/enrolments/{id}/steps/walk/return", Map.of("comment", "Once more."), enrolment)
                .statusCode(200);
        learner.get("/me/practicals").body("items[0].signed", is(0)).body("items[0].state", is("RETURNED"));
        nextDay();
        RealLife.signOff(mentor, course, "walk", learner).statusCode(201);
        learner.get("/enrolments/{id}", enrolment).body("steps[0].state", is("DONE"));
    }

    @Test
    void where_both_are_asked_for_both_are_needed() {
        RealLife.kind(people.lead(town), town, "canvass");
        course = Lessons.course(people.lead(town), town, Map.of(), Lessons.practical("walk"));
        RealLife.rule(
                        people.lead(town),
                        course,
                        "walk",
                        Map.of("work", Map.of("kind", "canvass", "results", 1), "signOffs", 1))
                .statusCode(201);
        RealLife.qualify(trainer, mentor, course, town);
        var enrolment = Lessons.enrol(learner, course, town);
        Work.verify(people.lead(town), RealLife.done(people.lead(town), learner, town, "canvass"));
        learner.get("/enrolments/{id}", enrolment).body("steps[0].state", is("OPEN"));
        RealLife.signOff(mentor, course, "walk", learner).statusCode(201);
        learner.get("/enrolments/{id}", enrolment).body("status", is("COMPLETED"));
    }

    @Test
    void many_who_sign_at_once_are_one_day() {
        Lessons.enrol(learner, course, town);
        var answers = Concurrently.times(6, () -> mentor.request()
                .contentType("application/json")
                .body(Map.of("memberId", learner.id(), "module", "walk"))
                .post("/courses/{id}/sign-offs", course)
                .statusCode());
        Assertions.assertThat(answers)
                .containsOnlyOnce(201)
                .allMatch(each -> each == 201 || each == 409 || each == 503);
        learner.get("/me/practicals").body("items[0].signed", is(1));
    }

    /** What was signed today was signed yesterday. */
    private void nextDay() {
        Sql.run(
                "update sign_off set day = day - 1 where enrolment_id in (select id from enrolment where member_id = ?)",
                learner.id());
    }
}
