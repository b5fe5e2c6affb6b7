package org.barnstorm.calendar;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.calendar.Feeds.get;
import static org.barnstorm.calendar.Feeds.path;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Problems.unseen;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.testing.Concurrently;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Links to calendars: made, replaced, revoked. */
@QuarkusTest
class CalendarResourceTest {
    private static final Map<String, ?> OWN = Map.of("detail", "TITLES");

    @Inject
    People people;

    @Inject
    MeterRegistry meters;

    private final String town = People.freshTown();

    @AfterEach
    void invariants_hold() {
        Invariants.hold();
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 201", "LEAD, 201", "ORGANISER, 201", "TRAINER, 201", "VERIFIER, 201", "STEWARD, 201"})
    void who_may_follow_a_group(String role, int status) {
        var person = people.as(role, town);
        person.post("/me/calendars", Map.of("group", town, "detail", "TITLES"))
                .statusCode(status)
                .body("group", is(town))
                .body("madeAt", notNullValue());
    }

    @Test
    void the_link_is_told_once_and_only_its_hash_is_kept() {
        var person = people.member(town);
        var link = Feeds.own(person, Detail.TITLES);
        var secret = link.substring(link.lastIndexOf('/') + 1).replace(".ics", "");
        person.get("/me/calendars")
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items.detail", contains("TITLES"))
                .body("items.link", everyItem(nullValue()))
                .body(not(containsString(secret)));
        var kept = Sql.column(String.class, "select cast(c as text) from calendar c where member_id = ?", person.id());
        assertThat(kept).singleElement().asString().doesNotContain(secret);
        var journal = Sql.column(
                String.class,
                "select cast(j as text) from journal j join calendar c on c.id = j.subject_id where c.member_id = ?",
                person.id());
        assertThat(journal).singleElement().asString().contains("calendar.made").doesNotContain(secret);
    }

    @Test
    void a_repeated_request_makes_one_calendar_and_does_not_tell_the_link_again() {
        var person = people.member(town);
        var key = UUID.randomUUID().toString();
        for (var first : List.of(true, false)) {
            person.request()
                    .header("Idempotency-Key", key)
                    .contentType("application/json")
                    .body(OWN)
                    .post("/me/calendars")
                    .then()
                    .statusCode(201)
                    .body("link", first ? notNullValue() : nullValue());
        }
        person.get("/me/calendars").body("items", hasSize(1));
    }

    @Test
    void whoever_has_the_link_reads_it_and_nothing_keeps_it_on_the_way() {
        var link = Feeds.own(people.member(town), Detail.TITLES);
        get(link)
                .then()
                .statusCode(200)
                .header("Content-Type", "text/calendar; charset=utf-8")
                .header("Cache-Control", "private, no-cache")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex")
                .header("ETag", notNullValue());
    }

    @Test
    void a_new_link_ends_the_one_of_before() {
        var person = people.member(town);
        var link = Feeds.own(person, Detail.TITLES);
        String id = person.get("/me/calendars").extract().path("items[0].id");
        String next = person.act("/me/calendars/{id}/rotate", id)
                .statusCode(200)
                .extract()
                .path("link");
        assertThat(next).isNotEqualTo(link);
        unread(link);
        get(next).then().statusCode(200);
        person.get("/me/calendars").body("items", hasSize(1));
    }

    @Test
    void a_revoked_link_leads_nowhere_and_does_not_come_back() {
        var person = people.member(town);
        var link = Feeds.own(person, Detail.TITLES);
        String id = person.get("/me/calendars").extract().path("items[0].id");
        person.delete("/me/calendars/{id}", id).statusCode(200).body("revokedAt", notNullValue());
        person.delete("/me/calendars/{id}", id).statusCode(200);
        unread(link);
        refused(person.act("/me/calendars/{id}/rotate", id), 409, "calendar-revoked");
        unread(link);
        var acts = Sql.column(
                String.class, "select type from journal where subject_id = ? order by seq", UUID.fromString(id));
        assertThat(acts).containsExactly("calendar.made", "calendar.revoked");
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 404", "LEAD, 404", "ORGANISER, 404", "TRAINER, 404", "VERIFIER, 404", "STEWARD, 404"})
    void who_may_touch_the_calendar_of_another(String role, int status) {
        var owner = people.member(town);
        var link = Feeds.own(owner, Detail.TITLES);
        String id = owner.get("/me/calendars").extract().path("items[0].id");
        var other = people.as(role, town);
        other.act("/me/calendars/{id}/rotate", id).statusCode(status);
        other.delete("/me/calendars/{id}", id).statusCode(status);
        other.get("/me/calendars").body("items", hasSize(0));
        get(link).then().statusCode(200);
    }

    @Test
    void there_are_only_so_many_however_many_are_asked_for_at_once() {
        var person = people.member(town);
        person.id();
        Concurrently.times(CalendarService.MOST + 5, () -> person.post("/me/calendars", OWN));
        while (live(person.id()) < CalendarService.MOST) person.post("/me/calendars", OWN);
        refused(person.post("/me/calendars", OWN), 409, "too-many-calendars");
        assertThat(live(person.id())).isEqualTo(CalendarService.MOST);
        String id = person.get("/me/calendars").extract().path("items[0].id");
        person.delete("/me/calendars/{id}", id).statusCode(200);
        person.post("/me/calendars", OWN).statusCode(201);
    }

    @Test
    void a_groups_calendar_has_one_form_and_needs_a_group() {
        var person = people.member(town);
        refused(person.post("/me/calendars", Map.of("group", town, "detail", "PLACES")), 422, "invalid-input")
                .body("errors[0].pointer", is("/detail"));
        refused(person.post("/me/calendars", Map.of()), 422, "invalid-input");
        unseen(person.post("/me/calendars", Map.of("group", town + ".nowhere", "detail", "TITLES")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/calendars/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.ics",
                "/calendars/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "/calendars/short.ics",
                "/calendars/.ics",
            })
    void an_address_that_nobody_made_leads_nowhere(String address) {
        refused(given().get(address), 404, "not-found");
    }

    @Test
    void an_address_is_in_no_metric() {
        var link = Feeds.own(people.member(town), Detail.TITLES);
        var secret = path(link).replaceAll("/calendars/|\\.ics", "");
        for (var i = 0; i < 3; i++) get(link).then().statusCode(200);
        assertThat(meters.getMeters())
                .extracting(meter -> meter.getId().toString())
                .anyMatch(name -> name.contains("barnstorm.calendars"))
                .noneMatch(name -> name.contains(secret));
    }

    private static long live(UUID member) {
        return Sql.value(
                Long.class, "select count(*) from calendar where member_id = ? and revoked_at is null", member);
    }

    /** What was revoked and what never was look alike. */
    private static void unread(String link) {
        refused(get(link), 404, "not-found");
    }
}
