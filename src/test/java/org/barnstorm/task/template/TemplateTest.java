package org.barnstorm.task.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Problems.unseen;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.testing.Concurrently;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Wire;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class TemplateTest {
    @Inject
    People people;

    private final String movement = People.freshMovement();
    private final String town = movement + ".town";

    @BeforeEach
    void the_town_is_there() {
        people.grow(town);
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 403", "LEAD, 201", "ORGANISER, 201", "TRAINER, 403", "VERIFIER, 403", "STEWARD, 403"})
    void who_may_create(String role, int status) {
        var answer = people.as(role, town).post("/templates", phoneBank(town));
        if (status == 201) answer.statusCode(201).body("name", is("Phone bank")).header("ETag", "\"0\"");
        else refused(answer, status, "no-mandate").body("capability", is("TASK_EDIT"));
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 403", "LEAD, 200", "ORGANISER, 200", "TRAINER, 403", "VERIFIER, 403", "STEWARD, 403"})
    void who_may_list(String role, int status) {
        var template = template(people.lead(town), town);
        var answer = people.as(role, town).get("/templates?group=" + town);
        if (status == 200) answer.statusCode(200).body("items.id", contains(template.toString()));
        else refused(answer, status, "no-mandate");
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 404", "LEAD, 200", "ORGANISER, 200", "TRAINER, 404", "VERIFIER, 404", "STEWARD, 404"})
    void who_may_see(String role, int status) {
        var template = template(people.lead(town), movement);
        people.as(role, town).get("/templates/{id}", template).statusCode(status);
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 404", "LEAD, 200", "ORGANISER, 200", "TRAINER, 404", "VERIFIER, 404", "STEWARD, 404"})
    void who_may_edit(String role, int status) {
        var template = template(people.lead(town), town);
        people.as(role, town)
                .patch("/templates/{id}", "\"0\"", Map.of("name", "Evening phone bank"), template)
                .statusCode(status);
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 404", "LEAD, 200", "ORGANISER, 200", "TRAINER, 404", "VERIFIER, 404", "STEWARD, 404"})
    void who_may_retire(String role, int status) {
        var template = template(people.lead(town), town);
        people.as(role, town).act("/templates/{id}/retire", template).statusCode(status);
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 404", "LEAD, 201", "ORGANISER, 201", "TRAINER, 404", "VERIFIER, 404", "STEWARD, 404"})
    void who_may_use(String role, int status) {
        var template = template(people.lead(town), town);
        people.as(role, town)
                .post("/templates/{id}/tasks", Map.of("publish", true), template)
                .statusCode(status);
    }

    @Test
    void a_hand_picked_mandate_to_create_makes_drafts_and_publishes_nothing() {
        var template = template(people.lead(town), town);
        var ada = people.member(town);
        people.lead(town)
                .post("/mandates", Map.of("memberId", ada.id(), "group", town, "capabilities", List.of("TASK_CREATE")))
                .statusCode(201);
        ada.post("/templates/{id}/tasks", Map.of(), template).statusCode(201).body("status", is("DRAFT"));
        refused(ada.post("/templates/{id}/tasks", Map.of("publish", true), template), 403, "no-mandate");
        refused(ada.act("/templates/{id}/retire", template), 403, "no-mandate");
    }

    @Test
    void a_date_is_enough_for_a_task_that_people_can_claim() {
        var organiser = people.with(ORGANISER, town);
        var template = template(organiser, town);
        var task = UUID.fromString(organiser
                .post("/templates/{id}/tasks", Map.of("startsAt", "2031-12-05T18:00:00Z", "publish", true), template)
                .statusCode(201)
                .body("status", is("OPEN"))
                .body("group", is(town))
                .body("title", is("Ring ten members"))
                .body("capacity", is(5))
                .body("startsAt", is("2031-12-05T18:00:00Z"))
                .body("endsAt", is("2031-12-05T20:00:00Z"))
                .body("zone", notNullValue())
                .body("leaseHours", is(48))
                .body("steps", contains("Open the list", "Ring"))
                .extract()
                .path("id"));
        people.member(town).put("/tasks/{id}/claim", task).statusCode(200);
    }

    @Test
    void nothing_but_the_template_makes_a_draft_for_any_time() {
        var organiser = people.with(ORGANISER, town);
        organiser
                .post("/templates/{id}/tasks", Map.of(), template(organiser, town))
                .statusCode(201)
                .body("status", is("DRAFT"))
                .body("startsAt", nullValue());
    }

    @Test
    void a_task_can_differ_from_its_template_field_by_field() {
        var organiser = people.with(ORGANISER, town);
        var wanted = Map.of(
                "startsAt",
                "2031-12-05T18:00:00Z",
                "durationMinutes",
                30,
                "content",
                Map.of("title", "Ring five members", "capacity", 2));
        organiser
                .post("/templates/{id}/tasks", wanted, template(organiser, town))
                .statusCode(201)
                .body("title", is("Ring five members"))
                .body("capacity", is(2))
                .body("instructions", is("Say hello, **listen**."))
                .body("endsAt", is("2031-12-05T18:30:00Z"));
    }

    @Test
    void without_a_duration_a_task_goes_on_as_long_as_the_effort() {
        var organiser = people.with(ORGANISER, town);
        var wanted = phoneBank(town);
        wanted.remove("durationMinutes");
        organiser
                .post("/templates/{id}/tasks", Map.of("startsAt", "2031-12-05T18:00:00Z"), template(organiser, wanted))
                .statusCode(201)
                .body("endsAt", is("2031-12-05T19:30:00Z"));
    }

    @Test
    void much_effort_is_not_one_shift_of_weeks() {
        var organiser = people.with(ORGANISER, town);
        var wanted = phoneBank(town);
        wanted.remove("durationMinutes");
        wanted.put("content", Map.of("title", "Ring all members", "effortMinutes", 10081, "remote", true));
        var template = template(organiser, wanted);
        var start = "2031-12-05T18:00:00Z";
        refused(organiser.post("/templates/{id}/tasks", Map.of("startsAt", start), template), 422, "invalid-input")
                .body("errors.pointer", contains("/durationMinutes"));
        organiser
                .post("/templates/{id}/tasks", Map.of("startsAt", start, "durationMinutes", 10080), template)
                .statusCode(201)
                .body("endsAt", is("2031-12-12T18:00:00Z"));
        organiser.post("/templates/{id}/tasks", Map.of(), template).statusCode(201);
    }

    @Test
    void a_template_leaves_the_place_to_whoever_uses_it() {
        var organiser = people.with(ORGANISER, town);
        var wanted = phoneBank(town);
        wanted.put("content", Map.of("title", "Knock on doors", "effortMinutes", 90));
        var template = template(organiser, wanted);
        refused(organiser.post("/templates/{id}/tasks", Map.of(), template), 422, "invalid-input")
                .body("errors.pointer", contains("/content/place"));
        var here = Map.of("content", Map.of("place", Map.of("name", "The Level")));
        organiser.post("/templates/{id}/tasks", here, template).statusCode(201).body("place.name", is("The Level"));
    }

    @Test
    void a_template_of_a_region_is_for_every_group_below_it() {
        var national = template(people.lead(town), movement);
        var organiser = people.with(ORGANISER, town);
        organiser.get("/templates?group=" + town).body("items.id", contains(national.toString()));
        organiser
                .post("/templates/{id}/tasks", Map.of("group", town), national)
                .statusCode(201)
                .body("group", is(town));
        refused(organiser.post("/templates/{id}/tasks", Map.of(), national), 403, "no-mandate"); // the movement's group
        refused(organiser.patch("/templates/{id}", "\"0\"", Map.of("name", "Mine"), national), 403, "no-mandate");
        refused(organiser.act("/templates/{id}/retire", national), 403, "no-mandate");
    }

    @Test
    void a_template_is_not_for_other_parts_of_the_tree() {
        var local = template(people.lead(town), town);
        var beside = movement + ".beside";
        var neighbour = people.with(LEAD, beside);
        unseen(neighbour.get("/templates/{id}", local));
        neighbour.get("/templates?group=" + beside).body("items", empty());
        refused(
                people.lead(town).post("/templates/{id}/tasks", Map.of("group", beside), local),
                422,
                "outside-template");
        refused(
                people.lead(town).post("/templates/{id}/tasks", Map.of("group", movement), local),
                422,
                "outside-template");
        unseen(people.lead(town).post("/templates/{id}/tasks", Map.of("group", movement + ".nowhere"), local));
    }

    @Test
    void what_no_task_can_say_no_template_says() {
        var organiser = people.with(ORGANISER, town);
        refused(organiser.post("/templates", with("content", Map.of("remote", true))), 422, "invalid-input")
                .body("errors.pointer", containsInAnyOrder("/content/title", "/content/effortMinutes"));
        var sample = Map.of("title", "Ring", "effortMinutes", 9, "verification", Map.of("mode", "SAMPLE"));
        refused(organiser.post("/templates", with("content", sample)), 422, "invalid-input")
                .body("errors.pointer", contains("/content/verification"));
        var blank = Map.of("title", " ", "effortMinutes", 9);
        refused(organiser.post("/templates", with("content", blank)), 422, "invalid-input")
                .body("errors.pointer", contains("/content/title"));
        refused(
                        organiser.post("/templates", with("content", Map.of("title", "R", "effortMinutes", 0))),
                        422,
                        "invalid-input")
                .body("errors.pointer", contains("/content/effortMinutes"));
        refused(organiser.post("/templates", with("durationMinutes", 10081)), 422, "invalid-input");
        refused(organiser.post("/templates", with("name", "")), 422, "invalid-input");
        refused(organiser.post("/templates", with("startsAt", "2031-12-05T18:00:00Z")), 400, "malformed-json");
        var course = Map.of("title", "Ring", "effortMinutes", 9, "requiredCourseId", UUID.randomUUID());
        refused(organiser.post("/templates", with("content", course)), 422, "unknown-course");
    }

    @Test
    void an_edit_needs_the_version_and_leaves_what_was_made_alone() {
        var organiser = people.with(ORGANISER, town);
        var template = template(organiser, town);
        var task = UUID.fromString(organiser
                .post("/templates/{id}/tasks", Map.of(), template)
                .statusCode(201)
                .extract()
                .path("id"));
        var patch = Map.of("content", Map.of("title", "Ring twenty members"));
        refused(organiser.patch("/templates/{id}", null, patch, template), 428, "if-match-required");
        organiser
                .patch("/templates/{id}", "\"0\"", patch, template)
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("content.title", is("Ring twenty members"))
                .body("content.capacity", is(5));
        refused(organiser.patch("/templates/{id}", "\"0\"", patch, template), 412, "stale-version");
        organiser.get("/tasks/{id}", task).body("title", is("Ring ten members"));
        organiser
                .patch("/templates/{id}", "\"1\"", Collections.singletonMap("durationMinutes", null), template)
                .statusCode(200)
                .body("durationMinutes", nullValue());
        var untitled = Map.of("content", Collections.singletonMap("title", null));
        refused(organiser.patch("/templates/{id}", "\"2\"", untitled, template), 422, "invalid-input")
                .body("errors.pointer", hasItem("/content/title"));
        refused(
                organiser.patch("/templates/{id}", "\"2\"", Map.of("group", movement), template),
                400,
                "malformed-json");
    }

    @Test
    void of_a_retired_template_nothing_more_is_made() {
        var organiser = people.with(ORGANISER, town);
        var template = template(organiser, town);
        organiser.act("/templates/{id}/retire", template).statusCode(200).body("retiredAt", notNullValue());
        refused(organiser.post("/templates/{id}/tasks", Map.of(), template), 409, "template-retired");
        refused(
                organiser.patch("/templates/{id}", "\"1\"", Map.of("name", "Again"), template),
                409,
                "template-retired");
        refused(organiser.act("/templates/{id}/retire", template), 409, "template-retired");
        organiser.get("/templates?group=" + town).body("items", empty());
        organiser.get("/templates/{id}", template).statusCode(200);
    }

    @Test
    void lists_need_a_group_and_come_in_pages() {
        var organiser = people.with(ORGANISER, town);
        organiser.get("/templates").statusCode(422);
        unseen(organiser.get("/templates?group=" + movement + ".nowhere"));
        for (var i = 0; i < 3; i++) template(organiser, town);
        var first = organiser.get("/templates?limit=2&group=" + town).statusCode(200);
        first.body("items.size()", is(2));
        organiser
                .get("/templates?limit=2&group=" + town + "&cursor="
                        + first.extract().<String>path("next"))
                .body("items.size()", is(1))
                .body("next", nullValue());
    }

    @Test
    void an_edit_a_retirement_and_uses_at_once_leave_a_journal_without_gaps() {
        var organiser = people.with(ORGANISER, town);
        var wire = Wire.of(organiser);
        for (var round = 0; round < 4; round++) {
            var path = "/templates/" + template(organiser, town);
            var answers = Concurrently.<Wire.Answer>race(List.of(
                    () -> wire.patch(path, "\"0\"", Map.of("name", "A")),
                    () -> wire.patch(path, "\"0\"", Map.of("name", "B")),
                    () -> wire.act(path + "/retire"),
                    () -> wire.act(path + "/retire"),
                    () -> wire.post(path + "/tasks", Map.of("publish", true))));
            assertThat(answers)
                    .extracting(Wire.Answer::kind)
                    .isSubsetOf("200", "201", "412 stale-version", "409 template-retired", "409 busy");
        }
        Invariants.hold();
    }

    private static UUID template(Person organiser, String group) {
        return template(organiser, phoneBank(group));
    }

    private static UUID template(Person organiser, Map<String, ?> wanted) {
        return UUID.fromString(
                organiser.post("/templates", wanted).statusCode(201).extract().path("id"));
    }

    private Map<String, Object> with(String field, Object value) {
        var wanted = phoneBank(town);
        wanted.put(field, value);
        return wanted;
    }

    private static Map<String, Object> phoneBank(String group) {
        var content = Map.of(
                "title",
                "Ring ten members",
                "instructions",
                "Say hello, **listen**.",
                "capacity",
                5,
                "remote",
                true,
                "effortMinutes",
                90,
                "steps",
                List.of("Open the list", "Ring"));
        return new HashMap<>(Map.of("group", group, "name", "Phone bank", "durationMinutes", 120, "content", content));
    }
}
