package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Work.leaflets;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.RealLife;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class TaskEditTest {
    @Inject
    People people;

    private final String town = People.freshTown();

    @ParameterizedTest
    @CsvSource({"MEMBER, 403", "LEAD, 200", "ORGANISER, 200", "TRAINER, 403", "VERIFIER, 403", "STEWARD, 403"})
    void who_may_edit(String role, int status) {
        var task = Work.open(people.with(ORGANISER, town), town, 1);
        var person = people.as(role, town);
        var answer = person.patch("/tasks/{id}", etag(person, task), Map.of("title", "Posters"), task);
        if (status == 200) answer.statusCode(200).body("title", is("Posters"));
        else refused(answer, status, "no-mandate");
    }

    @Test
    void an_edit_needs_the_version_that_was_edited() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.draft(organiser, leaflets(town));
        var first = etag(organiser, task);
        refused(organiser.patch("/tasks/{id}", null, Map.of("title", "A"), task), 428, "if-match-required");
        refused(organiser.patch("/tasks/{id}", "W/" + first, Map.of("title", "A"), task), 412, "stale-version");
        var second = organiser
                .patch("/tasks/{id}", first, Map.of("title", "A"), task)
                .statusCode(200)
                .extract()
                .header("ETag");
        assertThat(second).isNotEqualTo(first).isEqualTo(etag(organiser, task));
        refused(organiser.patch("/tasks/{id}", first, Map.of("title", "B"), task), 412, "stale-version")
                .body("currentETag", is(second));
        organiser.get("/tasks/{id}", task).body("title", is("A"));
    }

    @Test
    void absent_fields_stay_and_null_empties() {
        var organiser = people.with(ORGANISER, town);
        var wanted = leaflets(town, "startsAt", "2031-12-05T10:00:00Z");
        wanted.putAll(Map.of("endsAt", "2031-12-05T12:00:00Z", "place", Map.of("name", "Level")));
        var task = Work.draft(organiser, wanted);
        var nothing = new HashMap<String, Object>();
        nothing.put("startsAt", null);
        nothing.put("endsAt", null);
        organiser
                .patch("/tasks/{id}", etag(organiser, task), nothing, task)
                .statusCode(200)
                .body("startsAt", nullValue())
                .body("endsAt", nullValue())
                .body("place.name", is("Level"))
                .body("title", is("Leaflets in Hanover"));
        organiser
                .patch("/tasks/{id}", etag(organiser, task), Collections.singletonMap("place", null), task)
                .statusCode(200)
                .body("place", nullValue());
    }

    @Test
    void a_patch_reaches_inside_a_place() {
        var organiser = people.with(ORGANISER, town);
        var point = Map.of("type", "Point", "coordinates", List.of(-0.13567, 50.83012));
        var task = Work.draft(organiser, leaflets(town, "place", Map.of("name", "Level", "location", point)));
        organiser
                .patch("/tasks/{id}", etag(organiser, task), Map.of("place", Map.of("name", "Pier")), task)
                .statusCode(200)
                .body("place.name", is("Pier"))
                .body("place.location.type", is("Point"));
        organiser
                .patch(
                        "/tasks/{id}",
                        etag(organiser, task),
                        Map.of("place", Collections.singletonMap("location", null)),
                        task)
                .statusCode(200)
                .body("place.name", is("Pier"))
                .body("place.location", nullValue());
    }

    @Test
    void what_a_task_must_have_cannot_be_emptied() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.draft(organiser, leaflets(town));
        for (var field :
                List.of("title", "instructions", "capacity", "remote", "zone", "effortMinutes", "leaseHours")) {
            var patch = Collections.singletonMap(field, null);
            refused(organiser.patch("/tasks/{id}", etag(organiser, task), patch, task), 422, "invalid-input")
                    .body("errors.pointer", hasItem("/" + field));
        }
    }

    @Test
    void a_result_that_no_task_can_have_is_refused_as_a_whole() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.draft(organiser, leaflets(town));
        var patch = Map.of("title", "Posters", "remote", false);
        refused(organiser.patch("/tasks/{id}", etag(organiser, task), patch, task), 422, "invalid-input")
                .body("errors.pointer", contains("/place"));
        organiser.get("/tasks/{id}", task).body("title", is("Leaflets in Hanover"));
    }

    @ParameterizedTest
    @CsvSource({"group", "status", "taken", "fence", "createdBy", "version", "id"})
    void what_is_not_for_editing_is_unknown(String field) {
        var organiser = people.with(ORGANISER, town);
        var task = Work.draft(organiser, leaflets(town));
        refused(organiser.patch("/tasks/{id}", etag(organiser, task), Map.of(field, "1"), task), 400, "malformed-json");
    }

    @Test
    void an_empty_patch_and_plain_json_are_refused() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.draft(organiser, leaflets(town));
        refused(organiser.patch("/tasks/{id}", etag(organiser, task), Map.of(), task), 400, "empty-patch");
        organiser
                .request()
                .contentType("application/json")
                .header("If-Match", etag(organiser, task))
                .body(Map.of("title", "Posters"))
                .patch("/tasks/{id}", task)
                .then()
                .statusCode(415);
    }

    @Test
    void I_10_capacity_never_goes_below_what_is_taken() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, town, 3);
        Work.claim(people.member(town), task);
        Work.claim(people.member(town), task);
        var version = etag(organiser, task);
        refused(organiser.patch("/tasks/{id}", version, Map.of("capacity", 1), task), 409, "capacity-below-taken")
                .body("taken", is(2));
        organiser
                .patch("/tasks/{id}", version, Map.of("capacity", 2), task)
                .statusCode(200)
                .body("capacity", is(2))
                .body("taken", is(2));
    }

    @Test
    void claims_do_not_change_the_version_and_an_edit_that_overlaps_them_does_not_undo_them() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, town, 5);
        var version = etag(organiser, task);
        for (var i = 0; i < 3; i++) Work.claim(people.member(town), task);
        organiser
                .patch("/tasks/{id}", version, Map.of("title", "Posters"), task)
                .statusCode(200)
                .body("taken", is(3));
        organiser.get("/tasks/{id}", task).body("taken", is(3)).body("title", is("Posters"));
        organiser
                .get("/tasks/{id}/assignments", task)
                .statusCode(200)
                .body("items.status", contains("HELD", "HELD", "HELD"));
    }

    /** Otherwise old work would count for practicals and renewals that ask for another kind. */
    @Test
    void the_kind_of_what_was_done_stays() {
        var lead = people.with(LEAD, town);
        RealLife.kind(people.lead(town), town, "canvass");
        RealLife.kind(people.lead(town), town, "phone-bank");
        var task = Work.open(lead, town, 2);
        var holder = people.member(town);
        var hold = Work.claim(holder, task);
        Work.edit(lead, task, Map.of("kind", "canvass"));
        Work.complete(holder, hold);
        var other = Map.of("kind", "phone-bank");
        refused(lead.patch("/tasks/{id}", etag(lead, task), other, task), 409, "kind-has-results");
        Work.verify(lead, hold);
        refused(lead.patch("/tasks/{id}", etag(lead, task), other, task), 409, "kind-has-results");
        Work.edit(lead, task, Map.of("kind", "canvass", "title", "Posters"));
    }

    @Test
    void a_cancelled_task_is_not_edited() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.draft(organiser, leaflets(town));
        organiser.act("/tasks/{id}/cancel", task).statusCode(200);
        refused(
                organiser.patch("/tasks/{id}", etag(organiser, task), Map.of("title", "Posters"), task),
                409,
                "task-state");
    }

    @Test
    void a_closed_task_opens_again() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, town, 1);
        organiser.act("/tasks/{id}/close", task).statusCode(200).body("status", is("CLOSED"));
        organiser.act("/tasks/{id}/publish", task).statusCode(200).body("status", is("OPEN"));
    }

    private static String etag(Person reader, UUID task) {
        return reader.get("/tasks/{id}", task).statusCode(200).extract().header("ETag");
    }
}
