package org.barnstorm.task;

import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.testing.Problems.refused;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.mandate.TrustRules;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Trusting;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways round somebody else's look at what new organisers publish. */
@QuarkusTest
class ProbationGapsTest {
    @Inject
    People people;

    private final String town = People.freshTown();

    @BeforeEach
    void the_first_two_tasks_are_looked_at() {
        Trusting.probation(2);
    }

    @Test
    void an_editor_opens_nothing_either() {
        var lead = people.with(LEAD, town);
        var editor = editor();
        var task = Work.draft(lead, Work.leaflets(town));
        rename(editor, task).statusCode(200);
        editor.act("/tasks/{id}/publish", task).statusCode(200).body("status", is("WAITING"));
    }

    @Test
    void a_draft_of_somebody_whose_mandate_for_making_tasks_ended_waits_too() {
        var organiser = people.member(town);
        var mandate = people.appoint(organiser, ORGANISER, town);
        var task = Work.draft(organiser, Work.leaflets(town));
        people.with(LEAD, town)
                .post("/mandates/{id}/revoke", Map.of("reason", "Somebody else does it now."), mandate)
                .statusCode(200);
        letEdit(organiser);
        organiser.act("/tasks/{id}/publish", task).statusCode(200).body("status", is("WAITING"));
    }

    @Test
    void what_waits_is_released_with_a_version_and_not_by_publishing_it() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.draft(organiser, Work.leaflets(town));
        organiser.act("/tasks/{id}/publish", task).statusCode(200).body("status", is("WAITING"));
        var lead = people.with(LEAD, town);
        refused(lead.act("/tasks/{id}/publish", task), 409, "waits-for-review");
        lead.get("/tasks/{id}/review", task).body("state", is("WAITING"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"audience", "verification"})
    void a_released_task_reaches_and_lets_in_whom_it_was_released_for(String what) {
        var organiser = people.with(ORGANISER, town);
        var task = Work.draft(organiser, Work.leaflets(town));
        organiser.act("/tasks/{id}/publish", task).statusCode(200);
        var lead = people.with(LEAD, town);
        lead.request()
                .header("If-Match", lead.get("/tasks/{id}", task).extract().header("ETag"))
                .post("/tasks/{id}/release", task)
                .then()
                .statusCode(200);
        var wider = what.equals("audience")
                ? Map.of("audience", Map.of("who", "MOVEMENT"))
                : Map.of("verification", Map.of("mode", "NONE"));
        var read = organiser.get("/tasks/{id}", task).extract().header("ETag");
        refused(organiser.patch("/tasks/{id}", read, wider, task), 403, "on-probation");
    }

    @Test
    void a_new_term_does_not_begin_a_new_probation() {
        Trusting.probation(new TrustRules.Probationary(0, 30, 100));
        var organiser = people.with(ORGANISER, town);
        Sql.run("""
                update mandate set valid_from = now() - interval '60 days', valid_until = now() - interval '1 day'
                where member_id = ?
                """, organiser.id());
        people.appoint(organiser, ORGANISER, town);
        Work.open(organiser, town, 1);
    }

    private Person editor() {
        var editor = people.member(town);
        letEdit(editor);
        return editor;
    }

    private void letEdit(Person person) {
        people.with(LEAD, town)
                .post("/mandates", Map.of("memberId", person.id(), "group", town, "capabilities", List.of("TASK_EDIT")))
                .statusCode(201);
    }

    private static ValidatableResponse rename(Person editor, UUID task) {
        var etag = editor.get("/tasks/{id}", task).extract().header("ETag");
        return editor.patch("/tasks/{id}", etag, Map.of("title", "Something else"), task);
    }
}
