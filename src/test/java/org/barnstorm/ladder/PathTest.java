package org.barnstorm.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.authority.Role.VERIFIER;
import static org.barnstorm.ladder.Ways.capabilities;
import static org.barnstorm.ladder.Ways.codes;
import static org.barnstorm.ladder.Ways.go;
import static org.barnstorm.ladder.Ways.path;
import static org.barnstorm.ladder.Ways.step;
import static org.barnstorm.ladder.Ways.unlocks;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.testing.KindsOfWork;
import org.barnstorm.testing.Lessons;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.Test;

/** What comes next for one person, and that the requests it names do what it says. */
@QuarkusTest
class PathTest {
    private static final Map<String, Object> ORGANISER_COURSE =
            Map.of("title", "Organiser 101", "award", Map.of("role", ORGANISER, "months", 12));

    @Inject
    People people;

    private final String town = People.freshTown();

    @Test
    void who_belongs_nowhere_joins_a_group() {
        var newcomer = people.newcomer();
        newcomer.get("/me/path")
                .statusCode(200)
                .body("standings", empty())
                .body("mandates", empty())
                .body("enrolments", empty())
                .body("steps.code", contains("JOIN_GROUP"));
        assertThat(go(newcomer, step(newcomer, "JOIN_GROUP")).statusCode()).isEqualTo(200);
    }

    @Test
    void work_that_others_confirm_leads_from_new_to_known_to_active() {
        var lead = people.with(LEAD, town);
        var ada = people.member(town);
        for (var i = 0; i < 4; i++) Work.open(lead, town, 1);
        var first = step(ada, "CLAIM_TASK");
        assertThat(unlocks(first).get("TRUST")).containsEntry("level", 1);
        ada.get("/me/path")
                .body("standings[0].code", is("NEW"))
                .body("standings[0].because", is("NOTHING_YET"))
                .body("standings[0].group.path", is(town))
                .body("standings[0].resultsMissing", is(1));
        workThrough(ada, lead);
        ada.get("/me/path")
                .body("standings[0].code", is("KNOWN"))
                .body("standings[0].because", is("CONFIRMED_RESULT"))
                .body("standings[0].nextLevel", is(2))
                .body("standings[0].resultsMissing", is(2))
                .body("standings[0].daysMissing", is(14));
        workThrough(ada, lead);
        workThrough(ada, lead);
        Sql.run(
                "update assignment set completed_at = completed_at - interval '15 days' where id = "
                        + "(select min(id::text)::uuid from assignment where member_id = ?)",
                ada.id());
        ada.get("/me/path")
                .body("standings[0].code", is("ACTIVE"))
                .body("standings[0].confirmed", is(3))
                .body("standings[0].nextLevel", nullValue());
        assertThat(codes(ada)).doesNotContain("CLAIM_TASK");
    }

    /** Does what the path says, and somebody confirms it. */
    private static void workThrough(Person person, Person verifier) {
        var claimed = go(person, step(person, "CLAIM_TASK"));
        assertThat(claimed.statusCode()).isEqualTo(200);
        var hold = UUID.fromString(claimed.path("id"));
        Work.complete(person, hold);
        Work.verify(verifier, hold);
    }

    @Test
    void work_that_nobody_looks_at_does_not_count() {
        var ada = people.member(town);
        Work.open(people.lead(town), Work.leaflets(town, "verification", Map.of("mode", "NONE")));
        Work.open(people.lead(town), Work.leaflets(town, "verification", Map.of("mode", "SAMPLE", "percent", 50)));
        assertThat(codes(ada)).isEmpty();
        var sure = Map.of("mode", "NEW_PEOPLE", "first", 1);
        var task = Work.open(people.lead(town), Work.leaflets(town, "verification", sure));
        assertThat(step(ada, "CLAIM_TASK").get("action").toString()).contains(task.toString());
    }

