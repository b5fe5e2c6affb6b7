package org.barnstorm.osdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Problems.unseen;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.authority.Role;
import org.barnstorm.testing.Integrators;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Attendances as OSDI has them: places in events, and asking people to take one. */
@QuarkusTest
class OsdiAttendanceTest {
    @Inject
    People people;

    private final String town = People.freshTown();

    @Test
    void whoever_has_a_place_attends() {
        var event = event();
        var ada = people.member(town);
        var hold = Work.claim(ada, event);
        var client = client("tasks:read");
        client.get("/events/{id}/attendances/{attendance}", event, hold)
                .statusCode(200)
                .body("identifiers", is(List.of("barnstorm:" + hold)))
                .body("status", is("accepted"))
                .body("attended", is(false))
                .body("_links['osdi:person'].href", is("/osdi/v1/people/" + ada.id()))
                .body("_links['osdi:event'].href", is("/osdi/v1/events/" + event));
        var text = client.get("/events/{id}/attendances", event)
                .statusCode(200)
                .body("total_records", is(1))
                .extract()
                .asString();
        assertThat(text).contains(hold.toString()).doesNotContain("given_name", "Mem");
        Work.complete(ada, hold);
        client.get("/events/{id}/attendances/{attendance}", event, hold).body("attended", is(true));
    }

    @Test
    void whoever_gives_it_back_does_not_and_pages_have_numbers() {
        var event = event();
        var ada = people.member(town);
        var gone = Work.claim(ada, event);
        ada.request()
                .queryParam("fence", Work.fence(ada, gone))
                .delete("/tasks/{id}/claim", event)
                .then()
                .statusCode(200);
        var stays = Work.claim(people.member(town), event);
        var client = client("tasks:read");
        assertThat(client.ids("/events/" + event + "/attendances", 1))
                .containsExactly(gone.toString(), stays.toString());
        client.get("/events/{id}/attendances/{attendance}", event, gone).body("status", is("cancelled"));
        String changed = client.get("/events/{id}/attendances/{attendance}", event, stays)
                .extract()
                .path("modified_date");
        assertThat(OsdiClient.ids(
                        client.filtered("/events/{id}/attendances", "modified_date ge '" + changed + "'", event)))
                .containsExactly(stays.toString());
    }

    @Test
    void recording_one_offers_a_place_and_the_person_says_yes() {
        var event = event();
        var ada = people.member(town);
        var client = client("assignments:write", "tasks:read");
        var body = new HashMap<>(OsdiClient.attendance(ada.id()));
        body.put("status", "accepted");
        var hold = OsdiSignupTest.id(client.post("/events/{id}/attendances", body, event)
                .body("status", is("needs action"))
                .body("attended", is(false)));
        ada.act("/assignments/{id}/accept", hold).statusCode(200);
        var again = client.post("/events/{id}/attendances", body, event);
        assertThat(OsdiSignupTest.id(again.body("status", is("accepted")))).isEqualTo(hold);
        assertThat(client.ids("/events/" + event + "/attendances", 25)).containsExactly(hold);
    }

    @Test
    void what_a_client_sends_besides_is_left_alone() {
        var ada = people.member(town);
        var body = new HashMap<>(OsdiClient.attendance(ada.id()));
        body.put("origin_system", "A form elsewhere");
        body.put("memberId", people.member(town).id());
        client("assignments:write", "tasks:read")
                .post("/events/{id}/attendances", body, event())
                .body("_links['osdi:person'].href", is("/osdi/v1/people/" + ada.id()));
    }

    @Test
    void declining_is_the_person_s_own() {
        var event = event();
        var ada = people.member(town);
        var client = client("assignments:write", "tasks:read");
        var hold = OsdiSignupTest.id(client.post("/events/{id}/attendances", OsdiClient.attendance(ada.id()), event));
        ada.post("/assignments/{id}/decline", Map.of(), hold).statusCode(200);
        client.get("/events/{id}/attendances/{attendance}", event, hold).body("status", is("declined"));
        var body = new HashMap<>(OsdiClient.attendance(ada.id()));
        body.put("status", "declined");
        body.put("attended", true);
        refused(client.post("/events/{id}/attendances", body, event), 422, "invalid-input")
                .body("errors.pointer", hasItems("/status", "/attended"));
        refused(client.post("/events/{id}/attendances", Map.of(), event), 422, "invalid-input");
        refused(
                client.post(
                        "/events/{id}/attendances", Map.of("person", Map.of("identifiers", List.of("other:1"))), event),
                422,
                "invalid-input");
    }

