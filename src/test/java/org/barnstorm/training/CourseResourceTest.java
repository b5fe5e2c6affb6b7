package org.barnstorm.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.authority.Role.TRAINER;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Problems.unseen;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class CourseResourceTest {
    @Inject
    People people;

    private final String town = People.freshTown();

    @ParameterizedTest
    @CsvSource({"MEMBER, 403", "LEAD, 201", "ORGANISER, 403", "TRAINER, 403", "VERIFIER, 403", "STEWARD, 403"})
    void who_may_make_a_course(String role, int status) {
        var answer = people.as(role, town).post("/courses", course(town));
        if (status == 201) answer.statusCode(201).body("group", is(town)).body("title", is("Organiser 101"));
        else refused(answer, 403, "no-mandate");
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 403", "LEAD, 200", "ORGANISER, 403", "TRAINER, 403", "VERIFIER, 403", "STEWARD, 403"})
    void who_may_edit_a_course(String role, int status) {
        var id = make(people.with(LEAD, town), course(town));
        var person = people.as(role, town);
        var answer = person.patch("/courses/{id}", etag(person, id), Map.of("title", "Doors 101"), id);
        if (status == 200) answer.statusCode(200).body("title", is("Doors 101"));
        else refused(answer, 403, "no-mandate");
    }

    @Test
    void every_member_sees_every_course() {
        var id = make(people.with(LEAD, town), course(town));
        people.newcomer().get("/courses/{id}", id).statusCode(200).body("title", is("Organiser 101"));
        unseen(people.newcomer().get("/courses/{id}", UUID.randomUUID()));
    }

    @Test
    void courses_of_a_group_are_its_own_and_those_from_above() {
        var movement = town.substring(0, town.indexOf('.'));
        people.grow(town + ".hove");
        var lead = people.lead(town);
        var national = make(lead, course(movement));
        var local = make(lead, course(town));
        var below = make(lead, course(town + ".hove"));
        var reader = people.newcomer();
        reader.get("/courses?group={group}", town).statusCode(200).body("items.id", contains(national, local));
        reader.get("/courses?group={group}", town + ".hove").body("items.id", contains(national, local, below));
        unseen(reader.get("/courses?group={group}", town + ".nowhere"));
        reader.get("/courses?group={group}&limit=1", town).body("items.id", contains(national));
        String next =
                reader.get("/courses?group={group}&limit=1", town).extract().path("next");
        reader.request()
                .queryParam("group", town)
                .queryParam("limit", 1)
                .queryParam("cursor", next)
                .get("/courses")
                .then()
                .statusCode(200)
                .body("items.id", contains(local))
                .body("next", nullValue());
        reader.get("/courses?limit=200").statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"validMonths, 0", "validMonths, 121", "title, ''", "title, ' '"})
    void a_value_out_of_its_range_is_refused_by_name(String field, String value) {
        var wanted = course(town);
        wanted.put(field, typed(value));
        refused(people.with(LEAD, town).post("/courses", wanted), 422, "invalid-input")
                .body("errors.pointer", hasItem("/" + field));
    }

    @Test
    void an_award_is_a_role_for_a_term() {
        var lead = people.with(LEAD, town);
        var wanted = course(town);
        wanted.put("award", Map.of("role", ORGANISER, "months", 12));
        var id = make(lead, wanted);
        lead.get("/courses/{id}", id).body("award.role", is("ORGANISER")).body("award.months", is(12));
        wanted.put("award", Map.of("role", ORGANISER));
        refused(lead.post("/courses", wanted), 422, "invalid-input").body("errors.pointer", contains("/award/months"));
    }

    @Test
    void an_edit_needs_the_version_that_was_edited() {
        var lead = people.with(LEAD, town);
        var id = make(lead, course(town));
        var first = etag(lead, id);
        refused(lead.patch("/courses/{id}", null, Map.of("title", "A"), id), 428, "if-match-required");
        lead.patch("/courses/{id}", first, Map.of("title", "A"), id)
                .statusCode(200)
                .body("version", is(1));
        refused(lead.patch("/courses/{id}", first, Map.of("title", "B"), id), 412, "stale-version");
        unseen(lead.patch("/courses/{id}", first, Map.of("title", "B"), UUID.randomUUID()));
    }

    @Test
    void absent_fields_stay_and_null_empties() {
        var lead = people.with(LEAD, town);
        var wanted = course(town);
        wanted.put("validMonths", 24);
        wanted.put("award", Map.of("role", ORGANISER, "months", 12));
        var id = make(lead, wanted);
        lead.patch("/courses/{id}", etag(lead, id), Map.of("award", Map.of("months", 6)), id)
                .statusCode(200)
                .body("award.months", is(6))
                .body("award.role", is("ORGANISER"))
                .body("validMonths", is(24));
        lead.patch("/courses/{id}", etag(lead, id), Collections.singletonMap("award", null), id)
                .statusCode(200)
                .body("award", nullValue());
        lead.patch("/courses/{id}", etag(lead, id), Collections.singletonMap("validMonths", null), id)
                .statusCode(200)
                .body("validMonths", nullValue());
        refused(
                lead.patch("/courses/{id}", etag(lead, id), Collections.singletonMap("title", null), id),
                422,
                "invalid-input");
        refused(lead.patch("/courses/{id}", etag(lead, id), Map.of("group", town), id), 400, "malformed-json");
    }

    @Test
    void I_20_a_course_awards_what_its_author_could_hand_on() {
        var author = people.newcomer();
        var capabilities = List.of("COURSE_MANAGE", "MANDATE_GRANT", "TASK_VERIFY", "ASSIGNMENT_READ");
        grant(author, capabilities, 1);
        var wanted = course(town);
        wanted.put("award", Map.of("role", "VERIFIER", "months", 12));
        author.post("/courses", wanted).statusCode(201);
        wanted.put("award", Map.of("role", ORGANISER, "months", 12));
        refused(author.post("/courses", wanted), 403, "beyond-own-authority");
    }

    @Test
    void I_20_who_may_not_hand_on_sets_no_award() {
        var author = people.newcomer();
        grant(author, List.of("COURSE_MANAGE", "TASK_VERIFY", "ASSIGNMENT_READ"), 1);
        var last = people.newcomer();
        grant(last, List.of("COURSE_MANAGE", "MANDATE_GRANT", "TASK_VERIFY", "ASSIGNMENT_READ"), 0);
        var wanted = course(town);
        wanted.put("award", Map.of("role", "VERIFIER", "months", 12));
        refused(author.post("/courses", wanted), 403, "beyond-own-authority");
        refused(last.post("/courses", wanted), 403, "beyond-own-authority");
        wanted.remove("award");
        author.post("/courses", wanted).statusCode(201);
    }

    @Test
    void I_20_an_edit_changes_no_award_beyond_the_editors_authority_but_may_leave_it() {
        var wanted = course(town);
        wanted.put("award", Map.of("role", ORGANISER, "months", 12));
        var id = make(people.with(LEAD, town), wanted);
        var editor = people.newcomer();
        grant(editor, List.of("COURSE_MANAGE"), 0);
        editor.patch("/courses/{id}", etag(editor, id), Map.of("title", "Doors 101"), id)
                .statusCode(200)
                .body("award.role", is("ORGANISER"));
        for (var award : List.of(Map.of("months", 120), Map.of("role", LEAD))) {
            refused(
                    editor.patch("/courses/{id}", etag(editor, id), Map.of("award", award), id),
                    403,
                    "beyond-own-authority");
        }
        editor.patch("/courses/{id}", etag(editor, id), Collections.singletonMap("award", null), id)
                .statusCode(200);
    }

    @Test
    void a_repeated_key_makes_one_course() {
        var lead = people.with(LEAD, town);
        var ids = new java.util.HashSet<String>();
        for (var i = 0; i < 2; i++) {
            ids.add(lead.request()
                    .contentType("application/json")
                    .header("Idempotency-Key", "course-" + town)
                    .body(course(town))
                    .post("/courses")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id"));
        }
        assertThat(ids).hasSize(1);
        people.newcomer().get("/courses?group={group}", town).body("items", hasSize(1));
    }

    @Test
    void a_trainer_of_another_movement_changes_nothing_here() {
        var id = make(people.with(LEAD, town), course(town));
        var stranger = people.with(LEAD, People.freshTown());
        refused(stranger.patch("/courses/{id}", "\"0\"", Map.of("title", "x"), id), 403, "no-mandate");
        refused(
                people.with(TRAINER, town).patch("/courses/{id}", "\"0\"", Map.of("title", "x"), id),
                403,
                "no-mandate");
    }

    private void grant(Person to, List<String> capabilities, int depth) {
        people.grow(town);
        people.lead(town)
                .post(
                        "/mandates",
                        Map.of(
                                "memberId",
                                to.id(),
                                "group",
                                town,
                                "capabilities",
                                capabilities,
                                "delegationDepth",
                                depth))
                .statusCode(201);
    }

    private static Map<String, Object> course(String group) {
        return new HashMap<>(
                Map.of("group", group, "title", "Organiser 101", "description", "Listen, ask, follow up."));
    }

    private static String make(Person author, Map<String, Object> wanted) {
        return author.post("/courses", wanted).statusCode(201).extract().path("id");
    }

    private static String etag(Person reader, String course) {
        return reader.get("/courses/{id}", course).statusCode(200).extract().header("ETag");
    }

    /** A row's text as the JSON type that it looks like. */
    private static Object typed(String value) {
        return value.matches("-?\\d+") ? Integer.valueOf(value) : value;
    }
}