    @Test
    void a_course_says_what_it_unlocks_and_the_path_leads_through_it() {
        var lead = people.lead(town);
        var ada = people.member(town);
        var course = Lessons.course(lead, town, ORGANISER_COURSE, Lessons.reading("listen"), Lessons.video("doors"));
        KindsOfWork.make(lead, town, "phone-bank", KindsOfWork.canvass()).statusCode(201);
        var wanted = Work.leaflets(town, "requiredCourseId", course);
        wanted.put("kind", "phone-bank");
        Work.open(lead, wanted);
        Work.open(lead, Work.leaflets(town, "requiredCourseId", course));
        Work.draft(lead, wanted);

        var take = step(ada, "TAKE_COURSE");
        assertThat(capabilities(unlocks(take).get("CAPABILITIES")))
                .contains("TASK_CREATE", "TASK_ASSIGN")
                .doesNotContain("TASK_VERIFY");
        assertThat(unlocks(take).get("CAPABILITIES")).containsEntry("afterConfirmation", false);
        assertThat(unlocks(take).get("TASKS"))
                .containsEntry("tasks", 2)
                .containsEntry("kinds", List.of(Map.of("code", "phone-bank", "label", "Canvassing")));
        assertThat(go(ada, take).statusCode()).isEqualTo(201);

        var enrolment = path(ada).getString("enrolments[0].enrolmentId");
        assertThat(go(ada, step(ada, "CONTINUE_COURSE")).<String>path("module")).isEqualTo("listen");
        Lessons.done(ada, enrolment, "listen").statusCode(200);
        ada.get("/me/path")
                .body("enrolments[0].course", is("Organiser 101"))
                .body("enrolments[0].progressPercent", is(50))
                .body("enrolments[0].nextModule", is("doors"))
                .body("enrolments[0].nextPosition", is(2))
                .body("enrolments[0].modules", is(2))
                .body("steps[0].code", is("CONTINUE_COURSE"))
                .body("steps[0].text", is("Go on with \"Organiser 101\": module 2 of 2, \"About doors\"."))
                .body("steps[0].unlocks.code", contains("CAPABILITIES", "TASKS"));

        Lessons.done(ada, enrolment, "doors").statusCode(200);
        ada.get("/me/path")
                .body("enrolments", empty())
                .body("mandates[0].role", is("ORGANISER"))
                .body("mandates[0].source", is("EARNED"))
                .body("mandates[0].endsSoon", is(false))
                .body("mandates[0].capabilities.text", notNullValue())
                .body("standings[0].code", is("ORGANISER"));
        assertThat(codes(ada)).isEmpty();
    }

    @Test
    void what_one_may_do_already_is_not_unlocked_again() {
        var organiser = people.with(ORGANISER, town);
        Lessons.course(people.lead(town), town, ORGANISER_COURSE, Lessons.reading("listen"));
        assertThat(step(organiser, "TAKE_COURSE").get("unlocks")).isEqualTo(List.of());
    }

    @Test
    void who_waits_for_a_lead_or_a_trainer_is_told() {
        var lead = people.lead(town);
        var ada = people.member(town);
        var confirmed = Map.of("completion", "CONFIRMED", "award", Map.of("role", ORGANISER, "months", 12));
        var course = Lessons.course(lead, town, confirmed, Lessons.assignment("plan"));
        assertThat(unlocks(step(ada, "TAKE_COURSE")).get("CAPABILITIES")).containsEntry("afterConfirmation", true);
        var enrolment = Lessons.enrol(ada, course, town);
        Lessons.submit(ada, enrolment, "plan").statusCode(200);
        assertThat(go(ada, step(ada, "WAIT_FOR_TRAINER")).<String>path("id")).isEqualTo(enrolment);
        lead.act("/enrolments/{id}/steps/plan/accept", enrolment).statusCode(200);
        assertThat(go(ada, step(ada, "WAIT_FOR_CONFIRMATION")).<String>path("status"))
                .isEqualTo("WAITING");
        ada.get("/me/path")
                .body("enrolments[0].waitsForConfirmation", is(true))
                .body("enrolments[0].nextModule", nullValue());
        lead.act("/enrolments/{id}/confirm", enrolment).statusCode(200);
        assertThat(codes(ada)).isEmpty();
    }

    @Test
    void where_two_people_grant_it_a_course_leads_to_it_after_a_second_one_agrees() {
        var ada = people.member(town);
        Lessons.course(people.lead(town), town, ORGANISER_COURSE, Lessons.reading("listen"));
        vouching(3, "TASK_CREATE");
        assertThat(unlocks(step(ada, "TAKE_COURSE")).get("CAPABILITIES")).containsEntry("afterConfirmation", true);
        assertThat(unlocks(step(ada, "ASK_FOR_VOUCHES")).get("CAPABILITIES")).containsEntry("afterConfirmation", true);
        people.lead(town)
                .post("/mandates", Map.of("memberId", ada.id(), "group", town, "role", ORGANISER))
                .statusCode(201)
                .body("status", is("PENDING"));
        var wait = step(ada, "WAIT_FOR_SECOND_PERSON");
        assertThat(go(ada, wait).<String>path("status")).isEqualTo("PENDING");
        ada.get("/me/path").body("mandates", empty());
    }

