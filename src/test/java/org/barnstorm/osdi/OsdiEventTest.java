package org.barnstorm.osdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Problems.unseen;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.authority.Role;
import org.barnstorm.testing.Drives;
import org.barnstorm.testing.Integrators;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events as OSDI has them: tasks with a time and a place; and tags, which are campaigns. */
@QuarkusTest
class OsdiEventTest {
    @Inject
    People people;

    private final String town = People.freshTown();

    @Test
    void a_task_with_a_time_and_a_place_is_an_event() {
        var wanted = OsdiClient.meeting(town, "Stall <on> the Level");
        wanted.put("instructions", "Meet at **10** & bring <script>alert(1)</script>");
        var id = Work.open(people.with(Role.LEAD, town), wanted);
        client("tasks:read")
                .get("/events/{id}", id)
                .statusCode(200)
                .contentType("application/hal+json")
                .body("identifiers", is(List.of("barnstorm:" + id)))
                .body("title", is("Stall <on> the Level"))
                .body("description", is("Meet at **10** &amp; bring &lt;script&gt;alert(1)&lt;/script&gt;"))
                .body("status", is("confirmed"))
                .body("start_date", is(wanted.get("startsAt")))
                .body("end_date", is(wanted.get("endsAt")))
                .body("capacity", is(3))
                .body("total_accepted", is(0))
                .body("location.venue", is("The Level"))
                .body("location.location.latitude", is(50.83f))
                .body("location.location.longitude", is(-0.13f))
                .body("_links.self.href", is("/osdi/v1/events/" + id))
                .body("_links['osdi:attendances'].href", is("/osdi/v1/events/" + id + "/attendances"))
                .body("_links['osdi:record_attendance_helper'].href", is("/osdi/v1/events/" + id + "/attendances"))
                .body("_links['osdi:tag']", nullValue());
    }

    @Test
    void drafts_and_what_has_no_time_or_no_place_are_none() {
        var lead = people.with(Role.LEAD, town);
        var draft = Work.draft(lead, OsdiClient.meeting(town, "Draft"));
        var anywhere = Work.open(lead, town, 1);
        var anytime = OsdiClient.meeting(town, "Any time");
        anytime.remove("startsAt");
        anytime.remove("endsAt");
        var whenever = Work.open(lead, anytime);
        var called = OsdiClient.meeting(town, "Call in");
        called.put("remote", true);
        var remote = Work.open(lead, called);
        var client = client("tasks:read", "tasks:write");
        assertThat(client.ids("/events", 25)).isEmpty();
        for (var id : List.of(draft, anywhere, whenever, remote)) unseen(client.get("/events/{id}", id));
    }

    @Test
    void a_cancelled_one_stays_and_says_so() {
        var lead = people.with(Role.LEAD, town);
        var id = Work.open(lead, OsdiClient.meeting(town, "Off"));
        lead.act("/tasks/{id}/cancel", id).statusCode(200);
        client("tasks:read").get("/events/{id}", id).statusCode(200).body("status", is("cancelled"));
    }

    @Test
    void the_part_of_the_tree_ends_where_the_integration_s_does() {
        var lead = people.lead(town);
        people.grow(town + ".below");
        people.grow(town);
        var below = Work.open(lead, OsdiClient.meeting(town + ".below", "Below"));
        var outside = town.substring(0, town.indexOf('.')) + ".beside";
        people.grow(outside);
        var beside = Work.open(lead, OsdiClient.meeting(outside, "Beside"));
        var client = client("tasks:read");
        assertThat(client.ids("/events", 25)).containsExactly(below.toString());
        unseen(client.get("/events/{id}", beside));
        unseen(client.get("/events/{id}", UUID.randomUUID()));
    }

