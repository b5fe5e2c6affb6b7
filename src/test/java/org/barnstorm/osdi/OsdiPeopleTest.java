package org.barnstorm.osdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Problems.unseen;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.barnstorm.authority.Budget;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.authority.Role;
import org.barnstorm.testing.Integrators;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Statements;
import org.barnstorm.testing.Trusting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People as OSDI has them: no more of them than the lists of members show. */
@QuarkusTest
class OsdiPeopleTest {
    @Inject
    People people;

    private final String town = People.freshTown();

    @Test
    void a_person_has_a_first_name_and_an_initial_and_nothing_else() {
        var ada = people.member(town, "Ada Lovelace");
        var client = client("members:read");
        var text = client.get("/people/{id}", ada.id())
                .statusCode(200)
                .contentType("application/hal+json")
                .body("identifiers", is(List.of("barnstorm:" + ada.id())))
                .body("given_name", is("Ada"))
                .body("family_name", is("L."))
                .body("_links.self.href", is("/osdi/v1/people/" + ada.id()))
                .body("_links.curies[0].name", is("osdi"))
                .extract()
                .asString();
        assertThat(text).doesNotContain(ada.account().email(), "ovelace", "phone", "email");
        client.get("/people").body("_embedded['osdi:people'].family_name", hasItem("L."));
    }

    @Test
    void somebody_in_two_groups_is_one_person() {
        var ada = people.member(town);
        people.grow(town + ".north");
        ada.put("/groups/{path}/membership", town + ".north").statusCode(200);
        var client = client("members:read");
        assertThat(client.ids("/people", 25)).containsOnlyOnce(ada.id().toString());
        ada.delete("/groups/{path}/membership", town).statusCode(204);
        assertThat(client.ids("/people", 25)).contains(ada.id().toString());
        ada.delete("/groups/{path}/membership", town + ".north").statusCode(204);
        assertThat(client.ids("/people", 25)).doesNotContain(ada.id().toString());
        unseen(client.get("/people/{id}", ada.id()));
    }

    @Test
    void the_part_of_the_tree_ends_where_the_integration_s_does() {
        var above = new GroupPath(town).movement().value();
        var own = people.member(town).id().toString();
        var below = people.member(town + ".below").id().toString();
        var beside = people.member(above + ".beside");
        var higher = people.member(above).id().toString();
        var client = client("members:read");
        assertThat(client.ids("/people", 25))
                .contains(own, below)
                .doesNotContain(beside.id().toString(), higher);
        unseen(client.get("/people/{id}", beside.id()));
        assertThat(OsdiClient.ids(client.filtered("/people", "identifier eq 'barnstorm:" + beside.id() + "'")))
                .isEmpty();
        unseen(client.get("/people/{id}", UUID.randomUUID()));
    }

    @Test
    void pages_have_numbers_and_links() {
        people.grow(town);
        for (var i = 0; i < 5; i++) people.member(town);
        var client = client("members:read");
        var all = client.ids("/people", 25);
        assertThat(client.ids("/people", 2))
                .isEqualTo(all)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(4);
        var first = client.request().queryParam("per_page", 2).get("/people").then();
        first.statusCode(200)
                .body("page", is(1))
                .body("per_page", is(2))
                .body("total_records", is(all.size()))
                .body("total_pages", is((all.size() + 1) / 2))
                .body("_links.next.href", is("/osdi/v1/people?page=2&per_page=2"))
                .body("_links.previous", nullValue())
                .body("_links['osdi:people']", hasSize(2));
        people.member(town);
        assertThat(client.ids("/people", 2).subList(0, all.size())).isEqualTo(all);
        var last = client.request()
                .queryParam("per_page", 100)
                .queryParam("filter", "created_date gt '2020-01-01'")
                .queryParam("page", 2)
                .get("/people")
                .then();
        last.statusCode(200)
                .body("per_page", is(25))
                .body("_embedded['osdi:people']", hasSize(0))
                .body("_links.next", nullValue())
                .body(
                        "_links.previous.href",
                        is("/osdi/v1/people?page=1&per_page=25&filter=created_date%20gt%20%272020-01-01%27"));
    }

    @Test
    void pages_do_not_go_deep() {
        var client = client("members:read");
        client.request().queryParam("page", 400).get("/people").then().statusCode(200);
        for (var page : List.of("401", "0", "-1")) {
            refused(client.request().queryParam("page", page).get("/people"), 422, "invalid-input");
        }
        refused(client.request().queryParam("per_page", 0).get("/people"), 422, "invalid-input");
        refused(client.request().queryParam("cursor", "x").get("/people"), 400, "unknown-parameter");
    }