    @Test
    void a_link_says_who_and_so_does_the_id_of_a_signup() {
        var event = event();
        var client = client("assignments:write", "members:write", "members:read");
        var ada = people.member(town);
        var byLink = Map.of(
                "_links", Map.of("osdi:person", Map.of("href", "https://else.where/osdi/v1/people/" + ada.id())));
        client.post("/events/{id}/attendances", byLink, event)
                .statusCode(200)
                .body("_links['osdi:person'].href", is("/osdi/v1/people/" + ada.id()));
        var ben = people.newcomer();
        var signup = UUID.fromString(OsdiSignupTest.id(
                client.post("/people", OsdiClient.signup(ben.account().email()))));
        refused(client.post("/events/{id}/attendances", OsdiClient.attendance(signup), event), 409, "not-here-yet");
        ben.put("/groups/{path}/membership", town).statusCode(200);
        client.post("/events/{id}/attendances", OsdiClient.attendance(signup), event)
                .statusCode(200)
                .body("_links['osdi:person'].href", is("/osdi/v1/people/" + ben.id()));
    }

    @Test
    void what_the_task_refuses_is_refused_here() {
        var lead = people.with(Role.LEAD, town);
        var wanted = OsdiClient.meeting(town, "One place");
        wanted.put("capacity", 1);
        var event = Work.open(lead, wanted);
        var client = client("assignments:write");
        var path = "/events/{id}/attendances";
        refused(client.post(path, OsdiClient.attendance(people.newcomer().id()), event), 409, "not-a-member");
        refused(client.post(path, OsdiClient.attendance(UUID.randomUUID()), event), 409, "not-a-member");
        Work.claim(people.member(town), event);
        refused(client.post(path, OsdiClient.attendance(people.member(town).id()), event), 409, "task-full");
        lead.act("/tasks/{id}/close", event).statusCode(200);
        refused(client.post(path, OsdiClient.attendance(people.member(town).id()), event), 409, "task-not-open");
        unseen(client.post(path, OsdiClient.attendance(people.member(town).id()), UUID.randomUUID()));
        var draft = Work.draft(lead, OsdiClient.meeting(town, "Draft"));
        unseen(client.post(path, OsdiClient.attendance(people.member(town).id()), draft));
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 403", "LEAD, 200", "ORGANISER, 200", "TRAINER, 403", "VERIFIER, 403", "STEWARD, 403"})
    void who_may_ask_people(String role, int status) {
        var event = event();
        var client = new OsdiClient(people.as(role, town));
        client.post(
                        "/events/{id}/attendances",
                        OsdiClient.attendance(people.member(town).id()),
                        event)
                .statusCode(status);
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 403", "LEAD, 200", "ORGANISER, 200", "TRAINER, 403", "VERIFIER, 200", "STEWARD, 403"})
    void who_may_see_who_comes(String role, int status) {
        var event = event();
        var hold = Work.claim(people.member(town), event);
        var client = new OsdiClient(people.as(role, town));
        client.get("/events/{id}/attendances", event).statusCode(status);
        client.get("/events/{id}/attendances/{attendance}", event, hold).statusCode(status);
    }

    @Test
    void it_takes_the_scopes() {
        var event = event();
        var reader = client("tasks:read");
        refused(
                        reader.post("/events/{id}/attendances", OsdiClient.attendance(UUID.randomUUID()), event),
                        403,
                        "scope-missing")
                .body("scope", is("assignments:write"));
        refused(client("assignments:write").get("/events/{id}/attendances", event), 403, "scope-missing");
        unseen(reader.get("/events/{id}/attendances/{attendance}", event, UUID.randomUUID()));
    }

    @Test
    void another_part_of_the_tree_is_not_there() {
        var event = event();
        var hold = Work.claim(people.member(town), event);
        var other = new OsdiClient(Integrators.integration(people, People.freshTown(), Integrators.EVERYTHING));
        unseen(other.get("/events/{id}/attendances", event));
        unseen(other.get("/events/{id}/attendances/{attendance}", event, hold));
        unseen(other.post(
                "/events/{id}/attendances",
                OsdiClient.attendance(people.member(town).id()),
                event));
        var elsewhere = Work.open(people.lead(town), OsdiClient.meeting(town, "Other event"));
        unseen(client("tasks:read").get("/events/{id}/attendances/{attendance}", elsewhere, hold));
    }

    @Test
    void a_key_makes_it_safe_to_repeat() {
        var event = event();
        var client = client("assignments:write");
        var key = "k" + UUID.randomUUID();
        var body = OsdiClient.attendance(people.member(town).id());
        var first = keyed(client, key, event, body);
        assertThat(keyed(client, key, event, body)).isEqualTo(first);
        refused(
                client.request()
                        .header("Idempotency-Key", key)
                        .contentType("application/json")
                        .body(OsdiClient.attendance(people.member(town).id()))
                        .post("/events/{id}/attendances", event),
                422,
                "key-reused");
    }

    private static String keyed(OsdiClient client, String key, UUID event, Object body) {
        return OsdiSignupTest.id(client.request()
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post("/events/{id}/attendances", event)
                .then());
    }

    private UUID event() {
        return Work.open(people.with(Role.LEAD, town), OsdiClient.meeting(town, "Stall"));
    }

    private OsdiClient client(String... scopes) {
        return new OsdiClient(Integrators.integration(people, town, scopes));
    }
}