    @Test
    void pages_and_filters() {
        var lead = people.with(Role.LEAD, town);
        var first = Work.open(lead, OsdiClient.meeting(town, "One")).toString();
        var second = Work.open(lead, OsdiClient.meeting(town, "Two")).toString();
        var third = Work.open(lead, OsdiClient.meeting(town, "Three")).toString();
        var client = client("tasks:read");
        assertThat(client.ids("/events", 2)).containsExactly(first, second, third);
        String changed = client.get("/events/{id}", third).extract().path("modified_date");
        assertThat(found(client, "modified_date ge '" + changed + "'")).containsExactly(third);
        Work.edit(lead, UUID.fromString(first), Map.of("title", "One more"));
        assertThat(found(client, "modified_date gt '" + changed + "'")).containsExactly(first);
        assertThat(found(client, "identifier eq 'barnstorm:" + second + "'")).containsExactly(second);
        assertThat(found(client, "start_date lt '2020-01-01'")).isEmpty();
        assertThat(found(client, "start_date gt '2020-01-01' and created_date gt '2020-01-01'"))
                .hasSize(3);
        client.filtered("/events", "start_date lt '2020-01-01'")
                .body("total_records", is(0))
                .body("total_pages", is(0));
        refused(client.filtered("/events", "title eq 'One'"), 400, "unsupported-filter");
    }

    private static List<String> found(OsdiClient client, String filter) {
        return OsdiClient.ids(client.filtered("/events", filter));
    }

    @Test
    void campaigns_are_tags_of_events() {
        var lead = people.with(Role.LEAD, town);
        var campaign = Drives.campaign(lead, town);
        var wanted = OsdiClient.meeting(town, "For it");
        wanted.put("campaignId", campaign);
        var event = Work.open(lead, wanted);
        var client = client("tasks:read");
        assertThat(client.ids("/tags", 25)).containsExactly(campaign.toString());
        String name =
                client.get("/tags/{id}", campaign).statusCode(200).extract().path("name");
        client.get("/tags").body("_embedded['osdi:tags'][0].name", is(name));
        client.get("/events/{id}", event).body("_links['osdi:tag'].href", is("/osdi/v1/tags/" + campaign));
        assertThat(OsdiClient.ids(client.filtered("/tags", "created_date lt '2020-01-01'")))
                .isEmpty();
        refused(client.filtered("/tags", "start_date lt '2020-01-01'"), 400, "unsupported-filter");
        var stranger = new OsdiClient(Integrators.integration(people, People.freshTown(), "tasks:read"));
        unseen(stranger.get("/tags/{id}", campaign));
        assertThat(stranger.ids("/tags", 25)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"MEMBER", "LEAD", "ORGANISER", "TRAINER", "VERIFIER", "STEWARD"})
    void who_may_list_events(String role) {
        var id = Work.open(people.with(Role.LEAD, town), OsdiClient.meeting(town, "Open"));
        assertThat(new OsdiClient(people.as(role, town)).ids("/events", 25)).containsExactly(id.toString());
        assertThat(new OsdiClient(people.newcomer()).ids("/events", 25)).isEmpty();
    }

    @Test
    void it_takes_the_scope() {
        people.grow(town);
        var client = client("members:read", "tasks:write");
        for (var path : List.of("/events", "/events/" + UUID.randomUUID(), "/tags", "/tags/" + UUID.randomUUID())) {
            refused(client.get(path), 403, "scope-missing").body("scope", is("tasks:read"));
        }
    }

    @Test
    void a_page_takes_the_same_statements_however_many_are_on_it() {
        var lead = people.with(Role.LEAD, town);
        for (var i = 0; i < 4; i++) Work.open(lead, OsdiClient.meeting(town, "No. " + i));
        var program = Integrators.integration(people, town, "tasks:read");
        OsdiPeopleTest.statements(program, "/events");
        var one = OsdiPeopleTest.statements(program, "/events?per_page=1");
        assertThat(OsdiPeopleTest.statements(program, "/events"))
                .hasSameSizeAs(one)
                .hasSizeBetween(3, 12);
    }

    private OsdiClient client(String... scopes) {
        return new OsdiClient(Integrators.integration(people, town, scopes));
    }
}
