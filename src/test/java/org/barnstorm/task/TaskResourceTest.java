package org.barnstorm.task;

import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Problems.unseen;
import static org.barnstorm.testing.Work.leaflets;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TaskResourceTest {
    @Inject
    People people;

    private final String town = People.freshTown();

    @ParameterizedTest
    @CsvSource({"MEMBER, 403", "LEAD, 201", "ORGANISER, 201", "TRAINER, 403", "VERIFIER, 403", "STEWARD, 403"})
    void who_may_create(String role, int status) {
        var answer = people.as(role, town).post("/tasks", leaflets(town));
        if (status == 201) answer.statusCode(201);
        else refused(answer, status, "no-mandate");
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 404", "LEAD, 200", "ORGANISER, 200", "TRAINER, 404", "VERIFIER, 404", "STEWARD, 404"})
    void who_may_see_a_draft(String role, int status) {
        var draft = Work.draft(people.with(ORGANISER, town), leaflets(town));
        people.as(role, town).get("/tasks/{id}", draft).statusCode(status);
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 404", "LEAD, 200", "ORGANISER, 200", "TRAINER, 404", "VERIFIER, 200", "STEWARD, 404"})
    void who_may_see_a_closed_task(String role, int status) {
        var lead = people.with(LEAD, town);
        var task = Work.open(lead, town, 1);
        lead.act("/tasks/{id}/close", task).statusCode(200);
        people.as(role, town).get("/tasks/{id}", task).statusCode(status);
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 403", "LEAD, 200", "ORGANISER, 200", "TRAINER, 403", "VERIFIER, 403", "STEWARD, 403"})
    void who_may_close_and_publish_and_cancel(String role, int status) {
        var task = Work.open(people.with(ORGANISER, town), town, 1);
        var person = people.as(role, town);
        for (var act : List.of("close", "publish", "cancel")) {
            var answer = person.act("/tasks/{id}/" + act, task);
            if (status == 200) answer.statusCode(200);
            else refused(answer, status, "no-mandate");
        }
    }

    @Test
    void a_new_task_is_a_draft_with_its_usual_values() {
        people.with(ORGANISER, town)
                .post("/tasks", leaflets(town))
                .statusCode(201)
                .body("status", is("DRAFT"))
                .body("capacity", is(1))
                .body("taken", is(0))
                .body("leaseHours", is(48))
                .body("zone", notNullValue())
                .body("version", is(0));
    }

    @Test
    void what_is_sent_comes_back_as_it_was() {
        var organiser = people.with(ORGANISER, town);
        var wanted = leaflets(town);
        wanted.putAll(Map.of(
                "remote",
                false,
                "place",
                Map.of(
                        "name",
                        "Level, by the cafe",
                        "location",
                        Map.of("type", "Point", "coordinates", List.of(-0.13567, 50.83012))),
                "startsAt",
                "2031-12-05T10:00:00Z",
                "endsAt",
                "2031-12-05T12:00:00Z",
                "zone",
                "Europe/Paris",
                "instructions",
                "Meet at **10:00**."));
        var id = Work.draft(organiser, wanted);
        organiser
                .get("/tasks/{id}", id)
                .statusCode(200)
                .body("place.name", is("Level, by the cafe"))
                .body("place.location.coordinates", contains(-0.13567f, 50.83012f))
                .body("startsAt", is("2031-12-05T10:00:00Z"))
                .body("endsAt", is("2031-12-05T12:00:00Z"))
                .body("zone", is("Europe/Paris"))
                .body("instructions", is("Meet at **10:00**."))
                .body("createdBy", is(organiser.id().toString()));
    }

    @Test
    void an_organiser_of_a_branch_creates_below_and_not_beside_or_above() {
        var organiser = people.with(ORGANISER, town);
        people.grow(town + ".hove");
        organiser.post("/tasks", leaflets(town + ".hove")).statusCode(201);
        var movement = town.substring(0, town.indexOf('.'));
        refused(organiser.post("/tasks", leaflets(movement)), 403, "no-mandate");
        people.grow(movement + ".elsewhere");
        refused(organiser.post("/tasks", leaflets(movement + ".elsewhere")), 403, "no-mandate");
    }

    @Test
    void a_task_needs_a_group_that_exists() {
        unseen(people.with(ORGANISER, town).post("/tasks", leaflets(town + ".nowhere")));
    }

    @ParameterizedTest
    @CsvSource({"title, ''", "title, '  '", "capacity, 0", "capacity, 10001", "effortMinutes, 0", "leaseHours, 8761"})
    void a_value_out_of_its_range_is_refused_by_name(String field, String value) {
        var answer = people.with(ORGANISER, town).post("/tasks", leaflets(town, field, typed(value)));
        refused(answer, 422, "invalid-input").body("errors.pointer", contains("/" + field));
    }

    @Test
    void a_task_needs_a_course_that_exists() {
        var wanted = leaflets(town, "requiredCourseId", UUID.randomUUID());
        refused(people.with(ORGANISER, town).post("/tasks", wanted), 422, "unknown-course");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+10000-01-01T00:00:00Z",
                "+292278994-01-01T00:00:00Z",
                "-0001-01-01T00:00:00Z",
                "0000-01-01T00:00:00Z",
                "2031-01-01T00:00:00",
                "2031-01-01",
                "tomorrow",
                "1925000000"
            })
    void a_moment_that_no_calendar_on_a_wall_has_is_refused(String moment) {
        var wanted = leaflets(town, "startsAt", typed(moment));
        wanted.put("endsAt", "9999-12-31T23:59:59Z");
        refused(people.with(ORGANISER, town).post("/tasks", wanted), 400, "malformed-json")
                .body("errors.pointer", contains("/startsAt"));
    }

    @Test
    void a_moment_with_an_offset_is_the_same_moment_in_utc_to_the_microsecond() {
        var wanted = leaflets(town, "startsAt", "2031-12-05T11:00:00.123456789+01:00");
        wanted.put("endsAt", "9999-12-31T23:59:59Z");
        var organiser = people.with(ORGANISER, town);
        var made = organiser.post("/tasks", wanted).statusCode(201).body("startsAt", is("2031-12-05T10:00:00.123456Z"));
        organiser
                .get("/tasks/{id}", made.extract().<String>path("id"))
                .body("startsAt", is("2031-12-05T10:00:00.123456Z"))
                .body("endsAt", is("9999-12-31T23:59:59Z"));
    }

    @Test
    void another_movements_lead_sees_and_does_nothing_here() {
        var task = Work.open(people.with(ORGANISER, town), town, 1);
        var stranger = people.with(LEAD, People.freshTown());
        unseen(stranger.get("/tasks/{id}", task));
        unseen(stranger.act("/tasks/{id}/close", task));
        unseen(stranger.put("/tasks/{id}/claim", task));
        unseen(stranger.post("/tasks/{id}/assignments", Map.of("memberId", stranger.id()), task));
        unseen(stranger.get("/tasks/{id}/assignments", task));
        stranger.get("/tasks?group={group}", town).statusCode(200).body("items", hasSize(0));
    }

    @Test
    void a_task_that_is_over_is_not_published() {
        var wanted = leaflets(town, "startsAt", Instant.now().minusSeconds(7200).toString());
        wanted.put("endsAt", Instant.now().minusSeconds(3600).toString());
        var organiser = people.with(ORGANISER, town);
        refused(organiser.act("/tasks/{id}/publish", Work.draft(organiser, wanted)), 409, "task-over");
    }

    @Test
    void what_is_not_possible_in_a_state_says_so() {
        var organiser = people.with(ORGANISER, town);
        var draft = Work.draft(organiser, leaflets(town));
        refused(organiser.act("/tasks/{id}/close", draft), 409, "task-state").body("state", is("DRAFT"));
        organiser.act("/tasks/{id}/cancel", draft).statusCode(200).body("status", is("CANCELLED"));
        for (var act : List.of("publish", "close", "cancel")) {
            refused(organiser.act("/tasks/{id}/" + act, draft), 409, "task-state")
                    .body("state", is("CANCELLED"));
        }
    }

    @Test
    void an_unknown_task_is_absent() {
        var organiser = people.with(ORGANISER, town);
        unseen(organiser.get("/tasks/{id}", UUID.randomUUID()));
        unseen(organiser.act("/tasks/{id}/publish", UUID.randomUUID()));
        unseen(organiser.put("/tasks/{id}/claim", UUID.randomUUID()));
        unseen(organiser.patch("/tasks/{id}", "\"0\"", Map.of("title", "x"), UUID.randomUUID()));
    }

    @Test
    void what_one_had_a_place_in_stays_visible() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, town, 2);
        var member = people.member(town);
        Work.claim(member, task);
        organiser.act("/tasks/{id}/close", task).statusCode(200);
        member.get("/tasks/{id}", task).statusCode(200);
        unseen(people.member(town).get("/tasks/{id}", task));
    }

    @Test
    void a_repeated_key_makes_one_task() {
        var organiser = people.with(ORGANISER, town);
        var key = UUID.randomUUID().toString();
        var ids = new ArrayList<String>();
        for (var i = 0; i < 2; i++) {
            ids.add(organiser
                    .request()
                    .contentType("application/json")
                    .header("Idempotency-Key", key)
                    .body(leaflets(town))
                    .post("/tasks")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id"));
        }
        Assertions.assertThat(ids.get(0)).isEqualTo(ids.get(1));
        organiser.get("/tasks?group={group}", town).body("items", hasSize(1));
    }

    /** A row's text as the JSON type that it looks like. */
    private static Object typed(String value) {
        return value.matches("-?\\d+") ? Integer.valueOf(value) : value;
    }
}
