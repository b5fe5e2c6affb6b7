package org.barnstorm.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.barnstorm.authority.Role;
import org.barnstorm.testing.Concurrently;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Problems;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class MembershipResourceTest {
    private static final String MEMBERSHIP = "/groups/{path}/membership";

    @Inject
    People people;

    final String town = People.freshTown();
    final String asks = town + ".asks";
    final String invites = town + ".invites";
    Person ada;

    @BeforeEach
    void groups() {
        people.grow(town);
        for (var group : Map.of(asks, "REQUEST", invites, "INVITATION").entrySet()) {
            people.lead(town)
                    .post("/groups", Map.of("path", group.getKey(), "name", "Closed", "joinPolicy", group.getValue()))
                    .statusCode(201);
        }
        ada = people.newcomer("Ada Lovelace");
    }

    private Person steward() {
        return people.with(Role.STEWARD, town);
    }

    private String request(Person person) {
        return person.put(MEMBERSHIP, asks).statusCode(200).extract().path("id");
    }

    private ValidatableResponse invite(Person by, Person whom, String group) {
        return by.post("/groups/{path}/members", Map.of("memberId", whom.id()), group);
    }

    @Test
    void an_open_group_is_joined_at_once_and_again_changes_nothing() {
        String id = ada.put(MEMBERSHIP, town)
                .statusCode(200)
                .body("status", is("ACTIVE"))
                .body("group", is(town))
                .body("memberId", is(ada.id().toString()))
                .extract()
                .path("id");
        ada.put(MEMBERSHIP, town).statusCode(200).body("id", is(id)).body("status", is("ACTIVE"));
    }

    @Test
    void others_are_asked_and_somebody_approves() {
        ada.put(MEMBERSHIP, asks).statusCode(200).body("status", is("REQUESTED"));
        var id = request(ada);
        steward().act("/memberships/{id}/approve", id).statusCode(200).body("status", is("ACTIVE"));
        ada.put(MEMBERSHIP, asks).body("id", is(id)).body("status", is("ACTIVE"));
    }

    @Test
    void or_declines_and_one_may_ask_again() {
        var id = request(ada);
        steward()
                .act("/memberships/{id}/decline", id)
                .statusCode(200)
                .body("status", is("ENDED"))
                .body("endReason", is("DECLINED"));
        ada.put(MEMBERSHIP, asks)
                .statusCode(200)
                .body("status", is("REQUESTED"))
                .body("id", not(is(id)));
    }

    @Test
    void some_take_members_by_invitation_only() {
        Problems.refused(ada.put(MEMBERSHIP, invites), 403, "invitation-needed");
        var id = invite(steward(), ada, invites)
                .statusCode(201)
                .body("status", is("INVITED"))
                .extract()
                .<String>path("id");
        ada.put(MEMBERSHIP, invites).statusCode(200).body("id", is(id)).body("status", is("ACTIVE"));
    }

    @Test
    void an_invitation_can_be_turned_down_and_taken_back() {
        var steward = steward();
        invite(steward, ada, invites).statusCode(201);
        ada.delete(MEMBERSHIP, invites).statusCode(204);
        Problems.refused(ada.put(MEMBERSHIP, invites), 403, "invitation-needed");
        var id = invite(steward, ada, invites).statusCode(201).extract().<String>path("id");
        steward.act("/memberships/{id}/end", id).statusCode(200).body("endReason", is("REMOVED"));
        Problems.refused(ada.put(MEMBERSHIP, invites), 403, "invitation-needed");
    }

    @Test
    void whoever_belongs_is_not_invited_again() {
        ada.put(MEMBERSHIP, town).statusCode(200);
        Problems.refused(invite(steward(), ada, town), 409, "membership-exists");
    }

    @Test
    void nobody_is_nobody() {
        Problems.unseen(steward().post("/groups/{path}/members", Map.of("memberId", UUID.randomUUID()), town));
    }

    @Test
    void leaving_and_leaving_again() {
        ada.put(MEMBERSHIP, town).statusCode(200);
        ada.delete(MEMBERSHIP, town).statusCode(204);
        ada.delete(MEMBERSHIP, town).statusCode(204);
        ada.put(MEMBERSHIP, town).statusCode(200).body("status", is("ACTIVE"));
    }

    @Test
    void a_request_can_be_taken_back() {
        var id = request(ada);
        ada.delete(MEMBERSHIP, asks).statusCode(204);
        Problems.refused(steward().act("/memberships/{id}/approve", id), 409, "membership-state");
    }

    @Test
    void ending_a_membership_ends_it() {
        var id = ada.put(MEMBERSHIP, town).extract().<String>path("id");
        var steward = steward();
        steward.act("/memberships/{id}/end", id).statusCode(200).body("status", is("ENDED"));
        Problems.refused(steward.act("/memberships/{id}/end", id), 409, "membership-state");
        ada.get("/me").body("memberships", is(empty()));
    }

    @ParameterizedTest
    @CsvSource({"approve", "decline"})
    void an_active_member_is_not_decided_about(String verb) {
        var id = ada.put(MEMBERSHIP, town).extract().<String>path("id");
        Problems.refused(steward().act("/memberships/{id}/" + verb, id), 409, "membership-state");
    }

    @ParameterizedTest
    @CsvSource({"approve", "decline", "end"})
    void nobody_decides_about_what_they_do_not_see(String verb) {
        var id = request(ada);
        Problems.unseen(people.with(Role.LEAD, People.freshTown()).act("/memberships/{id}/" + verb, id));
        Problems.unseen(people.member(town).act("/memberships/{id}/" + verb, id));
        Problems.unseen(steward().act("/memberships/{id}/" + verb, UUID.randomUUID()));
    }

    @ParameterizedTest
    @CsvSource({"approve", "decline", "end"})
    void nor_about_themselves(String verb) {
        Problems.refused(ada.act("/memberships/{id}/" + verb, request(ada)), 403, "no-mandate");
    }

    /** Without MEMBER_READ the membership does not exist for them; with it alone they see it and may not act. */
    @ParameterizedTest
    @CsvSource({"MEMBER, 404", "LEAD, 200", "ORGANISER, 403", "TRAINER, 403", "VERIFIER, 404", "STEWARD, 200"})
    void who_may_approve(String role, int status) {
        people.as(role, town).act("/memberships/{id}/approve", request(ada)).statusCode(status);
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 404", "LEAD, 200", "ORGANISER, 403", "TRAINER, 403", "VERIFIER, 404", "STEWARD, 200"})
    void who_may_decline(String role, int status) {
        people.as(role, town).act("/memberships/{id}/decline", request(ada)).statusCode(status);
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 404", "LEAD, 200", "ORGANISER, 403", "TRAINER, 403", "VERIFIER, 404", "STEWARD, 200"})
    void who_may_end(String role, int status) {
        var id = ada.put(MEMBERSHIP, town).extract().<String>path("id");
        people.as(role, town).act("/memberships/{id}/end", id).statusCode(status);
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 403", "LEAD, 201", "ORGANISER, 403", "TRAINER, 403", "VERIFIER, 403", "STEWARD, 201"})
    void who_may_invite(String role, int status) {
        invite(people.as(role, town), ada, invites).statusCode(status);
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 403", "LEAD, 200", "ORGANISER, 200", "TRAINER, 200", "VERIFIER, 403", "STEWARD, 200"})
    void who_may_list(String role, int status) {
        people.as(role, town).get("/groups/{path}/members", asks).statusCode(status);
    }

    @Test
    void a_list_shows_short_names_and_nothing_more() {
        ada.put(MEMBERSHIP, town).statusCode(200);
        people.member(town, "Ben Nevis");
        var answer = people.with(Role.TRAINER, town).get("/groups/{path}/members", town);
        answer.statusCode(200).body("items.name", containsInAnyOrder("Ada L.", "Ben N.", "Trainer"));
        assertThat(answer.extract().asString())
                .doesNotContain("Lovelace", "Nevis", ada.account().email());
    }

    @Test
    void a_list_is_of_one_standing_and_one_group() {
        request(ada);
        people.member(town, "Ben Nevis");
        var steward = steward();
        steward.get("/groups/{path}/members", asks).body("items", is(empty()));
        steward.get("/groups/{path}/members?status=REQUESTED", asks).body("items.name", contains("Ada L."));
        steward.get("/groups/{path}/members?status=INVITED", asks).body("items", is(empty()));
        ada.delete(MEMBERSHIP, asks).statusCode(204);
        steward.get("/groups/{path}/members?status=ENDED", asks).body("items.endReason", contains("WITHDRAWN"));
    }

    @Test
    void a_list_goes_on_in_pages() {
        for (var name : List.of("Ann", "Ben", "Cid")) people.member(asks(), name);
        var steward = steward();
        var first = steward.get("/groups/{path}/members?limit=2", town + ".open")
                .body("items.name", contains("Ann", "Ben"))
                .extract();
        steward.request()
                .queryParam("cursor", first.<String>path("next"))
                .get("/groups/{path}/members?limit=2", town + ".open")
                .then()
                .body("items.name", contains("Cid"))
                .body("next", nullValue());
    }

    private String asks() {
        people.grow(town + ".open");
        return town + ".open";
    }

    @Test
    void a_group_that_does_not_exist_is_404() {
        var nowhere = People.freshTown();
        Problems.unseen(ada.put(MEMBERSHIP, nowhere));
        Problems.unseen(ada.delete(MEMBERSHIP, nowhere));
        Problems.unseen(ada.get("/groups/{path}/members", nowhere));
        Problems.unseen(invite(ada, ada, nowhere));
    }

    @Test
    void joining_many_times_at_once_is_joining_once() {
        ada.id();
        var ids = Concurrently.times(10, () -> Person.patiently(() -> ada.put(MEMBERSHIP, town))
                .statusCode(200)
                .extract()
                .<String>path("id"));
        assertThat(ids).containsOnly(ids.get(0));
        ada.get("/me").body("memberships.group", is(List.of(town)));
        Invariants.hold();
    }

    @Test
    void a_request_that_is_approved_and_taken_back_at_once_is_either() {
        var id = request(ada);
        var steward = steward();
        var statuses = Concurrently.race(List.<Callable<Integer>>of(
                () -> steward.act("/memberships/{id}/approve", id).extract().statusCode(),
                () -> ada.delete(MEMBERSHIP, asks).extract().statusCode(),
                () -> steward.act("/memberships/{id}/decline", id).extract().statusCode()));
        assertThat(statuses).isSubsetOf(200, 204, 409);
        Invariants.hold();
    }

    @Test
    void two_who_invite_the_same_person_at_once_make_one_invitation() {
        var steward = steward();
        ada.id();
        var statuses = Concurrently.times(
                6, () -> invite(steward, ada, invites).extract().statusCode());
        assertThat(statuses).isSubsetOf(201, 409).containsOnlyOnce(201);
        Invariants.hold();
    }
}
