package org.barnstorm.task.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.testing.KindsOfWork.canvass;
import static org.barnstorm.testing.KindsOfWork.edit;
import static org.barnstorm.testing.KindsOfWork.make;
import static org.barnstorm.testing.KindsOfWork.outcome;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Problems.unseen;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.barnstorm.testing.Concurrently;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Sql;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TaskKindResourceTest {
    @Inject
    People people;

    private final String town = People.freshTown();
    private final String movement = town.substring(0, town.indexOf('.'));

    @ParameterizedTest
    @CsvSource({"MEMBER, 403", "LEAD, 201", "ORGANISER, 403", "TRAINER, 403", "VERIFIER, 403", "STEWARD, 403"})
    void who_may_write_a_kind(String role, int status) {
        var answer = make(people.as(role, town), town, "canvass", canvass());
        if (status == 201) answer.statusCode(201);
        else refused(answer, 403, "no-mandate").body("capability", is("KIND_MANAGE"));
    }

    @Test
    void what_is_written_is_read_by_every_member_as_it_was() {
        make(people.with(LEAD, town), town, "canvass", canvass())
                .statusCode(201)
                .header("ETag", is("\"0\""))
                .body("code", is("canvass"))
                .body("group", is(town))
                .body("version", is(0));
        people.newcomer()
                .get("/groups/{path}/task-kinds/canvass", town)
                .statusCode(200)
                .header("ETag", is("\"0\""))
                .body("label", is("Canvassing"))
                .body("outcomes.code", contains("doors-knocked", "street-is-private", "nobody-home"))
                .body("outcomes.effect", contains("CLOSES", "CLOSES", "REOPENS"))
                .body("outcomes.asksNumber", contains(true, false, false));
    }

    @Test
    void a_kind_counts_in_the_whole_branch_until_a_group_has_its_own() {
        var lead = people.lead(town);
        people.grow(town + ".hove");
        make(lead, movement, "canvass", canvass()).statusCode(201);
        lead.get("/groups/{path}/task-kinds/canvass", town + ".hove").body("group", is(movement));
        var own = Map.of("label", "Our canvassing", "outcomes", List.of(outcome("done", "CLOSES", false)));
        make(people.with(LEAD, town), town, "canvass", own).statusCode(201).body("group", is(town));
        lead.get("/groups/{path}/task-kinds/canvass", town + ".hove")
                .body("group", is(town))
                .body("outcomes.code", contains("done"));
        lead.get("/groups/{path}/task-kinds/canvass", movement).body("label", is("Canvassing"));
    }

    @Test
    void a_list_has_each_kind_once_the_nearest_and_comes_in_pages() {
        var lead = people.lead(town);
        people.grow(town);
        people.grow(movement + ".elsewhere");
        make(lead, movement, "phone-bank", canvass()).statusCode(201);
        make(lead, movement, "canvass", canvass()).statusCode(201);
        make(lead, town, "canvass", canvass()).statusCode(201);
        make(lead, movement + ".elsewhere", "baking", canvass()).statusCode(201);
        var member = people.member(town);
        member.get("/groups/{path}/task-kinds", town)
                .statusCode(200)
                .body("items.code", contains("canvass", "phone-bank"))
                .body("items.group", contains(town, movement))
                .body("items[0].outcomes", hasSize(3))
                .body("next", nullValue());
        String next = member.get("/groups/{path}/task-kinds?limit=1", town)
                .body("items.code", contains("canvass"))
                .extract()
                .path("next");
        member.request()
                .queryParam("limit", 1)
                .queryParam("cursor", next)
                .get("/groups/{path}/task-kinds", town)
                .then()
                .statusCode(200)
                .body("items.code", contains("phone-bank"));
    }

    @Test
    void an_edit_replaces_the_document_and_starts_from_the_version_that_was_read() {
        var lead = people.with(LEAD, town);
        make(lead, town, "canvass", canvass()).statusCode(201);
        var smaller = Map.of(
                "label",
                "Doors",
                "outcomes",
                List.of(outcome("nobody-home", "REOPENS", false), outcome("doors-knocked", "CLOSES", false)));
        edit(lead, "\"0\"", town, "canvass", smaller)
                .statusCode(200)
                .header("ETag", is("\"1\""))
                .body("label", is("Doors"))
                .body("outcomes.code", contains("nobody-home", "doors-knocked"));
        lead.get("/groups/{path}/task-kinds/canvass", town)
                .header("ETag", is("\"1\""))
                .body("outcomes.asksNumber", contains(false, false));
        refused(edit(lead, "\"0\"", town, "canvass", canvass()), 412, "stale-version");
        var reworded = new HashMap<String, Object>(smaller);
        reworded.put("outcomes", List.of(outcome("doors-knocked", "CLOSES", true)));
        edit(lead, "\"1\"", town, "canvass", reworded).statusCode(200).body("version", is(2));
        edit(lead, "\"2\"", town, "canvass", reworded).statusCode(200).body("version", is(2));
    }

    @Test
    void something_new_and_an_edit_are_told_apart() {
        var lead = people.with(LEAD, town);
        make(people.lead(town), movement, "canvass", canvass()).statusCode(201);
        refused(edit(lead, "\"0\"", town, "canvass", canvass()), 412, "stale-version");
        make(lead, town, "canvass", canvass()).statusCode(201);
        refused(make(lead, town, "canvass", canvass()), 412, "stale-version");
        var neither = lead.request()
                .contentType(ContentType.JSON)
                .body(canvass())
                .put("/groups/{path}/task-kinds/{code}", town, "canvass");
        refused(neither, 428, "if-match-required");
    }

    @Test
    void a_vocabulary_makes_sense() {
        var lead = people.with(LEAD, town);
        var twice = List.of(outcome("done", "CLOSES", false), outcome("done", "REOPENS", false));
        refused(make(lead, town, "canvass", Map.of("label", "x", "outcomes", twice)), 422, "invalid-input")
                .body("errors.pointer", contains("/outcomes/1/code"));
        var never = List.of(outcome("nobody-home", "REOPENS", false));
        refused(make(lead, town, "canvass", Map.of("label", "x", "outcomes", never)), 422, "invalid-input")
                .body("errors.pointer", contains("/outcomes"));
        refused(make(lead, town, "canvass", Map.of("label", "x", "outcomes", List.of())), 422, "invalid-input")
                .body("errors.pointer", contains("/outcomes"));
        var many = Collections.nCopies(51, outcome("done", "CLOSES", false));
        refused(make(lead, town, "canvass", Map.of("label", "x", "outcomes", many)), 422, "invalid-input");
        var odd = List.of(Map.of("code", "Doors Knocked", "label", " ", "effect", "CLOSES"));
        refused(make(lead, town, "canvass", Map.of("label", "x", "outcomes", odd)), 422, "invalid-input")
                .body("errors.pointer", contains("/outcomes/0/code", "/outcomes/0/label"));
        unseen(lead.get("/groups/{path}/task-kinds/canvass", town));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Canvass",
                "canvass-",
                "-",
                "can_vass",
                "can vass",
                "c%27",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void a_kind_is_called_by_lower_case_words(String code) {
        refused(make(people.with(LEAD, town), town, code, canvass()), 422, "invalid-input")
                .body("errors.pointer", hasItem("code"));
    }

    @Test
    void an_unknown_kind_or_group_is_absent() {
        var member = people.member(town);
        unseen(member.get("/groups/{path}/task-kinds/canvass", town));
        unseen(member.get("/groups/{path}/task-kinds", town + ".nowhere"));
        unseen(make(people.with(LEAD, town), town + ".nowhere", "canvass", canvass()));
        member.get("/groups/{path}/task-kinds", town).statusCode(200).body("items", hasSize(0));
    }

    @Test
    void the_journal_has_each_writing_with_its_mandate() {
        var lead = people.member(town);
        var mandate = people.appoint(lead, LEAD, town);
        make(lead, town, "canvass", canvass()).statusCode(201);
        edit(lead, "\"0\"", town, "canvass", canvass()).statusCode(200);
        people.with(LEAD, town)
                .get("/journal?group={group}&limit=200", town)
                .body("items.findAll { it.subjectType == 'kind' }.type", contains("kind.created", "kind.edited"))
                .body("items.findAll { it.subjectType == 'kind' }.mandate", contains(mandate, mandate))
                .body("items.findAll { it.subjectType == 'kind' }.data.outcomes", contains(3, 3));
    }

    @Test
    void of_many_who_make_the_same_kind_at_once_one_does() {
        var lead = people.with(LEAD, town);
        var statuses = Concurrently.times(
                8, () -> make(lead, town, "canvass", canvass()).extract().statusCode());
        assertThat(statuses).containsOnlyOnce(201).containsAnyOf(409, 412).doesNotContain(200, 500);
        assertThat(Sql.value(
                        Long.class,
                        "select count(*) from task_kind k join local_group g on g.id = k.group_id where g.path = ?",
                        town))
                .isEqualTo(1);
        Invariants.hold();
    }

    @Test
    void of_many_edits_of_one_version_at_once_one_is_made() {
        var lead = people.with(LEAD, town);
        make(lead, town, "canvass", canvass()).statusCode(201);
        var other = Map.of("label", "Doors", "outcomes", List.of(outcome("done", "CLOSES", false)));
        var statuses = Concurrently.times(
                8, () -> edit(lead, "\"0\"", town, "canvass", other).extract().statusCode());
        assertThat(statuses).containsOnlyOnce(200).containsAnyOf(409, 412).doesNotContain(500);
        lead.get("/groups/{path}/task-kinds/canvass", town)
                .body("version", is(1))
                .body("outcomes", hasSize(1));
        Invariants.hold();
    }

    @Test
    void an_organiser_uses_kinds_and_does_not_write_them() {
        refused(make(people.with(ORGANISER, town), town, "canvass", canvass()), 403, "no-mandate");
        refused(make(people.with(LEAD, town), movement, "canvass", canvass()), 403, "no-mandate");
    }
}
