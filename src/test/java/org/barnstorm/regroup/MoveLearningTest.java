package org.barnstorm.regroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.barnstorm.authority.Role.TRAINER;
import static org.barnstorm.regroup.Plans.id;
import static org.barnstorm.regroup.Plans.letDayCome;
import static org.barnstorm.regroup.Plans.merge;
import static org.barnstorm.regroup.Plans.split;
import static org.barnstorm.testing.Problems.refused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.KindsOfWork;
import org.barnstorm.testing.Lessons;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.RealLife;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who goes on in another group goes on with what they are learning: steps, reviews, live sessions, practicals. */
@QuarkusTest
class MoveLearningTest {
    @Inject
    People people;

    @Inject
    MoveSweeper sweeper;

    private final String town = People.freshTown();
    private final String movement = town.split("\\.")[0];
    private final String beside = movement + ".beside";
    private Person learner;

    @BeforeEach
    void two_groups() {
        learner = people.member(town);
        people.grow(beside);
    }

    @AfterEach
    void invariants_hold() {
        Invariants.hold();
    }

    @Test
    void a_course_of_both_groups_goes_on_where_it_was() {
        var course = Lessons.course(
                people.lead(town), movement, Map.of(), Lessons.reading("one"), Lessons.assignment("two"));
        var enrolment = Lessons.enrol(learner, course, town);
        Lessons.done(learner, enrolment, "one").statusCode(200);
        done(id(merge(people.lead(town), town, beside)));
        learner.get("/enrolments/{id}", enrolment)
                .statusCode(200)
                .body("group", is(beside))
                .body("status", is("ACTIVE"))
                .body("progressPercent", is(50));
        Lessons.submit(learner, enrolment, "two").statusCode(200);
        var trainer = people.with(TRAINER, beside);
        trainer.get("/groups/{path}/training-reviews", beside).body("items.enrolmentId", contains(enrolment));
        trainer.act("/enrolments/{id}/steps/{module}/accept", enrolment, "two").statusCode(200);
        learner.get("/enrolments/{id}", enrolment).body("status", is("COMPLETED"));
        assertThat(Work.journaled(UUID.fromString(enrolment), "enrolment.moved"))
                .isEqualTo(1);
    }

    @Test
    void a_split_takes_the_courses_of_those_it_names_along_and_no_others() {
        var course =
                Lessons.course(people.lead(town), movement, Map.of(), Lessons.reading("one"), Lessons.reading("two"));
        var stays = people.member(town);
        var hers = Lessons.enrol(learner, course, town);
        var his = Lessons.enrol(stays, course, town);
        done(id(split(people.lead(town), town, beside, learner)));
        Lessons.done(learner, hers, "one").statusCode(200).body("group", is(beside));
        Lessons.done(stays, his, "one").statusCode(200).body("group", is(town));
    }

    @Test
    void a_course_of_the_old_group_alone_stays_there() {
        var course = Lessons.course(people.lead(town), town, Map.of(), Lessons.reading("one"), Lessons.reading("two"));
        var enrolment = Lessons.enrol(learner, course, town);
        done(id(merge(people.lead(town), town, beside)));
        learner.get("/enrolments/{id}", enrolment).body("group", is(town)).body("status", is("ACTIVE"));
        refused(Lessons.done(learner, enrolment, "one"), 409, "not-a-member");
        learner.delete("/enrolments/{id}", enrolment).statusCode(200).body("status", is("LEFT"));
    }

    @Test
    void a_live_session_goes_with_its_task_and_trainers_there_say_who_came() {
        var course =
                Lessons.course(people.lead(town), movement, Map.of(), Lessons.reading("one"), Lessons.live("evening"));
        var enrolment = Lessons.enrol(learner, course, town);
        var old = people.with(TRAINER, town);
        var session = RealLife.plan(old, course, RealLife.session(town, "evening", 5));
        var task = RealLife.task(old, session);
        Work.claim(learner, task);
        done(id(merge(people.lead(town), town, beside)));
        var trainer = people.with(TRAINER, beside);
        RealLife.attendance(trainer, session, learner, "PRESENT")
                .statusCode(200)
                .body("status", is("PRESENT"));
        learner.get("/enrolments/{id}", enrolment).body("steps[1].state", is("DONE"));
        people.lead(town).get("/tasks/{id}", task).body("group", is(beside));
    }

    @Test
    void a_practical_is_done_by_work_from_before_and_after() {
        var code = "doors";
        KindsOfWork.make(people.lead(town), movement, code, KindsOfWork.canvass())
                .statusCode(201);
        var course = Lessons.course(
                people.lead(town), movement, Map.of(), Lessons.reading("one"), Lessons.practical("doors"));
        RealLife.rule(people.lead(town), course, "doors", RealLife.work(code, 2))
                .statusCode(201);
        var enrolment = Lessons.enrol(learner, course, town);
        var before = RealLife.done(people.lead(town), learner, town, code);
        Work.verify(people.lead(town), before);
        done(id(merge(people.lead(town), town, beside)));
        var after = RealLife.done(people.lead(town), learner, beside, code);
        Work.verify(people.lead(town), after);
        await().untilAsserted(() -> learner.get("/enrolments/{id}", enrolment).body("steps[1].state", is("DONE")));
    }

    private void done(UUID move) {
        letDayCome(move);
        sweeper.sweep();
        assertThat(Plans.status(move)).isEqualTo("DONE");
    }
}
