package org.barnstorm.training.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.testing.Problems.refused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
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
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Keeping a qualification: refreshers, and what is new. */
@QuarkusTest
class RenewalTest {
    private static final Map<String, Object> YEAR =
            Map.of("validMonths", 12, "award", Map.of("role", Role.ORGANISER, "months", 12));

    @Inject
    People people;

    private final String town = People.freshTown();

    @AfterEach
    void invariants_hold() {
        Invariants.hold();
    }

    @Test
    void a_refresher_renews_what_runs_out_soon() {
        var learner = people.member(town);
        var course = twoModules();
        var old = qualify(learner, course);
        refused(learner.post("/courses/{id}/enrolments", Map.of("group", town), course), 409, "already-qualified");
        letRunOutIn(old, "20 days");
        learner.get("/qualifications/{id}", old).body("status", is("EXPIRING"));
        var again = Lessons.enrol(learner, course, town);
        learner.get("/enrolments/{id}", again)
                .body("purpose", is("REFRESH"))
                .body("renewsId", is(old.toString()))
                .body("steps.module", contains("fresh"));
        Lessons.done(learner, again, "fresh").body("status", is("COMPLETED"));
        learner.get("/qualifications/{id}", Lessons.qualification(learner, again))
                .body("status", is("VALID"))
                .body("renewsId", is(old.toString()));
        learner.get("/me/mandates").body("items", hasSize(2));
    }

    @Test
    void a_refresher_is_enough_for_a_while_and_then_the_whole_course_is_taken() {
        var learner = people.member(town);
        var course = twoModules();
        var old = qualify(learner, course);
        letRunOutIn(old, "-80 days");
        var refresher = Lessons.enrol(learner, course, town);
        learner.get("/enrolments/{id}", refresher).body("purpose", is("REFRESH"));
        learner.delete("/enrolments/{id}", refresher).statusCode(200);
        letRunOutIn(old, "-100 days");
        learner.get("/enrolments/{id}", Lessons.enrol(learner, course, town))
                .body("purpose", is("WHOLE"))
                .body("steps.module", contains("base", "fresh"));
    }

    /** Whether or not a version asked those who are qualified to catch up. */
    @Test
    void a_refresher_has_what_is_new_as_well() {
        var learner = people.member(town);
        var course = twoModules();
        var old = qualify(learner, course);
        Lessons.write(people.lead(town), course, Lessons.reading("base"), fresh(), Lessons.reading("law"))
                .statusCode(200);
        Lessons.publish(people.lead(town), course, false);
        letRunOutIn(old, "20 days");
        learner.get("/enrolments/{id}", Lessons.enrol(learner, course, town))
                .body("purpose", is("REFRESH"))
                .body("steps.module", contains("fresh", "law"));
    }

    @Test
    void a_renewal_begins_its_quiz_anew() {
        var learner = people.member(town);
        var quiz = Lessons.quizWith("check", Map.of("attempts", 1), Lessons.single("Who talks?"));
        var course = Lessons.course(people.lead(town), town, YEAR, Lessons.with(quiz, "refresher", true));
        var first = Lessons.enrol(learner, course, town);
        pass(learner, first);
        letRunOutIn(Lessons.qualification(learner, first), "20 days");
        pass(learner, Lessons.enrol(learner, course, town));
    }

    private static void pass(Person learner, String enrolment) {
        var attempt = Lessons.attempt(learner, enrolment, "check");
        Lessons.answerAll(learner, attempt, true);
        learner.act("/attempts/{id}/submit", attempt).statusCode(200).body("status", is("PASSED"));
        learner.get("/enrolments/{id}", enrolment).body("status", is("COMPLETED"));
    }

    @Test
    void a_trainer_renews_by_hand_what_runs_out_soon() {
        var learner = people.member(town);
        var course = twoModules();
        var old = qualify(learner, course);
        var record = Map.of("memberId", learner.id(), "group", town);
        refused(people.lead(town).post("/courses/{id}/completions", record, course), 409, "already-qualified");
        letRunOutIn(old, "20 days");
        people.lead(town).post("/courses/{id}/completions", record, course).statusCode(201);
    }

    @Test
    void holders_see_which_modules_are_new_and_catch_up() {
        var lead = people.lead(town);
        var learner = people.member(town);
        var course = twoModules();
        var held = qualify(learner, course);
        learner.get("/me/catch-ups").body("items", hasSize(0));
        Lessons.write(lead, course, Lessons.reading("base"), fresh(), Lessons.reading("law"))
                .statusCode(200);
        Lessons.publish(lead, course, true);
        learner.get("/me/catch-ups")
                .statusCode(200)
                .body("items[0].qualificationId", is(held.toString()))
                .body("items[0].modules.key", contains("law"));
        var enrolment = Lessons.enrol(learner, course, town);
        learner.get("/enrolments/{id}", enrolment)
                .body("purpose", is("CATCH_UP"))
                .body("steps.module", contains("law"));
        Lessons.done(learner, enrolment, "law")
                .body("status", is("COMPLETED"))
                .body("qualificationId", is(held.toString()));
        learner.get("/me/catch-ups").body("items", hasSize(0));
        learner.get("/qualifications").body("items", hasSize(1));
    }

