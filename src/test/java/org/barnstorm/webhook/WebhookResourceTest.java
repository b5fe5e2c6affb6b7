package org.barnstorm.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Problems.unseen;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.testing.Integrators;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.TestStack;
import org.barnstorm.testing.Waiting;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Webhooks: made, changed, paused, ended, by whom, and what is refused. Nothing is sent here. */
@QuarkusTest
class WebhookResourceTest {
    private static final String URL = "http://" + TestStack.OPEN_HOST + ":9/hook";

    @Inject
    People people;

    private final String town = People.freshTown();

    @AfterAll
    static void invariants() {
        Invariants.hold();
    }

    // --- Who may
    // -------------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({"MEMBER, 403", "LEAD, 201", "ORGANISER, 403", "TRAINER, 403", "VERIFIER, 403", "STEWARD, 403"})
    void who_may_have_changes_sent(String role, int status) {
        var answer = people.as(role, town).post("/webhooks", wanted());
        if (status == 201) answer.statusCode(201);
        else refused(answer, 403, "no-mandate");
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 403", "LEAD, 200", "ORGANISER, 403", "TRAINER, 403", "VERIFIER, 403", "STEWARD, 403"})
    void who_may_list_webhooks(String role, int status) {
        var hook = Hook.make(people.with(LEAD, town), town, URL);
        var answer = people.as(role, town).get("/webhooks?group={group}", town);
        if (status == 200)
            answer.statusCode(200).body("items.id", contains(hook.id().toString()));
        else refused(answer, 403, "no-mandate");
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 404", "LEAD, 403", "ORGANISER, 404", "TRAINER, 404", "VERIFIER, 404", "STEWARD, 404"})
    void who_may_change_the_webhook_of_another(String role, int status) {
        var hook = Hook.make(people.with(LEAD, town), town, URL);
        var person = people.as(role, town);
        for (var answer : List.of(
                person.patch("/webhooks/{id}", "\"0\"", Map.of("url", URL + "/mine"), hook.id()),
                person.act("/webhooks/{id}/secret", hook.id()),
                person.act("/webhooks/{id}/ping", hook.id()),
                person.post("/webhooks/{id}/replay", Map.of("dead", true), hook.id()))) {
            if (status == 403) refused(answer, 403, "webhook-not-yours");
            else unseen(answer);
        }
        hook.show().body("url", is(URL)).body("version", is(0));
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 404", "LEAD, 200", "ORGANISER, 404", "TRAINER, 404", "VERIFIER, 404", "STEWARD, 404"})
    void who_may_look_at_the_webhook_of_another_and_end_it(String role, int status) {
        var hook = Hook.make(people.with(LEAD, town), town, URL);
        var person = people.as(role, town);
        var seen = person.get("/webhooks/{id}", hook.id());
        var log = person.get("/webhooks/{id}/deliveries", hook.id());
        var ended = person.delete("/webhooks/{id}", hook.id());
        if (status == 200) {
            seen.statusCode(200).body("secret", nullValue());
            log.statusCode(200);
            ended.statusCode(200).body("status", is("ENDED"));
        } else {
            unseen(seen);
            unseen(log);
            unseen(ended);
        }
    }

    /** Who may only manage integrations does not learn from a log what happened to whom. */
    @Test
    void what_was_sent_is_for_the_owner_and_for_those_who_may_read_the_journal() {
        var hook = Hook.make(people.with(LEAD, town), town, URL);
        var manager = people.member(town);
        people.lead(town)
                .post(
                        "/mandates",
                        Map.of("memberId", manager.id(), "group", town, "capabilities", List.of("INTEGRATION_MANAGE")))
                .statusCode(201);
        manager.get("/webhooks/{id}", hook.id()).statusCode(200);
        refused(manager.get("/webhooks/{id}/deliveries", hook.id()), 403, "no-mandate");
    }

    @Test
    void a_program_has_webhooks_in_its_part_of_the_tree_and_knows_no_others() {
        var program = Integrators.integration(people, town, "webhooks:manage");
        var others = Hook.make(people.with(LEAD, town), town, URL);
        var own = Hook.make(program, town, URL, "task", "group.created");
        program.get("/webhooks?group={group}", town)
                .body("items.id", contains(own.id().toString()));
        unseen(program.get("/webhooks/{id}", others.id()));
        unseen(program.delete("/webhooks/{id}", others.id()));
        unseen(program.post("/webhooks", wanted(town + "-beside", URL)));
        people.grow(town + "-beside");
        unseen(program.post("/webhooks", wanted(town + "-beside", URL)));
        unseen(program.get("/webhooks?group={group}", town + "-beside"));
        people.grow(town + ".below");
        program.post("/webhooks", wanted(town + ".below", URL)).statusCode(201);
    }

    @Test
    void it_takes_the_scope_and_in_the_app_of_others_it_is_nobodys() {
        var program = Integrators.integration(people, town, "changes:read");
        refused(program.post("/webhooks", wanted()), 403, "scope-missing");
        var lead = people.with(LEAD, town);
        refused(Integrators.inOthersApp(lead, "tasks:read").post("/webhooks", wanted()), 403, "scope-missing");
        refused(Integrators.inOthersApp(lead, "webhooks:manage").post("/webhooks", wanted()), 403, "no-mandate");
    }

    // --- What is made
    // --------------------------------------------------------------------------------------------------

    @Test
    void a_webhook_is_what_was_asked_for_and_tells_its_secret_once() {
        var lead = people.with(LEAD, town);
        var made = lead.post("/webhooks", Map.of("group", town, "url", URL, "types", List.of("task", "group.created")))
                .statusCode(201)
                .header("ETag", is("\"0\""))
                .body("group", is(town))
                .body("url", is(URL))
                .body("types", contains("group.created", "task"))
                .body("active", is(true))
                .body("status", is("ACTIVE"))
                .body("ownerId", is(lead.id().toString()))
                .body("secret", startsWith("whsec_"))
                .extract();
        String secret = made.path("secret");
        lead.get("/webhooks/{id}", made.<String>path("id")).body("secret", nullValue());
        lead.get("/webhooks?group={group}", town)
                .body("items", hasSize(1))
                .body("items.findAll { it.secret != null }", hasSize(0));
        var rows = Sql.column(
                String.class, "select cast(w as text) from webhook w where id = ?", UUID.fromString(made.path("id")));
        assertThat(rows).singleElement().asString().doesNotContain(secret.substring(6));
    }

    @Test
    void a_repeated_request_makes_one_and_does_not_tell_the_secret_again() {
        var lead = people.with(LEAD, town);
        for (var first : List.of(true, false)) {
            lead.request()
                    .header("Idempotency-Key", "once")
                    .contentType("application/json")
                    .body(wanted())
                    .post("/webhooks")
                    .then()
                    .statusCode(201)
                    .body("secret", first ? notNullValue() : nullValue());
        }
        lead.get("/webhooks?group={group}", town).body("items", hasSize(1));
    }

    @Test
    void there_are_only_so_many() {
        var lead = people.with(LEAD, town);
        Hook last = null;
        for (var i = 0; i < WebhookService.MOST; i++) last = Hook.make(lead, town, URL);
        refused(lead.post("/webhooks", wanted()), 409, "too-many-webhooks");
        lead.delete("/webhooks/{id}", last.id()).statusCode(200);
        lead.post("/webhooks", wanted()).statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example.org/",
                "https://127.0.0.1/",
                "https://localhost/",
                "https://hooks.example.org:8443/",
                "https://user@hooks.example.org/",
                "https://inside.barnstorm.test/",
                "https://unknown.example.org/",
                "https://metadata.google.internal/",
                "ftp://hooks.example.org/"
            })
    void an_address_that_is_no_public_place_is_refused_when_it_is_named(String url) {
        var lead = people.with(LEAD, town);
        refused(lead.post("/webhooks", wanted(town, url)), 422, "webhook-address");
        var hook = Hook.make(lead, town, URL);
        refused(hook.edit("url", url), 422, "webhook-address");
        hook.show().body("url", is(URL));
    }

    /** Nobody has us look up names who could not have a webhook: the answer is the same for every address. */
    @Test
    void nobody_else_learns_whether_a_name_exists() {
        var member = people.member(town);
        refused(member.post("/webhooks", wanted(town, "https://unknown.example.org/")), 403, "no-mandate");
        refused(member.post("/webhooks", wanted(town, "https://hooks.example.org/")), 403, "no-mandate");
    }

    @Test
    void types_and_addresses_have_a_form() {
        var lead = people.with(LEAD, town);
        var types = Map.of("group", town, "url", URL, "types", List.of("Task; drop"));
        refused(lead.post("/webhooks", types), 422, "invalid-input");
        refused(lead.post("/webhooks", wanted(town, " ")), 422, "invalid-input");
        refused(
                lead.post("/webhooks", wanted(town, "https://hooks.example.org/" + "a".repeat(2000))),
                422,
                "invalid-input");
        var many = Map.of("group", town, "url", URL, "types", Collections.nCopies(51, "task"));
        refused(lead.post("/webhooks", many), 422, "invalid-input");
        unseen(lead.post("/webhooks", wanted(town + ".nowhere", URL)));
    }

    // --- What becomes of it
    // ----------------------------------------------------------------------------------------------

    @Test
    void it_is_changed_with_the_version_that_was_read() {
        var hook = Hook.make(people.with(LEAD, town), town, URL, "task");
        hook.edit(Map.of("url", URL + "/new", "types", List.of()))
                .statusCode(200)
                .header("ETag", is("\"1\""))
                .body("url", is(URL + "/new"))
                .body("types", hasSize(0));
        refused(stale(hook, Map.of("active", false)), 412, "stale-version");
        refused(
                hook.owner().patch("/webhooks/{id}", null, Map.of("active", false), hook.id()),
                428,
                "if-match-required");
        hook.edit("active", false).statusCode(200).body("status", is("PAUSED"));
        refused(hook.owner().act("/webhooks/{id}/ping", hook.id()), 409, "webhook-not-active")
                .body("state", is("PAUSED"));
        hook.edit("active", true).statusCode(200).body("status", is("ACTIVE"));
        var nothing = new HashMap<String, Object>();
        nothing.put("url", null);
        refused(hook.edit(nothing), 422, "invalid-input");
        assertThat(Waiting.journal(hook.id()))
                .containsExactly("webhook.created", "webhook.changed", "webhook.changed", "webhook.changed");
    }

    private static ValidatableResponse stale(Hook hook, Map<String, Object> patch) {
        return hook.owner().patch("/webhooks/{id}", "\"0\"", patch, hook.id());
    }

    @Test
    void another_secret_is_told_once_and_the_former_one_has_a_day() {
        var hook = Hook.make(people.with(LEAD, town), town, URL);
        hook.owner()
                .act("/webhooks/{id}/secret", hook.id())
                .statusCode(200)
                .body("secret", startsWith("whsec_"))
                .body("secret", not(is(hook.secret())))
                .body("formerSecretUntil", notNullValue());
        hook.show().body("secret", nullValue()).body("formerSecretUntil", notNullValue());
    }

    @Test
    void what_has_ended_stays_so() {
        var hook = Hook.make(people.with(LEAD, town), town, URL);
        hook.owner().act("/webhooks/{id}/ping", hook.id()).statusCode(201);
        for (var i = 0; i < 2; i++)
            hook.owner().delete("/webhooks/{id}", hook.id()).statusCode(200).body("endedAt", notNullValue());
        assertThat(hook.log()).isEmpty();
        refused(hook.edit("active", true), 409, "webhook-ended");
        refused(hook.owner().act("/webhooks/{id}/secret", hook.id()), 409, "webhook-ended");
        refused(hook.owner().act("/webhooks/{id}/ping", hook.id()), 409, "webhook-ended");
        refused(hook.replay("dead", true), 409, "webhook-ended");
        assertThat(Waiting.journal(hook.id())).containsExactly("webhook.created", "webhook.ended");
        assertThat(Sql.column(byte[].class, "select secret from webhook where id = ?", hook.id()))
                .containsExactly((byte[]) null);
    }

    @Test
    void a_replay_says_one_thing() {
        var hook = Hook.make(people.with(LEAD, town), town, URL);
        var both = Map.of("dead", true, "since", "2026-11-21T09:30:00Z");
        refused(hook.owner().post("/webhooks/{id}/replay", both, hook.id()), 422, "invalid-input");
        refused(hook.owner().post("/webhooks/{id}/replay", Map.of(), hook.id()), 422, "invalid-input");
        refused(hook.replay("dead", false), 422, "invalid-input");
        unseen(hook.replay("after", UUID.randomUUID()));
    }

    @Test
    void the_log_is_read_page_by_page_the_newest_first() {
        var hook = Hook.make(people.with(LEAD, town), town, URL);
        for (var i = 0; i < 3; i++) {
            hook.owner().act("/webhooks/{id}/ping", hook.id()).statusCode(201);
            Sql.run(
                    "update webhook_delivery set status = 'DEAD', next_attempt_at = null where webhook_id = ? and status = 'PENDING'",
                    hook.id());
        }
        hook.owner().act("/webhooks/{id}/ping", hook.id()).statusCode(201);
        var all = hook.log().stream().map(line -> line.get("id").toString()).toList();
        assertThat(all).hasSize(4).isSortedAccordingTo(Collections.reverseOrder());
        var first = hook.owner()
                .get("/webhooks/{id}/deliveries?limit=3", hook.id())
                .body("items.id", is(all.subList(0, 3)))
                .extract();
        hook.owner()
                .get("/webhooks/{id}/deliveries?limit=3&cursor={next}", hook.id(), first.path("next"))
                .body("items.id", is(all.subList(3, 4)));
        hook.owner()
                .get("/webhooks/{id}/deliveries?status=DEAD", hook.id())
                .body("items", hasSize(3))
                .body("items.status", hasItem("DEAD"));
        assertThat(hook.owner()
                        .get("/webhooks/{id}/deliveries?status=LOST", hook.id())
                        .extract()
                        .statusCode())
                .isBetween(400, 404);
    }

    @Test
    void the_journal_has_no_address() {
        var hook = Hook.make(people.with(LEAD, town), town, "http://" + TestStack.OPEN_HOST + ":9/s3cret");
        people.lead(town)
                .get("/journal?limit=200&group={group}", town)
                .statusCode(200)
                .body(not(containsString("s3cret")))
                .body(not(containsString(hook.secret())));
    }

    private Map<String, Object> wanted() {
        return wanted(town, URL);
    }

    private static Map<String, Object> wanted(String group, String url) {
        return Map.of("group", group, "url", url);
    }
}