    @Test
    void people_are_filtered_by_what_the_data_has() {
        var ada = people.member(town).id().toString();
        var since = Sql.value(
                String.class,
                "select to_char(since at time zone 'utc', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') from membership where member_id = ?",
                UUID.fromString(ada));
        var ben = people.member(town).id().toString();
        var client = client("members:read");
        assertThat(found(client, "identifier eq 'barnstorm:" + ada + "'")).containsExactly(ada);
        assertThat(found(client, "modified_date gt '" + since + "'"))
                .contains(ben)
                .doesNotContain(ada);
        assertThat(found(client, "created_date eq '" + since + "'")).containsExactly(ada);
        assertThat(found(client, "created_date lt '2020-01-01'")).isEmpty();
        refused(client.filtered("/people", "email_address eq 'ada@example.org'"), 400, "unsupported-filter")
                .body("detail", containsString("shown to nobody"));
    }

    private static List<String> found(OsdiClient client, String filter) {
        return OsdiClient.ids(client.filtered("/people", filter));
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, false", "LEAD, true", "ORGANISER, true", "TRAINER, true", "VERIFIER, false", "STEWARD, true"})
    void who_may_list_people(String role, boolean sees) {
        var ada = people.member(town).id().toString();
        var found = new OsdiClient(people.as(role, town)).ids("/people", 25);
        assertThat(found.contains(ada)).isEqualTo(sees);
    }

    @Test
    void it_takes_the_scope() {
        people.grow(town);
        var client = client("tasks:read", "groups:read", "members:write");
        refused(client.get("/people"), 403, "scope-missing").body("scope", is("members:read"));
        refused(client.get("/people/{id}", UUID.randomUUID()), 403, "scope-missing");
        refused(new OsdiClient(Integrators.program(Integrators.freshClient())).get("/people"), 403, "service-account");
    }

    @Test
    void an_app_of_others_shows_what_is_in_its_token_and_the_person_may_see() {
        var ada = people.member(town).id().toString();
        var lead = people.with(Role.LEAD, town);
        assertThat(new OsdiClient(Integrators.inOthersApp(lead, "members:read")).ids("/people", 25))
                .contains(ada);
        assertThat(new OsdiClient(Integrators.inOthersApp(people.member(town), "members:read")).ids("/people", 25))
                .isEmpty();
        refused(new OsdiClient(Integrators.inOthersApp(lead, "tasks:read")).get("/people"), 403, "scope-missing");
    }

    /** What a program looks at counts here as it does in the lists of members, and half a page would look like the last. */
    @Test
    void a_page_that_is_more_than_the_day_has_left_is_refused_whole() {
        for (var i = 0; i < 4; i++) people.member(town);
        var client = client("members:read");
        Trusting.budget(Budget.PEOPLE, 2);
        refused(client.get("/people"), 429, "budget-spent");
        assertThat(page(client, 1)).hasSize(2).isEqualTo(page(client, 1));
        refused(client.request().queryParam("per_page", 2).queryParam("page", 2).get("/people"), 429, "budget-spent");
        var seen = page(client, 1).get(0);
        client.get("/people/{id}", seen).statusCode(200);
        Trusting.everybody();
        assertThat(page(client, 2)).hasSize(2);
    }

    private static List<String> page(OsdiClient client, int number) {
        return OsdiClient.ids(client.request()
                .queryParam("per_page", 2)
                .queryParam("page", number)
                .get("/people")
                .then());
    }

    @AfterEach
    void trust_everybody_again() {
        Trusting.everybody();
    }

    @Test
    void a_page_takes_the_same_statements_however_many_are_on_it() {
        for (var i = 0; i < 8; i++) people.member(town + ".g" + i % 3);
        var program = Integrators.integration(people, town, "members:read");
        new OsdiClient(program).get("/people").statusCode(200);
        var one = statements(program, "/people?per_page=1");
        var many = statements(program, "/people?per_page=25");
        assertThat(many).hasSameSizeAs(one).hasSizeBetween(3, 14);
    }

    static List<String> statements(Person caller, String path) {
        var id = "osdi-" + UUID.randomUUID();
        var followed = Statements.follow(id);
        new OsdiClient(caller)
                .request()
                .header("X-Request-Id", id)
                .get(path)
                .then()
                .statusCode(200);
        return new ArrayList<>(followed);
    }

    @Test
    void nothing_is_shown_to_who_has_not_signed_in() {
        refused(Person.anonymous().basePath("/osdi/v1").get("/people"), 401, "unauthenticated");
        refused(people.outsider().request().basePath("/osdi/v1").get("/people"), 403, "forbidden");
        refused(
                Person.anonymous()
                        .basePath("/osdi/v1")
                        .header("OSDI-API-Token", "x.y.z")
                        .get("/people"),
                401,
                "unauthenticated");
    }

    private OsdiClient client(String... scopes) {
        return new OsdiClient(Integrators.integration(people, town, scopes));
    }
}
