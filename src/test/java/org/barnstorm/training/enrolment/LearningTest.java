package org.barnstorm.training.enrolment;

import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Problems.unseen;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.authority.Role;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.Lessons;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Taking a course, step by step. */
@QuarkusTest
class LearningTest {
    private static final Map<String, Object> ORGANISER = Map.of("award", Map.of("role", Role.ORGANISER, "months", 12));

    @Inject
    People people;

    private final String town = People.freshTown();

    @AfterEach
    void invariants_hold() {
        Invariants.hold();
    }

    @Test
    void the_last_step_qualifies_and_what_the_course_awards_acts_at_the_next_request() {
        var learner = people.member(town);
        var course = Lessons.course(people.lead(town), town, ORGANISER, Lessons.reading("one"), Lessons.video("two"));
        var enrolment = Lessons.enrol(learner, course, town);
        refused(learner.post("/tasks", Work.leaflets(town)), 403, "no-mandate");
        Lessons.done(learner, enrolment, "one")
                .statusCode(200)
                .body("status", is("ACTIVE"))
                .body("progressPercent", is(50))
                .body("nextStep", is("two"));
        Lessons.done(learner, enrolment, "two")
                .statusCode(200)
                .body("status", is("COMPLETED"))
                .body("progressPercent", is(100))
                .body("nextStep", nullValue())
                .body("qualificationId", notNullValue());
        learner.post("/tasks", Work.leaflets(town)).statusCode(201);
        learner.get("/qualifications/{id}", Lessons.qualification(learner, enrolment))
                .statusCode(200)
                .body("status", is("VALID"))
                .body("recordedBy", nullValue());
        learner.get("/me/mandates").body("items.source", contains("EARNED"));
    }

