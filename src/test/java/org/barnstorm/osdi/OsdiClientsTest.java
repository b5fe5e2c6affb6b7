package org.barnstorm.osdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.barnstorm.authority.Role;
import org.barnstorm.testing.Integrators;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.Test;

/** What two public clients of OSDI do, Parsons and Spoke, written down from reading them. */
@QuarkusTest
class OsdiClientsTest {
    @Inject
    People people;

    private final String town = People.freshTown();

    /** Parsons asks for one page after the other, takes the first list it finds in each, and stops at one that is empty. */
    @Test
    void parsons_reads_pages_until_one_is_empty() {
        var lead = people.with(Role.LEAD, town);
        var events = new ArrayList<String>();
        for (var i = 0; i < 27; i++) {
            events.add("barnstorm:" + Work.open(lead, OsdiClient.meeting(town, "No. " + i)));
        }
        var parsons = Integrators.integration(people, town, "tasks:read");
        var read = new ArrayList<String>();
        var pages = 0;
        for (var page = 1; ; page++) {
            Map<String, List<Map<String, Object>>> embedded = parsons(parsons)
                    .queryParam("page", page)
                    .queryParam("per_page", 25)
                    .get("/events")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("_embedded");
            var first = embedded.get(embedded.keySet().iterator().next());
            if (first.isEmpty()) break;
            pages++;
            first.forEach(event ->
                    read.add(((List<?>) event.get("identifiers")).get(0).toString()));
        }
        assertThat(pages).isEqualTo(2);
        assertThat(read).isEqualTo(events);
    }

    /** It sends a filter as OData, and whoever is upserted has an id of this system and two dates to compare. */
    @Test
    void parsons_upserts_people_and_filters_them() {
        people.grow(town);
        var parsons = Integrators.integration(people, town, "members:read", "members:write");
        var wanted = Map.of(
                "person",
                Map.of(
                        "email_addresses",
                        List.of(Map.of("address", "ada." + town + "@example.org")),
                        "given_name",
                        "Ada",
                        "postal_addresses",
                        List.of(Map.of("postal_code", "BN1 1AA")),
                        "custom_fields",
                        Map.of()));
        var added = upserted(parsons, wanted);
        assertThat(added.<String>path("created_date")).isEqualTo(added.path("modified_date"));
        var updated = upserted(parsons, wanted);
        assertThat(updated.<String>path("created_date")).isNotEqualTo(updated.path("modified_date"));
        assertThat(ours(updated)).isEqualTo(ours(added));
        parsons(parsons).get("/people/" + ours(added)).then().statusCode(200);
        parsons(parsons)
                .queryParam("filter", "modified_date gt '2014-03-25'")
                .get("/people")
                .then()
                .statusCode(200);
    }

    /** It says who attends by a link. */
    @Test
    void parsons_creates_an_attendance_by_a_link() {
        var event = Work.open(people.with(Role.LEAD, town), OsdiClient.meeting(town, "Stall"));
        var ada = people.member(town);
        var parsons = Integrators.integration(people, town, "assignments:write");
        var href = "https://barnstorm.example.org/osdi/v1/people/" + ada.id();
        parsons(parsons)
                .body(Map.of("_links", Map.of("osdi:person", Map.of("href", href))))
                .post("/events/" + event + "/attendances")
                .then()
                .statusCode(200)
                .body("status", is("needs action"));
    }

    /**
     * Spoke begins at the entry point, follows a link to the helper, and keeps what is behind the last colon of the first
     * identifier, from which it makes addresses of its own below the entry point. Tags it reads to offer them.
     */
    @Test
    void spoke_signs_up_and_keeps_the_identifier() {
        people.grow(town);
        var program = Integrators.integration(people, town, "members:read", "members:write", "tasks:read");
        var entry = spoke(program).get("").then().statusCode(200);
        assertThat(entry.extract().<Integer>path("max_pagesize")).isEqualTo(25);
        String tags = entry.extract().path("_links['osdi:tags'].href");
        List<?> links =
                at(program, tags).get("").then().statusCode(200).extract().path("_links['osdi:tags']");
        assertThat(links).isEmpty();
        String helper = entry.extract().path("_links['osdi:person_signup_helper'].href");
        var contact = Map.of(
                "person",
                Map.of(
                        "given_name",
                        "Ben",
                        "family_name",
                        "Bow",
                        "phone_numbers",
                        List.of(Map.of("number", "+15551234567", "number_type", "Mobile", "primary", true)),
                        "email_addresses",
                        List.of(Map.of("address", "ben." + town + "@example.org", "primary", true))));
        String identifier = at(program, helper)
                .body(contact)
                .post("")
                .then()
                .statusCode(200)
                .extract()
                .path("identifiers[0]");
        var kept = identifier.substring(identifier.lastIndexOf(':') + 1);
        spoke(program).get("/people/" + kept).then().statusCode(200).body("identifiers[0]", is(identifier));
    }

    private static Response upserted(Person parsons, Map<String, ?> wanted) {
        return parsons(parsons)
                .body(wanted)
                .post("/people")
                .then()
                .statusCode(200)
                .extract()
                .response();
    }

    private static String ours(Response person) {
        List<String> identifiers = person.path("identifiers");
        return identifiers.stream()
                .filter(each -> each.contains("barnstorm:"))
                .map(each -> each.split(":")[1])
                .findFirst()
                .orElseThrow();
    }

    /** Every request of it says JSON, those without a body too; what it accepts it leaves open. */
    private static RequestSpecification parsons(Person program) {
        return new OsdiClient(program).request().contentType(ContentType.JSON).accept("*/*");
    }

    private static RequestSpecification spoke(Person program) {
        return at(program, "/osdi/v1");
    }

    private static RequestSpecification at(Person program, String address) {
        return new OsdiClient(program)
                .request()
                .basePath(address)
                .contentType(ContentType.JSON)
                .accept("application/hal+json;q=1.0, application/json;q=0.8, text/html;q=0.5");
    }
}
