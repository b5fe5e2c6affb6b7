package org.barnstorm.osdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Problems.unseen;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.barnstorm.testing.Concurrently;
import org.barnstorm.testing.Integrators;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.TestIssuer;
import org.barnstorm.testing.TestStack;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The signup helper: an invitation by e-mail address, which tells nobody whose address is known. */
@QuarkusTest
class OsdiSignupTest {
    @Inject
    People people;

    private final String town = People.freshTown();

    @Test
    void who_has_no_account_is_invited_when_they_sign_in() {
        var client = client("members:write", "members:read");
        var ada = people.newcomer("Ada Lovelace");
        var id = id(
                client.post("/people", OsdiClient.signup(ada.account().email().toUpperCase(Locale.ROOT))));
        client.get("/people/{id}", id).statusCode(200).body("given_name", nullValue());
        assertThat(standing(ada)).isEqualTo("INVITED");
        client.get("/people/{id}", id).statusCode(200).body("given_name", nullValue());
        ada.put("/groups/{path}/membership", town).statusCode(200).body("status", is("ACTIVE"));
        client.get("/people/{id}", id)
                .statusCode(200)
                .body("given_name", is("Ada"))
                .body("identifiers", is(List.of("barnstorm:" + id, "barnstorm:" + ada.id())));
        assertThat(Work.journaled(UUID.fromString(id), "signup.made")).isOne();
    }

    @Test
    void who_has_an_account_is_invited_at_once_and_the_answer_is_the_same() {
        var client = client("members:write");
        var ada = people.newcomer("Ada Lovelace");
        ada.id();
        var known = client.post("/people", OsdiClient.signup(ada.account().email()));
        var unknown = client.post("/people", OsdiClient.signup("nobody-" + town + "@example.org"));
        assertThat(standing(ada)).isEqualTo("INVITED");
        for (var answer : List.of(known, unknown)) {
            Map<String, Object> body = answer.statusCode(200).extract().path("");
            assertThat(body.keySet())
                    .containsExactlyInAnyOrder("identifiers", "created_date", "modified_date", "_links");
            assertThat(body.get("created_date")).isEqualTo(body.get("modified_date"));
            assertThat(body.get("identifiers").toString())
                    .doesNotContain(ada.id().toString());
        }
    }

    @Test
    void sent_again_it_is_the_same_person_and_nobody_is_asked_twice() {
        var client = client("members:write");
        var ada = people.newcomer();
        ada.id();
        var id = id(client.post("/people", OsdiClient.signup(ada.account().email())));
        ada.delete("/groups/{path}/membership", town).statusCode(204);
        var again =
                client.post("/people", OsdiClient.signup("  " + ada.account().email()));
        assertThat(id(again)).isEqualTo(id);
        assertThat(again.extract().<String>path("modified_date"))
                .isGreaterThan(again.extract().path("created_date"));
        assertThat(standing(ada)).isNull();
        assertThat(Work.journaled(UUID.fromString(id), "signup.renewed")).isOne();
    }

    @Test
    void who_is_a_member_already_stays_one() {
        var client = client("members:write");
        var ada = people.member(town);
        client.post("/people", OsdiClient.signup(ada.account().email())).statusCode(200);
        assertThat(standing(ada)).isEqualTo("ACTIVE");
    }

    @Test
    void of_an_address_there_is_a_hash_and_nothing_else() {
        var body = new HashMap<>(OsdiClient.signup("grace." + town + "@example.org"));
        body.put(
                "person",
                Map.of(
                        "given_name",
                        "Grace",
                        "email_addresses",
                        List.of(
                                Map.of("address", "old@example.org"),
                                Map.of("address", "grace." + town + "@example.org", "primary", true)),
                        "custom_fields",
                        Map.of("shoe", 42)));
        var id = UUID.fromString(id(client("members:write").post("/people", body)));
        assertThat(Sql.value(String.class, "select cast(s as text) from signup s where id = ?", id))
                .doesNotContainIgnoringCase("grace")
                .doesNotContain("example");
        assertThat(Sql.value(String.class, "select cast(data as text) from journal where subject_id = ?", id))
                .isEqualTo("{}");
    }

