package org.barnstorm.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.authority.Role.TRAINER;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Problems.unseen;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.authority.Role;
import org.barnstorm.testing.Concurrently;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recording that somebody completed a course, and what it leads to. */
@QuarkusTest
class CompletionTest {
    @Inject
    People people;

    private final String town = People.freshTown();

    @ParameterizedTest
    @CsvSource({"MEMBER, 403", "LEAD, 201", "ORGANISER, 403", "TRAINER, 201", "VERIFIER, 403", "STEWARD, 403"})
    void who_may_record_a_completion(String role, int status) {
        var course = course(24, null);
        var learner = people.member(town);
        var recorder = people.as(role, town);
        var answer = record(recorder, course, learner);
        if (status == 403) {
            refused(answer, 403, "no-mandate");
            return;
        }
        answer.statusCode(201)
                .body("memberId", is(learner.id().toString()))
                .body("courseId", is(course))
                .body("course", is("Organiser 101"))
                .body("recordedBy", is(recorder.id().toString()))
                .body("mandateId", nullValue());
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 0", "LEAD, 1", "ORGANISER, 0", "TRAINER, 1", "VERIFIER, 0", "STEWARD, 0"})
    void who_may_see_others_qualifications(String role, int seen) {
        var learner = people.member(town);
        record(people.lead(town), course(24, null), learner).statusCode(201);
        people.as(role, town)
                .get("/qualifications?member={id}", learner.id())
                .statusCode(200)
                .body("items", hasSize(seen));
        learner.get("/qualifications").statusCode(200).body("items.course", contains("Organiser 101"));
    }

    /** A page that came back empty or short, or a cursor after the last one, would tell that there is more. */
    @Test
    void pages_tell_nothing_of_what_one_may_not_see() {
        var hove = town + ".hove";
        people.grow(hove);
        people.grow(town + ".kemptown");
        var learner = people.member(hove);
        learner.put("/groups/{path}/membership", town + ".kemptown").statusCode(200);
        for (var group : List.of(hove, town + ".kemptown", hove, town + ".kemptown")) {
            var wanted = Map.of("memberId", learner.id(), "group", group);
            people.lead(town)
                    .post("/courses/{id}/completions", wanted, course(24, null))
                    .statusCode(201);
        }
        var trainer = people.with(TRAINER, town + ".kemptown");
        var path = "/qualifications?limit=1&member=" + learner.id();
        var first = trainer.get(path)
                .statusCode(200)
                .body("items.group", contains(town + ".kemptown"))
                .extract();
        trainer.request()
                .queryParam("limit", 1)
                .queryParam("member", learner.id())
                .queryParam("cursor", first.<String>path("next"))
                .get("/qualifications")
                .then()
                .statusCode(200)
                .body("items.group", contains(town + ".kemptown"))
                .body("next", nullValue());
        people.with(TRAINER, People.freshTown())
                .get(path)
                .statusCode(200)
                .body("items", hasSize(0))
                .body("next", nullValue());
        learner.get("/qualifications").body("items", hasSize(4));
    }

    @Test
    void an_earned_mandate_acts_at_the_very_next_request() {
        var course = course(24, ORGANISER);
        var learner = people.member(town);
        refused(learner.post("/tasks", Work.leaflets(town)), 403, "no-mandate");
        var qualification = record(people.with(TRAINER, town), course, learner)
                .statusCode(201)
                .body("mandateId", notNullValue())
                .extract();
        learner.post("/tasks", Work.leaflets(town)).statusCode(201);
        learner.get("/mandates/{id}", qualification.<String>path("mandateId"))
                .statusCode(200)
                .body("source", is("EARNED"))
                .body("role", is("ORGANISER"))
                .body("group", is(town))
                .body("qualificationId", is(qualification.<String>path("id")))
                .body("grantedBy", nullValue())
                .body("delegationDepth", is(0));
    }

    @Test
    void an_earned_mandate_holds_in_the_learners_group_and_not_in_the_courses() {
        people.grow(town + ".hove");
        people.grow(town + ".kemptown");
        var course = course(24, ORGANISER);
        var learner = people.member(town + ".hove");
        var wanted = Map.of("memberId", learner.id(), "group", town + ".hove");
        people.lead(town).post("/courses/{id}/completions", wanted, course).statusCode(201);
        learner.post("/tasks", Work.leaflets(town + ".hove")).statusCode(201);
        refused(learner.post("/tasks", Work.leaflets(town)), 403, "no-mandate");
        refused(learner.post("/tasks", Work.leaflets(town + ".kemptown")), 403, "no-mandate");
    }

    @Test
    void an_earned_mandate_never_outlives_its_qualification() {
        var learner = people.member(town);
        var answer = record(people.lead(town), course(6, ORGANISER), learner)
                .statusCode(201)
                .extract();
        learner.get("/mandates/{id}", answer.<String>path("mandateId"))
                .body("until", is(answer.<String>path("expiresAt")));
    }

    @Test
    void an_earned_mandate_is_not_handed_on() {
        var learner = people.member(town);
        record(people.lead(town), course(24, LEAD), learner).statusCode(201);
        var wanted = Map.of("memberId", people.newcomer().id(), "group", town, "role", ORGANISER);
        refused(learner.post("/mandates", wanted), 403, "beyond-own-authority");
    }

    @Test
    void an_earned_mandate_can_be_revoked_and_the_qualification_stays() {
        var learner = people.member(town);
        String mandate = record(people.lead(town), course(24, ORGANISER), learner)
                .statusCode(201)
                .extract()
                .path("mandateId");
        people.lead(town)
                .post("/mandates/{id}/revoke", Map.of("reason", "A break."), mandate)
                .statusCode(200);
        refused(learner.post("/tasks", Work.leaflets(town)), 403, "no-mandate");
        learner.get("/qualifications").body("items", hasSize(1));
    }

    @Test
    void nobody_certifies_themselves() {
        var course = course(24, ORGANISER);
        for (var role : new Role[] {TRAINER, LEAD}) {
            var trainer = people.with(role, town);
            refused(record(trainer, course, trainer), 403, "self-completion");
        }
    }

    @Test
    void nobody_qualifies_twice_while_it_is_valid() {
        var course = course(24, ORGANISER);
        var learner = people.member(town);
        record(people.lead(town), course, learner).statusCode(201);
        refused(record(people.with(TRAINER, town), course, learner), 409, "already-qualified");
        Sql.run(
                "update qualification set completed_at = now() - interval '2 days', expires_at = now()"
                        + " where member_id = ?",
                learner.id());
        record(people.lead(town), course, learner).statusCode(201);
    }

    @Test
    void of_many_records_at_once_one_counts() {
        var course = course(24, ORGANISER);
        var learner = people.member(town);
        var lead = people.lead(town);
        learner.id();
        var answers = Concurrently.times(
                8, () -> record(lead, course, learner).extract().statusCode());
        assertThat(answers).containsOnly(201, 409).containsOnlyOnce(201);
        learner.get("/me/mandates").body("items", hasSize(1));
    }

    @Test
    void learners_are_active_members_of_a_group_below_the_course() {
        var course = course(24, null);
        var stranger = people.newcomer();
        refused(record(people.lead(town), course, stranger), 409, "not-a-member");
        var movement = town.substring(0, town.indexOf('.'));
        people.grow(movement + ".elsewhere");
        var outside = people.member(movement + ".elsewhere");
        var wanted = Map.of("memberId", outside.id(), "group", movement + ".elsewhere");
        refused(people.lead(town).post("/courses/{id}/completions", wanted, course), 422, "outside-course");
        unseen(people.lead(town).post("/courses/{id}/completions", wanted, UUID.randomUUID()));
    }

    @Test
    void a_completion_can_lie_in_the_past_and_not_in_the_future() {
        var course = course(12, ORGANISER);
        var lead = people.lead(town);
        var future = completion(people.member(town), Instant.now().plus(Duration.ofDays(1)));
        refused(lead.post("/courses/{id}/completions", future, course), 422, "completed-in-future");
        var longAgo = completion(people.member(town), Instant.now().minus(Duration.ofDays(800)));
        refused(lead.post("/courses/{id}/completions", longAgo, course), 422, "expired-already");
        var lastMonth = Instant.now().minus(Duration.ofDays(30)).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
        lead.post("/courses/{id}/completions", completion(people.member(town), lastMonth), course)
                .statusCode(201)
                .body("completedAt", is(lastMonth.toString()))
                .body(
                        "expiresAt",
                        is(lastMonth
                                .atOffset(ZoneOffset.UTC)
                                .plusMonths(12)
                                .toInstant()
                                .toString()));
    }

    @Test
    void what_was_completed_before_the_awards_term_qualifies_without_a_mandate() {
        var wanted =
                new HashMap<String, Object>(Map.of("group", town, "title", "Organiser 101", "description", "Listen."));
        wanted.put("award", Map.of("role", ORGANISER, "months", 1));
        people.grow(town);
        String course = people.lead(town)
                .post("/courses", wanted)
                .statusCode(201)
                .extract()
                .path("id");
        var learner = people.member(town);
        var longAgo = completion(learner, Instant.now().minus(Duration.ofDays(100)));
        people.lead(town)
                .post("/courses/{id}/completions", longAgo, course)
                .statusCode(201)
                .body("mandateId", nullValue());
        learner.get("/me/mandates").body("items", hasSize(0));
    }

    @Test
    void mandates_already_earned_stay_when_the_award_goes() {
        var course = course(24, ORGANISER);
        var learner = people.member(town);
        record(people.lead(town), course, learner).statusCode(201);
        var nothing = java.util.Collections.singletonMap("award", null);
        people.lead(town).patch("/courses/{id}", "\"0\"", nothing, course).statusCode(200);
        learner.post("/tasks", Work.leaflets(town)).statusCode(201);
        record(people.lead(town), course, people.member(town)).statusCode(201).body("mandateId", nullValue());
    }

    @Test
    void a_repeated_key_records_one_completion() {
        var course = course(24, ORGANISER);
        var learner = people.member(town);
        for (var i = 0; i < 2; i++) {
            people.lead(town)
                    .request()
                    .contentType("application/json")
                    .header("Idempotency-Key", "completion-" + town)
                    .body(Map.of("memberId", learner.id(), "group", town))
                    .post("/courses/{id}/completions", course)
                    .then()
                    .statusCode(201);
        }
        learner.get("/qualifications").body("items", hasSize(1));
        learner.get("/me/mandates").body("items", hasSize(1));
    }

    private String course(Integer validMonths, Role award) {
        people.grow(town);
        var wanted = new HashMap<String, Object>(
                Map.of("group", town, "title", "Organiser 101", "description", "Listen, ask, follow up."));
        wanted.put("validMonths", validMonths);
        if (award != null) wanted.put("award", Map.of("role", award, "months", 12));
        return people.lead(town)
                .post("/courses", wanted)
                .statusCode(201)
                .extract()
                .path("id");
    }

    private ValidatableResponse record(Person recorder, String course, Person learner) {
        return recorder.post("/courses/{id}/completions", Map.of("memberId", learner.id(), "group", town), course);
    }

    private Map<String, Object> completion(Person learner, Instant at) {
        return Map.of("memberId", learner.id(), "group", town, "completedAt", at.toString());
    }
}