    @Test
    void what_comes_first_is_the_step_and_says_what_comes_after() {
        var lead = people.lead(town);
        var ada = people.member(town);
        var first = Lessons.course(lead, town, Map.of("title", "First"), Lessons.reading("one"));
        var second = Lessons.course(
                lead, town, Map.of("title", "Second", "requires", List.of(first)), Lessons.reading("two"));
        var take = step(ada, "TAKE_COURSE");
        assertThat(take.get("about").toString()).contains("First");
        assertThat(unlocks(take).get("COURSE"))
                .containsEntry("courseId", second)
                .containsEntry("course", "Second");
        Lessons.done(ada, Lessons.enrol(ada, first, town), "one").statusCode(200);
        assertThat(step(ada, "TAKE_COURSE").get("about").toString()).contains("Second");
    }

    @Test
    void who_did_all_and_lacked_what_comes_first_finishes_once_it_is_there() {
        var lead = people.lead(town);
        var ada = people.member(town);
        var base = Lessons.course(lead, town, Map.of("title", "Base"), Lessons.reading("one"));
        var next =
                Lessons.course(lead, town, Map.of("title", "Next", "requires", List.of(base)), Lessons.reading("two"));
        var qualification = learn(ada, base);
        var enrolment = Lessons.enrol(ada, next, town);
        lead.post("/qualifications/{id}/withdraw", Map.of("reason", "A mix-up."), qualification)
                .statusCode(200);
        Lessons.done(ada, enrolment, "two").body("progressPercent", is(100)).body("status", is("ACTIVE"));
        assertThat(codes(ada)).containsExactly("TAKE_COURSE");
        lead.post("/courses/{id}/completions", Map.of("memberId", ada.id(), "group", town), base)
                .statusCode(201);
        assertThat(go(ada, step(ada, "FINISH_COURSE")).<String>path("status")).isEqualTo("COMPLETED");
    }

    @Test
    void who_left_the_group_cannot_go_on_with_its_courses() {
        var ada = people.member(town);
        var course = Lessons.course(people.lead(town), town, Map.of(), Lessons.reading("one"));
        Lessons.enrol(ada, course, town);
        ada.delete("/groups/{path}/membership", town).statusCode(204);
        ada.get("/me/path").body("enrolments", hasSize(1)).body("steps.code", contains("JOIN_GROUP"));
    }

    @Test
    void a_course_without_modules_is_a_trainers_to_record() {
        var ada = people.member(town);
        var course = Lessons.bare(people.lead(town), town, ORGANISER_COURSE);
        assertThat(go(ada, step(ada, "ASK_TRAINER")).<String>path("id")).isEqualTo(course);
    }

    @Test
    void what_runs_out_is_renewed_first_and_keeps_what_it_gave() {
        var ada = people.member(town);
        var refresher = Lessons.with(Lessons.reading("listen"), "refresher", true);
        var year = Map.of("validMonths", 12, "award", Map.of("role", ORGANISER, "months", 12));
        var course = Lessons.course(people.lead(town), town, year, refresher);
        var qualification = learn(ada, course);
        assertThat(codes(ada)).isEmpty();
        runsOutIn(qualification, "20 days");
        var renew = step(ada, "RENEW_QUALIFICATION");
        assertThat(renew.get("text").toString()).contains("it runs out in 19 days");
        assertThat(unlocks(renew).get("CAPABILITIES")).containsEntry("kept", true);
        runsOutIn(qualification, "-20 days");
        assertThat(step(ada, "RENEW_QUALIFICATION").get("text").toString()).contains("it ran out 20 days ago");
        assertThat(go(ada, step(ada, "RENEW_QUALIFICATION")).statusCode()).isEqualTo(201);
        assertThat(codes(ada)).containsExactly("CONTINUE_COURSE");
        runsOutIn(qualification, "-200 days");
        ada.delete("/enrolments/{id}", path(ada).getString("enrolments[0].enrolmentId"))
                .statusCode(200);
        assertThat(codes(ada)).containsExactly("TAKE_COURSE");
    }