    @Test
    void an_address_that_the_issuer_has_not_verified_is_no_proof() {
        var account = TestIssuer.Account.called("Eve Dropper");
        client("members:write")
                .post("/people", OsdiClient.signup(account.email()))
                .statusCode(200);
        var issuer = TestStack.issuer();
        var token = issuer.sign(issuer.claims(account, Set.of("member")).claim("email_verified", false));
        Person.withToken(token).get("/me").then().statusCode(200);
        var eve = Person.withToken(token).get("/me").then().extract();
        assertThat(eve.<List<?>>path("memberships")).isEmpty();
    }

    @Test
    void an_invitation_does_not_wait_for_ever() {
        var ada = people.newcomer();
        var id = UUID.fromString(id(client("members:write")
                .post("/people", OsdiClient.signup(ada.account().email()))));
        Sql.run(
                "update signup set created_at = now() - interval '200 days', modified_at = now() - interval '181 days' where id = ?",
                id);
        assertThat(standing(ada)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "ada", "ada@", "@example.org", "a b@example.org", "a@b@c", "<ada@example.org>"})
    void what_is_no_address_is_refused(String text) {
        refused(client("members:write").post("/people", OsdiClient.signup(text)), 422, "invalid-input");
    }

    @Test
    void what_is_not_there_is_not_promised() {
        var client = client("members:write");
        var body = new HashMap<>(OsdiClient.signup("ada@example.org"));
        body.put("add_tags", List.of("volunteer"));
        body.put("add_lists", List.of("all"));
        refused(client.post("/people", body), 422, "invalid-input")
                .body("errors.pointer", hasItems("/add_tags", "/add_lists"));
        refused(client.post("/people", Map.of("person", Map.of("given_name", "Ada"))), 422, "invalid-input");
        refused(client.post("/people", Map.of()), 422, "invalid-input");
    }

    @ParameterizedTest
    @CsvSource({"MEMBER", "LEAD", "ORGANISER", "TRAINER", "VERIFIER", "STEWARD"})
    void who_may_sign_others_up(String role) {
        var client = new OsdiClient(people.as(role, town));
        refused(client.post("/people", OsdiClient.signup("ada@example.org")), 403, "integration-only");
    }

    @Test
    void it_takes_the_scope() {
        var client = client("members:read", "tasks:write");
        refused(client.post("/people", OsdiClient.signup("ada@example.org")), 403, "scope-missing")
                .body("scope", is("members:write"));
    }

    @Test
    void a_signup_is_there_for_its_own_part_of_the_tree() {
        var id = id(client("members:write").post("/people", OsdiClient.signup("ada." + town + "@example.org")));
        var other = new OsdiClient(Integrators.integration(people, People.freshTown(), "members:read"));
        unseen(other.get("/people/{id}", id));
    }

    @Test
    void many_who_send_the_same_at_once_get_the_same_person() {
        var client = client("members:write");
        var ids = new ConcurrentLinkedQueue<String>();
        Concurrently.times(
                6,
                () -> ids.add(id(Person.patiently(
                        () -> client.post("/people", OsdiClient.signup("crowd." + town + "@example.org"))))));
        assertThat(ids).hasSize(6);
        assertThat(Set.copyOf(ids)).hasSize(1);
    }

    private String standing(Person person) {
        List<Map<String, String>> memberships =
                person.get("/me").statusCode(200).extract().path("memberships");
        return memberships.stream()
                .filter(each -> each.get("group").equals(town))
                .map(each -> each.get("status"))
                .findFirst()
                .orElse(null);
    }

    static String id(ValidatableResponse answer) {
        return answer.statusCode(200).extract().<String>path("identifiers[0]").replace("barnstorm:", "");
    }

    private OsdiClient client(String... scopes) {
        return new OsdiClient(Integrators.integration(people, town, scopes));
    }
}