    @Test
    void another_device_goes_on_where_one_stopped() {
        var learner = people.member(town);
        var course = Lessons.course(people.lead(town), town, Map.of(), Lessons.reading("one"), Lessons.reading("two"));
        var enrolment = Lessons.enrol(learner, course, town);
        Lessons.done(learner, enrolment, "one").statusCode(200);
        Lessons.done(learner, enrolment, "one").statusCode(200).body("progressPercent", is(50));
        learner.get("/me/enrolments")
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].id", is(enrolment))
                .body("items[0].nextStep", is("two"))
                .body("items[0].steps.state", contains("DONE", "OPEN"));
        learner.get("/enrolments/{id}/steps/two", enrolment)
                .statusCode(200)
                .body("text", is("Ask **one** question, then wait."));
        unseen(learner.get("/enrolments/{id}/steps/three", enrolment));
    }

    @Test
    void who_is_on_the_way_keeps_the_version_they_began_with() {
        var lead = people.lead(town);
        var learner = people.member(town);
        var course = Lessons.course(lead, town, Map.of(), Lessons.reading("one"));
        var enrolment = Lessons.enrol(learner, course, town);
        Lessons.write(lead, course, Lessons.reading("other")).statusCode(200);
        Lessons.publish(lead, course, false);
        learner.get("/enrolments/{id}", enrolment).body("courseVersion", is(1)).body("steps.module", contains("one"));
        Lessons.done(learner, enrolment, "one").body("status", is("COMPLETED"));
    }

    @Test
    void one_enrols_once_where_one_belongs() {
        var learner = people.member(town);
        var course = Lessons.course(people.lead(town), town, Map.of(), Lessons.reading("one"));
        var enrolment = Lessons.enrol(learner, course, town);
        var here = Map.of("group", town);
        refused(learner.post("/courses/{id}/enrolments", here, course), 409, "already-enrolled")
                .body("enrolment", is(enrolment));
        refused(people.newcomer().post("/courses/{id}/enrolments", here, course), 409, "not-a-member");
        var movement = town.substring(0, town.indexOf('.'));
        people.grow(movement + ".elsewhere");
        var outside = people.member(movement + ".elsewhere");
        refused(
                outside.post("/courses/{id}/enrolments", Map.of("group", movement + ".elsewhere"), course),
                422,
                "outside-course");
        var bare = Lessons.bare(people.lead(town), town, Map.of());
        refused(learner.post("/courses/{id}/enrolments", here, bare), 409, "course-unpublished");
        unseen(learner.post("/courses/{id}/enrolments", here, UUID.randomUUID()));
    }

    @Test
    void who_leaves_can_come_back() {
        var learner = people.member(town);
        var course = Lessons.course(people.lead(town), town, Map.of(), Lessons.reading("one"));
        var enrolment = Lessons.enrol(learner, course, town);
        learner.delete("/enrolments/{id}", enrolment).statusCode(200).body("status", is("LEFT"));
        refused(Lessons.done(learner, enrolment, "one"), 409, "enrolment-over");
        Lessons.done(learner, Lessons.enrol(learner, course, town), "one").body("status", is("COMPLETED"));
        refused(learner.post("/courses/{id}/enrolments", Map.of("group", town), course), 409, "already-qualified");
    }

    @Test
    void who_left_the_group_does_not_go_on_in_it() {
        var learner = people.member(town);
        var course = Lessons.course(people.lead(town), town, ORGANISER, Lessons.reading("one"));
        var enrolment = Lessons.enrol(learner, course, town);
        learner.delete("/groups/{path}/membership", town).statusCode(204);
        refused(Lessons.done(learner, enrolment, "one"), 409, "not-a-member");
        learner.delete("/enrolments/{id}", enrolment).statusCode(200).body("status", is("LEFT"));
    }

    @Test
    void what_nobody_can_do_anything_about_does_not_wait_for_trainers() {
        var lead = people.lead(town);
        var learner = people.member(town);
        var submitted = Lessons.course(lead, town, Map.of(), Lessons.assignment("plan"));
        var confirmed = Lessons.course(lead, town, Map.of("completion", "CONFIRMED"), Lessons.reading("one"));
        Lessons.submit(learner, Lessons.enrol(learner, submitted, town), "plan").statusCode(200);
        Lessons.done(learner, Lessons.enrol(learner, confirmed, town), "one").body("status", is("WAITING"));
        lead.get("/groups/{path}/training-reviews", town).body("items", hasSize(2));
        learner.delete("/groups/{path}/membership", town).statusCode(204);
        lead.get("/groups/{path}/training-reviews", town).body("items", hasSize(0));
        learner.put("/groups/{path}/membership", town).statusCode(200);
        lead.get("/groups/{path}/training-reviews", town).body("items", hasSize(2));
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 404", "LEAD, 200", "ORGANISER, 404", "TRAINER, 200", "VERIFIER, 404", "STEWARD, 404"})
    void who_may_accept_what_was_submitted(String role, int status) {
        var learner = people.member(town, "Ada Lovelace");
        var course = Lessons.course(people.lead(town), town, Map.of(), Lessons.assignment("plan"));
        var enrolment = Lessons.enrol(learner, course, town);
        Lessons.submit(learner, enrolment, "plan").statusCode(200).body("steps[0].state", is("SUBMITTED"));
        var reviewer = people.as(role, town);
        var answer = reviewer.act("/enrolments/{id}/steps/plan/accept", enrolment);
        if (status == 404) {
            unseen(answer);
            refused(reviewer.get("/groups/{path}/training-reviews", town), 403, "no-mandate");
            return;
        }
        answer.statusCode(200).body("steps[0].state", is("DONE")).body("status", is("COMPLETED"));
    }

    @Test
    void a_trainer_returns_an_assignment_with_a_comment() {
        var trainer = people.with(Role.TRAINER, town);
        var learner = people.member(town, "Ada Lovelace");
        var course = Lessons.course(people.lead(town), town, Map.of(), Lessons.assignment("plan"));
        var enrolment = Lessons.enrol(learner, course, town);
        refused(trainer.act("/enrolments/{id}/steps/plan/accept", enrolment), 409, "step-state");
        Lessons.submit(learner, enrolment, "plan").statusCode(200);
        trainer.get("/groups/{path}/training-reviews", town)
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].name", is("Ada L."))
                .body("items[0].module", is("plan"))
                .body("items[0].kind", is("ASSIGNMENT"));
        trainer.post("/enrolments/{id}/steps/plan/return", Map.of("comment", "Who first?"), enrolment)
                .statusCode(200)
                .body("steps[0].state", is("RETURNED"));
        trainer.get("/groups/{path}/training-reviews", town).body("items", hasSize(0));
        learner.get("/enrolments/{id}", enrolment).body("steps[0].comment", is("Who first?"));
        Lessons.submit(learner, enrolment, "plan").statusCode(200);
        trainer.act("/enrolments/{id}/steps/plan/accept", enrolment).body("status", is("COMPLETED"));
    }

    @Test
    void steps_are_done_in_their_own_way() {
        var trainer = people.with(Role.TRAINER, town);
        var learner = people.member(town);
        var course =
                Lessons.course(people.lead(town), town, Map.of(), Lessons.reading("read"), Lessons.practical("walk"));
        var enrolment = Lessons.enrol(learner, course, town);
        refused(Lessons.done(learner, enrolment, "walk"), 422, "other-kind-of-step");
        refused(Lessons.submit(learner, enrolment, "read"), 422, "other-kind-of-step");
        refused(learner.put("/enrolments/{id}/steps/read/attempt", enrolment), 422, "other-kind-of-step");
        refused(trainer.act("/enrolments/{id}/steps/read/accept", enrolment), 422, "other-kind-of-step");
        refused(Lessons.done(trainer, enrolment, "read"), 403, "not-your-enrolment");
        trainer.act("/enrolments/{id}/steps/walk/accept", enrolment).body("steps[1].state", is("DONE"));
        refused(learner.act("/enrolments/{id}/complete", enrolment), 409, "steps-missing");
        Lessons.done(learner, enrolment, "read").body("status", is("COMPLETED"));
        learner.act("/enrolments/{id}/complete", enrolment).body("status", is("COMPLETED"));
    }

    @Test
    void nobody_accepts_or_confirms_their_own() {
        var trainer = people.with(Role.LEAD, town);
        var course =
                Lessons.course(people.lead(town), town, Map.of("completion", "CONFIRMED"), Lessons.assignment("plan"));
        var enrolment = Lessons.enrol(trainer, course, town);
        Lessons.submit(trainer, enrolment, "plan").statusCode(200);
        refused(trainer.act("/enrolments/{id}/steps/plan/accept", enrolment), 403, "self-completion");
        refused(trainer.act("/enrolments/{id}/confirm", enrolment), 403, "self-completion");
    }

    @Test
    void a_course_can_leave_the_last_word_to_a_lead() {
        var trainer = people.with(Role.TRAINER, town);
        var learner = people.member(town);
        var more = Map.of("completion", "CONFIRMED", "award", ORGANISER.get("award"));
        var course = Lessons.course(people.lead(town), town, more, Lessons.reading("one"));
        var enrolment = Lessons.enrol(learner, course, town);
        var lead = people.with(Role.LEAD, town);
        refused(lead.act("/enrolments/{id}/confirm", enrolment), 409, "not-waiting");
        Lessons.done(learner, enrolment, "one").body("status", is("WAITING"));
        refused(learner.post("/tasks", Work.leaflets(town)), 403, "no-mandate");
        refused(trainer.act("/enrolments/{id}/confirm", enrolment), 403, "no-mandate");
        lead.get("/groups/{path}/training-reviews", town).body("items[0].module", nullValue());
        lead.act("/enrolments/{id}/confirm", enrolment).statusCode(200).body("status", is("COMPLETED"));
        learner.post("/tasks", Work.leaflets(town)).statusCode(201);
        learner.get("/qualifications/{id}", Lessons.qualification(learner, enrolment))
                .body("recordedBy", is(lead.id().toString()));
        var byHand = Map.of("memberId", people.member(town).id(), "group", town);
        refused(trainer.post("/courses/{id}/completions", byHand, course), 403, "no-mandate");
        lead.post("/courses/{id}/completions", byHand, course).statusCode(201);
    }

    @Test
    void nobody_earns_authority_by_their_own_course_alone() {
        var author = people.with(Role.LEAD, town);
        var course = Lessons.course(author, town, ORGANISER, Lessons.reading("one"));
        var enrolment = Lessons.enrol(author, course, town);
        Lessons.done(author, enrolment, "one").body("status", is("WAITING"));
        people.with(Role.LEAD, town).act("/enrolments/{id}/confirm", enrolment).body("status", is("COMPLETED"));
    }

    @Test
    void other_courses_come_first() {
        var lead = people.lead(town);
        var learner = people.member(town);
        var first = Lessons.course(lead, town, Map.of("validMonths", 12), Lessons.reading("one"));
        var second = Lessons.course(lead, town, Map.of("requires", List.of(first)), Lessons.reading("two"));
        refused(learner.post("/courses/{id}/enrolments", Map.of("group", town), second), 409, "prerequisites-missing")
                .body("courses", contains(first));
        var byHand = Map.of("memberId", learner.id(), "group", town);
        refused(lead.post("/courses/{id}/completions", byHand, second), 409, "prerequisites-missing");
        Lessons.done(learner, Lessons.enrol(learner, first, town), "one").body("status", is("COMPLETED"));
        Lessons.done(learner, Lessons.enrol(learner, second, town), "two").body("status", is("COMPLETED"));
    }

    @Test
    void what_ran_out_on_the_way_is_asked_for_again_and_no_step_is_lost() {
        var lead = people.lead(town);
        var learner = people.member(town);
        var first = Lessons.course(lead, town, Map.of("validMonths", 12), Lessons.reading("one"));
        var second = Lessons.course(lead, town, Map.of("requires", List.of(first)), Lessons.reading("two"));
        Lessons.done(learner, Lessons.enrol(learner, first, town), "one").body("status", is("COMPLETED"));
        var enrolment = Lessons.enrol(learner, second, town);
        Sql.run(
                "update qualification set completed_at = now() - interval '400 days',"
                        + " expires_at = now() - interval '1 day' where member_id = ?",
                learner.id());
        Lessons.done(learner, enrolment, "two").body("status", is("ACTIVE")).body("progressPercent", is(100));
        refused(learner.act("/enrolments/{id}/complete", enrolment), 409, "prerequisites-missing");
        lead.post("/courses/{id}/completions", Map.of("memberId", learner.id(), "group", town), first)
                .statusCode(201);
        learner.act("/enrolments/{id}/complete", enrolment).statusCode(200).body("status", is("COMPLETED"));
    }

    @Test
    void another_movements_course_counts_where_it_is_recognised_and_earns_nothing_there() {
        var elsewhere = People.freshTown();
        people.grow(elsewhere);
        var theirs = Lessons.course(people.lead(elsewhere), elsewhere, Map.of(), Lessons.reading("one"));
        var learner = people.member(elsewhere);
        people.grow(town);
        learner.put("/groups/{path}/membership", town).statusCode(200);
        var ours = Lessons.bare(
                people.lead(town), town, Map.of("recognises", List.of(theirs), "award", ORGANISER.get("award")));
        var task = Work.open(people.lead(town), Work.leaflets(town, "requiredCourseId", ours));
        refused(learner.put("/tasks/{id}/claim", task), 409, "not-qualified");
        Lessons.done(learner, Lessons.enrol(learner, theirs, elsewhere), "one").body("status", is("COMPLETED"));
        learner.put("/tasks/{id}/claim", task).statusCode(200);
        refused(learner.post("/tasks", Work.leaflets(town)), 403, "no-mandate");
        var next = Lessons.course(people.lead(town), town, Map.of("requires", List.of(ours)), Lessons.reading("two"));
        Lessons.enrol(learner, next, town);
    }
}
