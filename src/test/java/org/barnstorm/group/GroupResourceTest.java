package org.barnstorm.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.barnstorm.authority.Role;
import org.barnstorm.testing.Concurrently;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class GroupResourceTest {
    @Inject
    People people;

    final String town = People.freshTown();
    final String movement = town.substring(0, town.indexOf('.'));

    private static Map<String, Object> group(String path) {
        return new HashMap<>(Map.of("path", path, "name", "A group"));
    }

    @Test
    void the_admin_makes_a_movement() {
        var fresh = People.freshMovement();
        people.admin()
                .post("/groups", group(fresh))
                .statusCode(201)
                .header("ETag", is("\"0\""))
                .body("path", is(fresh))
                .body("joinPolicy", is("OPEN"))
                .body("zone", is("UTC"))
                .body("id", notNullValue());
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 403", "LEAD, 403", "ORGANISER, 403", "TRAINER, 403", "VERIFIER, 403", "STEWARD, 403"})
    void who_may_make_a_movement(String role, int status) {
        Problems.refused(people.as(role, town).post("/groups", group(People.freshMovement())), status, "admin-only");
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 403", "LEAD, 201", "ORGANISER, 403", "TRAINER, 403", "VERIFIER, 403", "STEWARD, 403"})
    void who_may_make_a_group(String role, int status) {
        people.as(role, town).post("/groups", group(town + ".hove")).statusCode(status);
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 403", "LEAD, 200", "ORGANISER, 403", "TRAINER, 403", "VERIFIER, 403", "STEWARD, 403"})
    void who_may_edit(String role, int status) {
        people.as(role, town)
                .patch("/groups/{path}", "\"0\"", Map.of("name", "Another name"), town)
                .statusCode(status);
    }

    @Test
    void a_lead_makes_groups_below_their_own_only() {
        var lead = people.with(Role.LEAD, town);
        lead.post("/groups", group(town + ".hove")).statusCode(201);
        lead.post("/groups", group(town + ".hove.west")).statusCode(201);
        Problems.refused(lead.post("/groups", group(movement + ".beside")), 403, "no-mandate");
    }

    @Test
    void a_group_takes_its_habits_from_the_one_above() {
        var lead = people.with(Role.LEAD, town);
        lead.patch("/groups/{path}", "\"0\"", Map.of("joinPolicy", "REQUEST", "zone", "Europe/London"), town)
                .statusCode(200);
        lead.post("/groups", group(town + ".hove"))
                .statusCode(201)
                .body("joinPolicy", is("REQUEST"))
                .body("zone", is("Europe/London"));
    }

    @Test
    void everything_about_it_is_kept() {
        var wanted = group(town + ".hove");
        wanted.putAll(Map.of("joinPolicy", "INVITATION", "zone", "Europe/London", "electorate", 73000));
        wanted.putAll(Map.of(
                "externalId", "E14001130", "location", Map.of("type", "Point", "coordinates", List.of(-0.14, 50.83))));
        people.with(Role.LEAD, town).post("/groups", wanted).statusCode(201);
        people.newcomer()
                .get("/groups/{path}", town + ".hove")
                .statusCode(200)
                .body("joinPolicy", is("INVITATION"))
                .body("zone", is("Europe/London"))
                .body("electorate", is(73000))
                .body("externalId", is("E14001130"))
                .body("location.type", is("Point"))
                .body("location.coordinates[1]", is(50.83f))
                .body("distanceKm", nullValue());
    }

    @Test
    void a_group_exists_once() {
        Problems.refused(people.admin().post("/groups", group(movement())), 409, "group-exists");
    }

    @Test
    void the_group_above_comes_first() {
        var lead = people.with(Role.LEAD, town);
        Problems.refused(lead.post("/groups", group(town + ".nowhere.hove")), 409, "no-group-above");
    }

    @Test
    void a_group_that_does_not_exist_is_404() {
        Problems.unseen(people.newcomer().get("/groups/{path}", People.freshTown()));
        Problems.unseen(people.newcomer().patch("/groups/{path}", "\"0\"", Map.of("name", "x"), People.freshTown()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"Point\",\"coordinates\":[0,91]}",
                "{\"type\":\"Point\",\"coordinates\":[181,0]}",
                "{\"type\":\"Point\",\"coordinates\":[0]}",
                "{\"type\":\"Point\",\"coordinates\":[0,0,0]}",
                "{\"type\":\"Point\",\"coordinates\":[null,0]}",
                "{\"type\":\"Polygon\",\"coordinates\":[0,0]}",
                "{\"coordinates\":[0,0]}",
                "{\"type\":\"Point\"}"
            })
    void a_place_that_is_none_is_400(String point) {
        var body = "{\"path\":\"" + town + ".hove\",\"name\":\"Hove\",\"location\":" + point + "}";
        Problems.refused(people.newcomer().post("/groups", body), 400, "malformed-point");
    }

    @Test
    void emptying_a_place_empties_it() {
        var lead = people.with(Role.LEAD, town);
        var place = Map.of("location", Map.of("type", "Point", "coordinates", List.of(0.5, 51.5)));
        var etag = lead.patch("/groups/{path}", "\"0\"", place, town)
                .statusCode(200)
                .extract()
                .header("ETag");
        lead.patch("/groups/{path}", etag, "{\"location\":null}", town)
                .statusCode(200)
                .body("location", nullValue());
    }

    @Test
    void the_same_group_made_by_many_at_once_is_made_once() {
        var lead = people.with(Role.LEAD, town);
        var statuses = Concurrently.times(
                8, () -> lead.post("/groups", group(town + ".hove")).extract().statusCode());
        assertThat(statuses).containsOnly(201, 409).containsOnlyOnce(201);
        Invariants.hold();
    }

    private String movement() {
        people.grow(movement);
        return movement;
    }
}