    @Test
    void a_version_that_does_not_ask_leaves_holders_alone() {
        var lead = people.lead(town);
        var learner = people.member(town);
        var course = twoModules();
        qualify(learner, course);
        Lessons.write(lead, course, Lessons.reading("law")).statusCode(200);
        Lessons.publish(lead, course, false);
        learner.get("/me/catch-ups").body("items", hasSize(0));
        refused(learner.post("/courses/{id}/enrolments", Map.of("group", town), course), 409, "already-qualified");
    }

    @Test
    void what_was_withdrawn_meanwhile_is_not_renewed_and_comes_back_only_through_a_lead() {
        var lead = people.with(Role.LEAD, town);
        var learner = people.member(town);
        var course = twoModules();
        var old = qualify(learner, course);
        letRunOutIn(old, "20 days");
        var refresher = Lessons.enrol(learner, course, town);
        lead.post("/qualifications/{id}/withdraw", Map.of("reason", "Was rude."), old)
                .statusCode(200);
        // Who lost it waits for a lead, and the lead cannot renew what is withdrawn.
        Lessons.done(learner, refresher, "fresh").body("status", is("WAITING"));
        refused(lead.act("/enrolments/{id}/confirm", refresher), 409, "qualification-withdrawn");
        learner.delete("/enrolments/{id}", refresher).statusCode(200);
        var whole = Lessons.enrol(learner, course, town);
        learner.get("/enrolments/{id}", whole).body("purpose", is("WHOLE"));
        Lessons.done(learner, whole, "base").statusCode(200);
        Lessons.done(learner, whole, "fresh").body("status", is("WAITING"));
        assertThat(Sql.value(
                        Long.class,
                        "select count(*) from mandate where member_id = ? and revoked_at is null",
                        learner.id()))
                .isZero();
        lead.act("/enrolments/{id}/confirm", whole).body("status", is("COMPLETED"));
    }

    @Test
    void what_renews_it_is_withdrawn_with_it() {
        var learner = people.member(town);
        var course = twoModules();
        var old = qualify(learner, course);
        letRunOutIn(old, "20 days");
        var renewal = renew(learner, course);
        withdraw(old);
        gone(learner, course, old, renewal);
    }

    /** Otherwise the older one would go on counting, with its mandate, and could be renewed by a refresher. */
    @Test
    void what_it_renewed_is_withdrawn_with_it() {
        var learner = people.member(town);
        var course = twoModules();
        var old = qualify(learner, course);
        letRunOutIn(old, "20 days");
        var renewal = renew(learner, course);
        withdraw(renewal);
        gone(learner, course, old, renewal);
    }

    @Test
    void a_renewal_by_hand_is_withdrawn_with_it() {
        var learner = people.member(town);
        var course = twoModules();
        var old = qualify(learner, course);
        letRunOutIn(old, "20 days");
        var record = Map.of("memberId", learner.id(), "group", town);
        String renewal = people.lead(town)
                .post("/courses/{id}/completions", record, course)
                .statusCode(201)
                .extract()
                .path("id");
        withdraw(old);
        gone(learner, course, old, UUID.fromString(renewal));
    }

    @Test
    void what_ended_long_ago_stays_what_it_was() {
        var learner = people.member(town);
        var course = twoModules();
        var old = qualify(learner, course);
        letRunOutIn(old, "-100 days");
        var again = qualify(learner, course);
        withdraw(again);
        learner.get("/qualifications/{id}", old).body("status", is("EXPIRED"));
    }

    private void withdraw(UUID qualification) {
        people.lead(town)
                .post("/qualifications/{id}/withdraw", Map.of("reason", "Was rude."), qualification)
                .statusCode(200)
                .body("status", is("WITHDRAWN"));
    }

    private void gone(Person learner, String course, UUID... qualifications) {
        for (var each : qualifications) {
            learner.get("/qualifications/{id}", each).body("status", is("WITHDRAWN"));
            assertThat(Work.journaled(each, "qualification.withdrawn")).isEqualTo(1);
        }
        learner.get("/me/mandates").body("items.status", everyItem(is("REVOKED")));
        refused(learner.post("/tasks", Work.leaflets(town)), 403, "no-mandate");
        var enrolment = Lessons.enrol(learner, course, town);
        learner.get("/enrolments/{id}", enrolment).body("purpose", is("WHOLE")).body("renewsId", nullValue());
    }

    private UUID renew(Person learner, String course) {
        var enrolment = Lessons.enrol(learner, course, town);
        Lessons.done(learner, enrolment, "fresh").body("status", is("COMPLETED"));
        return Lessons.qualification(learner, enrolment);
    }

    private String twoModules() {
        return Lessons.course(people.lead(town), town, YEAR, Lessons.reading("base"), fresh());
    }

    private static Map<String, Object> fresh() {
        return Lessons.with(Lessons.reading("fresh"), "refresher", true);
    }

    private UUID qualify(Person learner, String course) {
        var enrolment = Lessons.enrol(learner, course, town);
        Lessons.done(learner, enrolment, "base").statusCode(200);
        Lessons.done(learner, enrolment, "fresh").body("status", is("COMPLETED"));
        return Lessons.qualification(learner, enrolment);
    }

    private static void letRunOutIn(UUID qualification, String time) {
        Sql.run(
                "update qualification set completed_at = now() - interval '500 days',"
                        + " expires_at = now() + cast(? as interval) where id = ?",
                time,
                qualification);
    }
}
