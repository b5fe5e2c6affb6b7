package org.barnstorm.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Problems.unseen;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.testing.Integrators;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Waiting;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Letting programs in, and ending that. */
@QuarkusTest
class IntegrationResourceTest {
    @Inject
    People people;

    private final String town = People.freshTown();
    private final String client = Integrators.freshClient();

    @AfterAll
    static void invariants() {
        Invariants.hold();
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 403", "LEAD, 201", "ORGANISER, 403", "TRAINER, 403", "VERIFIER, 403", "STEWARD, 403"})
    void who_may_let_a_program_in(String role, int status) {
        var answer = people.as(role, town).post("/integrations", Integrators.wanted(client, town, "tasks:read"));
        if (status == 201) answer.statusCode(201);
        else refused(answer, 403, "no-mandate");
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 403", "LEAD, 200", "ORGANISER, 403", "TRAINER, 403", "VERIFIER, 403", "STEWARD, 403"})
    void who_may_list_integrations(String role, int status) {
        var id = Integrators.bind(people.with(LEAD, town), client, town, "tasks:read");
        var answer = people.as(role, town).get("/integrations?group={group}", town);
        if (status == 200) answer.statusCode(200).body("items.id", contains(id));
        else refused(answer, 403, "no-mandate");
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 404", "LEAD, 200", "ORGANISER, 404", "TRAINER, 404", "VERIFIER, 404", "STEWARD, 404"})
    void who_may_see_and_end_an_integration(String role, int status) {
        var id = Integrators.bind(people.with(LEAD, town), client, town, "tasks:read");
        var person = people.as(role, town);
        var shown = person.get("/integrations/{id}", id);
        var ended = person.act("/integrations/{id}/end", id);
        if (status == 200) {
            shown.statusCode(200).body("status", is("LIVE"));
            ended.statusCode(200).body("status", is("ENDED"));
        } else {
            unseen(shown);
            unseen(ended);
        }
    }

    @Test
    void an_integration_is_what_was_asked_for() {
        var lead = people.with(LEAD, town);
        var wanted = Integrators.wanted(client, town, "tasks:write", "changes:read");
        lead.post("/integrations", wanted)
                .statusCode(201)
                .body("clientId", is(client))
                .body("group", is(town))
                .body("scopes", contains("tasks:write", "changes:read"))
                .body("status", is("LIVE"))
                .body("until", is(wanted.get("until")))
                .body("createdBy", is(lead.id().toString()))
                .body("mandateId", notNullValue())
                .body("lastUsedAt", nullValue());
        people.lead(town)
                .get("/mandates?group={group}", town)
                .body(
                        "items.findAll { it.source == 'BOUND' }.capabilities",
                        contains(List.of("TASK_CREATE", "TASK_EDIT")));
    }

    @Test
    void an_integration_has_the_requests_that_it_was_given() {
        var lead = people.with(LEAD, town);
        var wanted = new HashMap<>(Integrators.wanted(client, town, "tasks:read"));
        for (var wrong : List.of(0, -1, 6001)) {
            wanted.put("requestsPerMinute", wrong);
            refused(lead.post("/integrations", wanted), 422, "invalid-input");
        }
        wanted.put("requestsPerMinute", 6000);
        String id = lead.post("/integrations", wanted)
                .statusCode(201)
                .body("requestsPerMinute", is(6000))
                .extract()
                .path("id");
        lead.get("/integrations/{id}", id).body("requestsPerMinute", is(6000));
        Integrators.program(client)
                .get("/tasks")
                .statusCode(200)
                .header("RateLimit-Policy", is("\"program\";q=6000;w=60"));
        var usual = Integrators.freshClient();
        lead.post("/integrations", Integrators.wanted(usual, town, "tasks:read"))
                .statusCode(201)
                .body("requestsPerMinute", nullValue());
    }

    @Test
    void repeated_with_the_same_key_it_is_one() {
        var lead = people.with(LEAD, town);
        var wanted = Integrators.wanted(client, town, "tasks:read");
        String first = keyed(lead, wanted);
        assertThat(keyed(lead, wanted)).isEqualTo(first);
        lead.get("/integrations?group={group}", town).body("items", hasSize(1));
    }

    private static String keyed(Person lead, Map<String, Object> wanted) {
        return lead.request()
                .header("Idempotency-Key", "once")
                .contentType("application/json")
                .body(wanted)
                .post("/integrations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void nobody_lets_a_program_do_more_than_they_may() {
        var manager = people.member(town);
        granted(manager, List.of("INTEGRATION_MANAGE", "ASSIGNMENT_READ"), Integrators.in(Duration.ofDays(10)));
        var more = Integrators.wanted(client, town, "tasks:read", "tasks:write");
        refused(manager.post("/integrations", more), 403, "beyond-own-authority");
        var longer = Integrators.wanted(client, town, "tasks:read");
        refused(manager.post("/integrations", longer), 403, "beyond-own-authority");
        var fitting = new HashMap<>(longer);
        fitting.put("until", Integrators.in(Duration.ofDays(9)));
        manager.post("/integrations", fitting).statusCode(201);
    }

    @Test
    void several_mandates_are_not_added_together() {
        var manager = people.member(town);
        granted(manager, List.of("INTEGRATION_MANAGE"), Integrators.in(Duration.ofDays(100)));
        granted(manager, List.of("ASSIGNMENT_READ"), Integrators.in(Duration.ofDays(100)));
        var wanted = Integrators.wanted(client, town, "tasks:read");
        refused(manager.post("/integrations", wanted), 403, "beyond-own-authority");
    }

    @Test
    void a_program_is_no_way_round_a_second_person() {
        var lead = people.with(LEAD, town);
        lead.replace("/groups/{path}/mandate-rules", Map.of("twoPerson", List.of("TASK_EDIT")), town)
                .statusCode(200);
        refused(
                lead.post("/integrations", Integrators.wanted(client, town, "tasks:write")),
                409,
                "needs-second-person");
        Integrators.bind(lead, client, town, "tasks:read");
    }

    private void granted(Person to, List<String> capabilities, String until) {
        var mandate = Map.of("memberId", to.id(), "group", town, "capabilities", capabilities, "until", until);
        people.lead(town).post("/mandates", mandate).statusCode(201);
    }

    @Test
    void a_client_stands_for_one_integration_at_a_time() {
        var lead = people.with(LEAD, town);
        var first = Integrators.bind(lead, client, town, "tasks:read");
        var second = Integrators.wanted(client, town, "tasks:read");
        refused(lead.post("/integrations", second), 409, "client-bound");
        lead.act("/integrations/{id}/end", first).statusCode(200);
        lead.post("/integrations", second).statusCode(201);
    }

    @Test
    void what_ran_out_makes_room() {
        var lead = people.with(LEAD, town);
        var old = Integrators.bind(lead, client, town, "tasks:read");
        expire(old);
        lead.get("/integrations/{id}", old).body("status", is("EXPIRED"));
        Integrators.bind(lead, client, town, "tasks:read");
        assertThat(Waiting.journal(UUID.fromString(old))).containsExactly("integration.created", "integration.expired");
        lead.get("/integrations/{id}", old).body("status", is("EXPIRED")).body("endedAt", nullValue());
    }

    /** The day has come, for the integration and for its mandate. */
    private static void expire(String id) {
        Sql.run(
                "with term as (select now() - interval '2 hours' as began, now() - interval '1 second' as ended),"
                        + " program as (update integration set created_at = term.began, valid_until = term.ended from term"
                        + " where id = ? returning mandate_id)"
                        + " update mandate set valid_from = term.began, valid_until = term.ended from term, program"
                        + " where id = program.mandate_id",
                UUID.fromString(id));
    }

    @Test
    void a_term_runs_forward_and_not_for_ever() {
        var lead = people.with(LEAD, town);
        var wanted = new HashMap<>(Integrators.wanted(client, town, "tasks:read"));
        wanted.put("until", Integrators.in(Duration.ofDays(-1)));
        refused(lead.post("/integrations", wanted), 422, "term-backwards");
        wanted.put("until", Integrators.in(Duration.ofDays(401)));
        refused(lead.post("/integrations", wanted), 422, "term-too-long");
    }

    @Test
    void a_scope_that_nobody_knows_is_refused() {
        var wanted = Integrators.wanted(client, town, "everything:write");
        refused(people.with(LEAD, town).post("/integrations", wanted), 400, "malformed-json");
    }

    @Test
    void it_outlives_the_departure_of_who_made_it() {
        var lead = people.newcomer();
        var office = people.appoint(lead, LEAD, town);
        lead.put("/groups/{path}/membership", town).statusCode(200);
        Integrators.bind(lead, client, town, "tasks:read", "tasks:write");
        var task = Work.open(people.with(ORGANISER, town), town, 1);
        lead.delete("/groups/{path}/membership", town).statusCode(204);
        people.lead(town)
                .post("/mandates/{id}/revoke", Map.of("reason", "Moved away."), office)
                .statusCode(200);
        var program = Integrators.program(client);
        program.get("/tasks/{id}", task).statusCode(200);
        program.post("/tasks", Work.leaflets(town)).statusCode(201);
    }

    @Test
    void T_48_once_ended_it_is_over_with_every_token() {
        var lead = people.with(LEAD, town);
        var id = Integrators.bind(lead, client, town, "tasks:read", "tasks:write");
        var token = Integrators.token(client, Duration.ofMinutes(5));
        Person.withToken(token).get("/tasks?group=" + town).then().statusCode(200);
        lead.act("/integrations/{id}/end", id).statusCode(200);
        refused(Person.withToken(token).get("/tasks?group=" + town).then(), 403, "integration-over");
        lead.act("/integrations/{id}/end", id).statusCode(200).body("status", is("ENDED"));
        assertThat(Waiting.journal(UUID.fromString(id))).containsExactly("integration.created", "integration.ended");
    }

    @Test
    void once_expired_it_is_over() {
        var id = Integrators.bind(people.with(LEAD, town), client, town, "tasks:read");
        expire(id);
        refused(Integrators.program(client).get("/tasks"), 403, "integration-over");
    }

    @Test
    void a_lead_who_revokes_its_mandate_leaves_it_without_authority() {
        var lead = people.with(LEAD, town);
        var id = Integrators.bind(lead, client, town, "tasks:read", "groups:read");
        var mandate = lead.get("/integrations/{id}", id).extract().path("mandateId");
        var task = Work.open(people.with(ORGANISER, town), town, 1);
        lead.post("/mandates/{id}/revoke", Map.of("reason", "Too much."), mandate)
                .statusCode(200);
        var program = Integrators.program(client);
        unseen(program.get("/tasks/{id}", task));
        program.get("/tasks").statusCode(200).body("items", hasSize(0));
        program.get("/groups/{path}", town).statusCode(200);
    }

    @Test
    void what_it_did_names_it_and_its_tasks_go_to_a_lead_when_it_ends() {
        var lead = people.with(LEAD, town);
        var id = Integrators.bind(lead, client, town, "tasks:write");
        var program = lead.get("/integrations/{id}", id).statusCode(200).extract();
        var task = Work.draft(Integrators.program(client), Work.leaflets(town));
        Integrators.program(client)
                .act("/tasks/{id}/publish", task)
                .statusCode(200)
                .body("status", is("OPEN"));
        lead.get("/tasks/{id}", task).body("createdBy", equalTo(program.path("memberId")));
        assertThat(Sql.value(String.class, "select actor_id::text from journal where subject_id = ? and seq = 1", task))
                .isEqualTo(program.path("memberId"));
        assertThat(Sql.value(
                        String.class, "select mandate_id::text from journal where subject_id = ? and seq = 1", task))
                .isEqualTo(program.path("mandateId"));
        lead.act("/integrations/{id}/end", id).statusCode(200);
        assertThat(Waiting.journal(task)).contains("task.entrusted");
        assertThat(Waiting.journal(UUID.fromString(program.path("mandateId"))))
                .containsExactly("mandate.bound", "mandate.unbound");
    }

    @Test
    void when_it_last_called_is_known_to_a_minute() {
        var lead = people.with(LEAD, town);
        var id = Integrators.bind(lead, client, town, "tasks:read");
        Integrators.program(client).get("/tasks").statusCode(200);
        String first = lead.get("/integrations/{id}", id)
                .body("lastUsedAt", notNullValue())
                .extract()
                .path("lastUsedAt");
        Integrators.program(client).get("/tasks").statusCode(200);
        lead.get("/integrations/{id}", id).body("lastUsedAt", is(first));
        Sql.run(
                "update integration set last_used_at = last_used_at - interval '2 minutes' where id = ?",
                UUID.fromString(id));
        Integrators.program(client).get("/tasks").statusCode(200);
        lead.get("/integrations/{id}", id).body("lastUsedAt", not(is(first)));
    }

    @Test
    void those_below_are_listed_and_those_beside_are_not() {
        people.grow(town + ".hove");
        var below = Integrators.bind(people.lead(town), client, town + ".hove", "tasks:read");
        people.with(LEAD, town).get("/integrations?group={group}", town).body("items.id", hasItem(below));
        var beside = people.with(LEAD, town + "-beside");
        unseen(beside.get("/integrations/{id}", below));
        refused(beside.get("/integrations?group={group}", town), 403, "no-mandate");
    }
}