    @Test
    void missing_vouches_are_counted_until_they_are_enough() {
        vouching(3);
        var ada = people.member(town);
        assertThat(step(ada, "ASK_FOR_VOUCHES").get("about").toString()).contains("missing=3");
        vouch(people.with(ORGANISER, town), ada);
        ada.get("/me/path").body("standings[0].because", is("VOUCHED"));
        vouch(people.with(ORGANISER, town), ada);
        var ask = step(ada, "ASK_FOR_VOUCHES");
        assertThat(ask.get("about").toString()).contains("missing=1");
        assertThat(capabilities(unlocks(ask).get("CAPABILITIES"))).containsExactly("TASK_CREATE", "TASK_EDIT");
        assertThat(go(ada, ask).<Integer>path("vouching.needed")).isEqualTo(3);
        vouch(people.with(ORGANISER, town), ada);
        assertThat(codes(ada)).doesNotContain("ASK_FOR_VOUCHES");
        ada.get("/me/path").body("mandates.source", contains("VOUCHED"));
        assertThat(codes(people.with(ORGANISER, town))).doesNotContain("ASK_FOR_VOUCHES");
    }

    @Test
    void a_mandate_that_ends_soon_warns() {
        var ada = people.member(town);
        people.appoint(ada, VERIFIER, town);
        var soon = Instant.now().plus(Duration.ofDays(12)).toString();
        people.lead(town)
                .post(
                        "/mandates",
                        Map.of(
                                "memberId",
                                ada.id(),
                                "group",
                                town,
                                "capabilities",
                                List.of("MEMBER_READ"),
                                "until",
                                soon))
                .statusCode(201);
        ada.get("/me/path")
                .body("mandates.endsSoon", contains(true, false))
                .body("mandates[0].capabilities.code", contains("MEMBER_READ"))
                .body("mandates[0].role", nullValue())
                .body("mandates[1].role", is("VERIFIER"))
                .body("mandates[1].text", notNullValue());
    }

    @Test
    void who_is_suspended_stands_nowhere_meanwhile() {
        var ada = people.with(ORGANISER, town);
        Lessons.course(people.lead(town), town, Map.of(), Lessons.reading("one"));
        ada.get("/me/path").body("mandates", hasSize(1)).body("standings", hasSize(1));
        var until = Instant.now().plus(Duration.ofDays(7)).toString();
        people.lead(town)
                .post(
                        "/groups/{path}/suspensions",
                        Map.of("memberId", ada.id(), "reason", "Reported.", "until", until),
                        town)
                .statusCode(201);
        ada.get("/me/path")
                .body("mandates", empty())
                .body("standings", empty())
                .body("steps.code", contains("JOIN_GROUP"));
    }

    @Test
    void a_course_is_taken_in_the_group_furthest_up_where_one_belongs() {
        var quarter = town + ".quarter";
        var ada = people.member(quarter);
        ada.put("/groups/{path}/membership", town).statusCode(200);
        Lessons.course(people.lead(town), town.split("\\.")[0], ORGANISER_COURSE, Lessons.reading("listen"));
        Lessons.course(people.lead(town), quarter, Map.of("title", "Local"), Lessons.reading("one"));
        ada.get("/me/path")
                .body("steps.about.course", contains("Organiser 101", "Local"))
                .body("steps.about.group.path", contains(town, quarter));
    }

    private UUID learn(Person learner, String course) {
        var enrolment = Lessons.enrol(learner, course, town);
        String module = learner.get("/enrolments/{id}", enrolment).extract().path("nextStep");
        Lessons.done(learner, enrolment, module).statusCode(200);
        return Lessons.qualification(learner, enrolment);
    }

    private static void runsOutIn(UUID qualification, String interval) {
        Sql.run(
                "update qualification set completed_at = now() - interval '500 days',"
                        + " expires_at = now() + cast(? as interval) where id = ?",
                interval,
                qualification);
    }

    private void vouching(int needed, String... twoPerson) {
        people.grow(town);
        var rule = Map.of("needed", needed, "capabilities", List.of("TASK_CREATE", "TASK_EDIT"), "days", 90);
        var rules = Map.of("twoPerson", List.of(twoPerson), "vouching", rule);
        people.lead(town).replace("/groups/{path}/mandate-rules", rules, town).statusCode(200);
    }

    private void vouch(Person voucher, Person whom) {
        voucher.post("/groups/{path}/vouches", Map.of("memberId", whom.id()), town)
                .statusCode(201);
    }
}
