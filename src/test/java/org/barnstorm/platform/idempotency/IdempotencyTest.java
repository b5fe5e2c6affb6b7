package org.barnstorm.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.authority.Role;
import org.barnstorm.testing.Concurrently;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One key makes at most one thing (I-15). */
@QuarkusTest
class IdempotencyTest {
    @Inject
    People people;

    final String town = People.freshTown();
    final String key = UUID.randomUUID().toString();

    private Response send(Person person, String key, String title) {
        var course = Map.of("group", town, "title", title, "description", "Listen, ask, follow up.");
        return person.request()
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(course)
                .post("/courses");
    }

    @Test
    void a_repeat_makes_nothing_and_answers_the_first_status_with_the_thing() {
        var lead = people.with(Role.LEAD, town);
        String id = send(lead, key, "Organiser 101")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        send(lead, key, "Organiser 101").then().statusCode(201).body("id", is(id));
        lead.get("/courses?group=" + town).body("items.size()", is(1));
    }

    @Test
    void a_repeat_shows_the_thing_as_it_is_now() {
        var lead = people.with(Role.LEAD, town);
        var first = send(lead, key, "Organiser 101").then().statusCode(201);
        String id = first.extract().path("id");
        lead.patch("/courses/{id}", first.extract().header("ETag"), Map.of("title", "Organiser 102"), id)
                .statusCode(200);
        send(lead, key, "Organiser 101")
                .then()
                .statusCode(201)
                .body("id", is(id))
                .body("title", is("Organiser 102"));
    }

    @Test
    void the_same_key_for_another_body_is_refused() {
        var lead = people.with(Role.LEAD, town);
        send(lead, key, "Organiser 101").then().statusCode(201);
        Problems.refused(send(lead, key, "Organiser 102"), 422, "key-reused");
    }

    @Test
    void the_same_key_at_another_address_is_refused() {
        var lead = people.with(Role.LEAD, town);
        send(lead, key, "Organiser 101").then().statusCode(201);
        var invitation = Map.of("memberId", people.newcomer().id());
        Problems.refused(
                lead.request()
                        .contentType(ContentType.JSON)
                        .header("Idempotency-Key", key)
                        .body(invitation)
                        .post("/groups/{path}/members", town),
                422,
                "key-reused");
    }

    @Test
    void another_person_has_keys_of_their_own() {
        var one = send(people.with(Role.LEAD, town), key, "Organiser 101");
        var two = send(people.with(Role.LEAD, town), key, "Organiser 101");
        one.then().statusCode(201);
        two.then().statusCode(201).body("id", org.hamcrest.Matchers.not(equalTo(one.path("id"))));
    }

    @Test
    void a_refused_request_leaves_its_key_free() {
        var trainer = people.with(Role.TRAINER, town);
        Problems.refused(send(trainer, key, "Organiser 101"), 403, "no-mandate");
        people.appoint(trainer, Role.LEAD, town);
        send(trainer, key, "Organiser 101").then().statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"has space", "ä"})
    void a_malformed_key_is_400(String malformed) {
        Problems.refused(send(people.newcomer(), malformed, "Organiser 101"), 400, "malformed-key");
    }

    @Test
    void a_key_that_is_too_long_is_400() {
        Problems.refused(send(people.newcomer(), "k".repeat(256), "Organiser 101"), 400, "malformed-key");
    }

    @Test
    void of_many_requests_with_one_key_at_once_one_makes_the_thing() {
        var lead = people.with(Role.LEAD, town);
        var answers = Concurrently.times(12, () -> send(lead, key, "Organiser 101"));
        assertThat(answers)
                .extracting(Response::statusCode)
                .isSubsetOf(201, 409)
                .contains(201);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 409)
                .allSatisfy(answer -> assertThat(answer.header("Retry-After")).isNotNull());
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 201)
                .extracting(answer -> answer.<String>path("id"))
                .containsOnly(answers.stream()
                        .filter(answer -> answer.statusCode() == 201)
                        .findFirst()
                        .orElseThrow()
                        .<String>path("id"));
        lead.get("/courses?group=" + town).body("items.size()", is(1));
        Invariants.hold();
    }
}
