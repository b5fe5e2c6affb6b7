package org.barnstorm.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.authority.Role.TRAINER;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Problems.unseen;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class MandateResourceTest {
    @Inject
    People people;

    private final String town = People.freshTown();

    @ParameterizedTest
    @CsvSource({"MEMBER, 403", "LEAD, 201", "ORGANISER, 403", "TRAINER, 403", "VERIFIER, 403", "STEWARD, 403"})
    void who_may_grant(String role, int status) {
        var answer = people.as(role, town).post("/mandates", organiser(people.newcomer()));
        if (status == 201) answer.statusCode(201);
        else refused(answer, 403, "no-mandate");
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 403", "LEAD, 200", "ORGANISER, 403", "TRAINER, 403", "VERIFIER, 403", "STEWARD, 403"})
    void who_may_list_mandates(String role, int status) {
        var answer = people.as(role, town).get("/mandates?group={group}", town);
        if (status == 200) answer.statusCode(200);
        else refused(answer, 403, "no-mandate");
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 404", "LEAD, 200", "ORGANISER, 404", "TRAINER, 404", "VERIFIER, 404", "STEWARD, 404"})
    void who_may_see_and_revoke_a_mandate(String role, int status) {
        var granted = people.appoint(people.newcomer(), TRAINER, town);
        var person = people.as(role, town);
        person.get("/mandates/{id}", granted).statusCode(status);
        var answer = revoke(person, granted);
        if (status == 200) answer.statusCode(200).body("status", is("REVOKED"));
        else unseen(answer);
    }

    @Test
    void a_grant_says_who_may_do_what_where_until_when() {
        var lead = people.with(LEAD, town);
        var ada = people.newcomer();
        String id = lead.post("/mandates", organiser(ada))
                .statusCode(201)
                .body("memberId", is(ada.id().toString()))
                .body("group", is(town))
                .body("role", is("ORGANISER"))
                .body("source", is("APPOINTED"))
                .body("grantedBy", is(lead.id().toString()))
                .body("grantedUnder", notNullValue())
                .body("delegationDepth", is(0))
                .body("status", is("LIVE"))
                .body("until", notNullValue())
                .body("capabilities", hasSize(ORGANISER.capabilities().size()))
                .extract()
                .path("id");
        ada.get("/mandates/{id}", id).statusCode(200).body("id", is(id));
        ada.get("/me/mandates").statusCode(200).body("items.id", contains(id));
    }

    @Test
    void a_mandate_acts_at_the_very_next_request() {
        var ada = people.newcomer();
        people.grow(town);
        refused(ada.post("/tasks", Work.leaflets(town)), 403, "no-mandate");
        people.appoint(ada, ORGANISER, town);
        ada.post("/tasks", Work.leaflets(town)).statusCode(201);
    }

    @Test
    void a_mandate_that_begins_later_allows_nothing_yet() {
        var ada = people.newcomer();
        var wanted = organiser(ada);
        wanted.put("from", Instant.now().plus(Duration.ofDays(1)).toString());
        people.with(LEAD, town).post("/mandates", wanted).statusCode(201).body("status", is("FUTURE"));
        refused(ada.post("/tasks", Work.leaflets(town)), 403, "no-mandate");
    }

    @Test
    void a_mandate_whose_term_is_over_allows_nothing_more() {
        var ada = people.newcomer();
        var id = people.appoint(ada, ORGANISER, town);
        Sql.run(
                "update mandate set valid_from = now() - interval '2 days', valid_until = now() where id = ?",
                UUID.fromString(id));
        refused(ada.post("/tasks", Work.leaflets(town)), 403, "no-mandate");
        ada.get("/mandates/{id}", id).body("status", is("ENDED"));
    }

    @Test
    void nothing_is_granted_for_the_past() {
        var lead = people.with(LEAD, town);
        var ended = organiser(people.newcomer());
        ended.put("from", "2020-01-01T00:00:00Z");
        ended.put("until", "2020-12-31T00:00:00Z");
        refused(lead.post("/mandates", ended), 422, "term-backwards");
        var begun = organiser(people.newcomer());
        begun.put("from", "2020-01-01T00:00:00Z");
        var before = Instant.now().minusSeconds(5);
        String from = lead.post("/mandates", begun).statusCode(201).extract().path("from");
        assertThat(Instant.parse(from)).isAfter(before);
    }

    @Test
    void I_20_nobody_grants_to_themselves() {
        var lead = people.with(LEAD, town);
        refused(lead.post("/mandates", organiser(lead)), 403, "self-grant");
        refused(
                people.admin()
                        .post("/mandates", Map.of("memberId", people.admin().id(), "group", fresh(), "role", LEAD)),
                403,
                "self-grant");
    }

    @Test
    void I_20_nobody_grants_capabilities_they_lack() {
        var limited = people.newcomer();
        var wanted = granting(limited, List.of("MANDATE_GRANT", "TASK_CREATE"), 2);
        people.with(LEAD, town).post("/mandates", wanted).statusCode(201);
        var ada = people.newcomer();
        refused(limited.post("/mandates", organiser(ada)), 403, "beyond-own-authority");
        refused(limited.post("/mandates", granting(ada, List.of("TASK_EDIT"), 0)), 403, "beyond-own-authority");
        limited.post("/mandates", granting(ada, List.of("TASK_CREATE"), 0))
                .statusCode(201)
                .body("capabilities", contains("TASK_CREATE"))
                .body("role", nullValue());
    }

    @Test
    void I_20_nobody_grants_outside_their_part_of_the_tree() {
        var lead = people.with(LEAD, town);
        var movement = town.substring(0, town.indexOf('.'));
        people.grow(movement + ".elsewhere");
        for (var group : List.of(movement, movement + ".elsewhere")) {
            var wanted = organiser(people.newcomer());
            wanted.put("group", group);
            refused(lead.post("/mandates", wanted), 403, "no-mandate");
        }
        people.grow(town + ".hove");
        var below = organiser(people.newcomer());
        below.put("group", town + ".hove");
        lead.post("/mandates", below).statusCode(201);
        below.put("group", town + ".nowhere");
        unseen(lead.post("/mandates", below));
    }

    @Test
    void I_20_nobody_grants_past_their_own_end() {
        var lead = people.newcomer();
        var term = leadership(lead, 3);
        var end = Instant.now().plus(Duration.ofDays(10)).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
        term.put("until", end.toString());
        people.with(LEAD, town).post("/mandates", term).statusCode(201).body("until", is(end.toString()));
        var wanted = organiser(people.newcomer());
        wanted.put("until", end.plusSeconds(1).toString());
        refused(lead.post("/mandates", wanted), 403, "beyond-own-authority");
        wanted.put("until", end.toString());
        lead.post("/mandates", wanted).statusCode(201);
        lead.post("/mandates", organiser(people.newcomer())).statusCode(201).body("until", is(end.toString()));
    }

    @Test
    void I_20_nobody_grants_deeper_delegation_than_they_hold() {
        var lead = people.newcomer();
        people.with(LEAD, town).post("/mandates", leadership(lead, 1)).statusCode(201);
        refused(lead.post("/mandates", leadership(people.newcomer(), 1)), 403, "beyond-own-authority");
        var last = people.newcomer();
        lead.post("/mandates", leadership(last, 0)).statusCode(201);
        refused(last.post("/mandates", organiser(people.newcomer())), 403, "beyond-own-authority");
    }

    @Test
    void whichever_of_ones_mandates_reaches_far_enough_allows_a_grant() {
        var lead = people.with(LEAD, town);
        var ada = people.newcomer();
        lead.post("/mandates", leadership(ada, 0)).statusCode(201);
        lead.post("/mandates", leadership(ada, 2)).statusCode(201);
        lead.post("/mandates", leadership(ada, 0)).statusCode(201);
        ada.post("/mandates", leadership(people.newcomer(), 1)).statusCode(201);
    }

    @ParameterizedTest
    @CsvSource({"delegationDepth, -1, 422", "delegationDepth, 10, 422"})
    void a_grant_that_can_never_be_is_refused(String field, String value, int status) {
        var wanted = organiser(people.newcomer());
        wanted.put(field, typed(value));
        people.with(LEAD, town).post("/mandates", wanted).statusCode(status);
    }

    @Test
    void a_grant_names_a_role_or_capabilities() {
        var lead = people.with(LEAD, town);
        var ada = people.newcomer();
        var both = organiser(ada);
        both.put("capabilities", List.of("TASK_CREATE"));
        refused(lead.post("/mandates", both), 422, "role-or-capabilities");
        refused(lead.post("/mandates", Map.of("memberId", ada.id(), "group", town)), 422, "role-or-capabilities");
        refused(lead.post("/mandates", granting(ada, List.of(), 0)), 422, "empty-mandate");
        refused(lead.post("/mandates", granting(ada, Arrays.asList("TASK_EDIT", null), 0)), 422, "invalid-input");
    }

    @Test
    void nobody_unknown_gets_a_mandate_and_strangers_learn_nothing_of_who_is_known() {
        var wanted = organiser(people.newcomer());
        wanted.put("memberId", UUID.randomUUID());
        unseen(people.with(LEAD, town).post("/mandates", wanted));
        refused(people.member(town).post("/mandates", wanted), 403, "no-mandate");
    }

    @Test
    void a_list_has_the_branch_and_past_mandates_in_pages() {
        var lead = people.with(LEAD, town);
        people.grow(town + ".hove");
        var ada = people.newcomer();
        var below = organiser(ada);
        below.put("group", town + ".hove");
        String first = lead.post("/mandates", below).statusCode(201).extract().path("id");
        String second =
                lead.post("/mandates", organiser(ada)).statusCode(201).extract().path("id");
        revoke(lead, first).statusCode(200);
        var request = lead.request().queryParam("group", town).queryParam("member", ada.id());
        request.get("/mandates").then().statusCode(200).body("items.id", containsInAnyOrder(first, second));
        String next = lead.get("/mandates?group={group}&limit=2", town)
                .statusCode(200)
                .body("items", hasSize(2))
                .extract()
                .path("next");
        lead.request()
                .queryParam("group", town)
                .queryParam("limit", 2)
                .queryParam("cursor", next)
                .get("/mandates")
                .then()
                .statusCode(200)
                .body("items.id", contains(second));
        lead.get("/mandates?group={group}", town + ".hove").body("items.id", contains(first));
        refused(people.with(LEAD, People.freshTown()).get("/mandates?group={group}", town), 403, "no-mandate");
        people.newcomer().get("/me/mandates").statusCode(200).body("items", empty());
    }

    private String fresh() {
        var slug = People.freshMovement();
        people.admin().post("/groups", Map.of("path", slug, "name", slug)).statusCode(201);
        return slug;
    }

    private static io.restassured.response.ValidatableResponse revoke(Person person, String mandate) {
        return person.post("/mandates/{id}/revoke", Map.of("reason", "Stepped back."), mandate);
    }

    private Map<String, Object> organiser(Person to) {
        return new HashMap<>(Map.of("memberId", to.id(), "group", town, "role", ORGANISER));
    }

    private Map<String, Object> leadership(Person to, int depth) {
        return new HashMap<>(Map.of("memberId", to.id(), "group", town, "role", LEAD, "delegationDepth", depth));
    }

    private Map<String, Object> granting(Person to, List<String> capabilities, int depth) {
        return Map.of("memberId", to.id(), "group", town, "capabilities", capabilities, "delegationDepth", depth);
    }

    /** A row's text as the JSON type that it looks like. */
    private static Object typed(String value) {
        return value.matches("-?\\d+") ? Integer.valueOf(value) : value;
    }
}
