package org.barnstorm.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Problems.unseen;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Groups and open tasks by what is in view. Each test has a piece of the southern ocean for itself. */
@QuarkusTest
class MapResourceTest {
    /** Side of a cell at zoom 8. */
    private static final double CELL = 90.0 / 256;

    @Inject
    People people;

    private final String movement = People.freshMovement();
    private final String town = movement + ".town";
    private final double east = inACell(-480, 480);
    private final double north = inACell(-220, -115);

    @ParameterizedTest
    @CsvSource({"MEMBER, 200", "LEAD, 200", "ORGANISER, 200", "TRAINER, 200", "VERIFIER, 200", "STEWARD, 200"})
    void who_may_see_the_maps(String role, int status) {
        var person = people.as(role, town);
        person.get("/map/groups?bbox={box}&zoom=9", box(0.1)).statusCode(status);
        person.get("/map/tasks?bbox={box}&zoom=9", box(0.1)).statusCode(status);
    }

    @Test
    void a_group_is_a_feature_where_it_is() {
        place(town, east, north);
        people.newcomer()
                .get("/map/groups?bbox={box}&zoom=12", box(0.1))
                .statusCode(200)
                .contentType(startsWith("application/geo+json"))
                .body("type", is("FeatureCollection"))
                .body("features", hasSize(1))
                .body("features[0].type", is("Feature"))
                .body("features[0].geometry.type", is("Point"))
                .body("features[0].properties.count", is(1))
                .body("features[0].properties.group", is(town))
                .body("features[0].properties.name", is("Town"));
        assertIsAt(groups(12), east, north);
    }

    @Test
    void what_is_close_is_one_at_a_low_zoom_and_apart_at_a_high_one() {
        for (var i = 0; i < 3; i++) place(town + ".g" + i, east + i * 0.02, north);
        var far = groups(8);
        assertThat(far.getList("features")).hasSize(1);
        assertThat(far.getInt("features[0].properties.count")).isEqualTo(3);
        assertThat(far.getList("features[0].properties.ids")).hasSize(3);
        assertThat(far.getString("features[0].properties.name")).isNull();
        assertIsAt(far, east + 0.02, north);
        var near = groups(15, 0.06);
        assertThat(near.getList("features.properties.count")).containsExactly(1, 1, 1);
    }

    /** A cluster that changed with every step of the map would jump about, and no client could keep it. */
    @Test
    void clusters_stay_when_the_map_is_moved_a_little() {
        for (var i = 0; i < 3; i++) place(town + ".g" + i, east + i * 0.001, north);
        var one =
                people.newcomer().get("/map/groups?bbox={box}&zoom=8", box(0.1)).extract();
        var other = people.newcomer()
                .get("/map/groups?bbox={box}&zoom=8", box(0.11))
                .extract();
        assertThat(other.asString()).isEqualTo(one.asString());
    }

    @Test
    void a_map_goes_on_beyond_the_antimeridian() {
        place(town + ".west", 179.99, north);
        place(town + ".on", 180, north);
        place(town + ".east", -179.99, north);
        var found = people.newcomer()
                .get("/map/groups?bbox=179.9,{s},-179.9,{n}&zoom=13", number(north - 0.01), number(north + 0.01))
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(found.getList("features.properties.group"))
                .containsExactlyInAnyOrder(town + ".west", town + ".on", town + ".east");
        assertThat(found.getList("features.geometry.coordinates.flatten().findAll { it > 180 || it < -180 }"))
                .isEmpty();
    }

    @Test
    void a_group_that_became_part_of_another_is_not_on_it() {
        place(town, east, north);
        var into = Sql.value(UUID.class, "select id from local_group where path = ?", movement);
        Sql.run("update local_group set merged_into = ?, merged_at = now() where path = ?", into, town);
        try {
            assertThat(groups(12).getList("features")).isEmpty();
        } finally {
            Sql.run("update local_group set merged_into = null, merged_at = null where path = ?", town);
        }
    }

    @Test
    void tasks_are_those_that_one_sees() {
        var organiser = people.with(ORGANISER, town);
        var open = Work.open(organiser, wanted("MOVEMENT"));
        Work.open(organiser, wanted("GROUP"));
        Work.draft(organiser, wanted("MOVEMENT"));
        var beside = tasks(people.member(movement + ".beside"));
        assertThat(beside.getList("features.properties.ids.flatten()")).containsExactly(open.toString());
        assertThat(beside.getString("features[0].properties.name")).isEqualTo("Leaflets");
        assertThat(beside.getString("features[0].properties.group")).isEqualTo(town);
        assertThat(tasks(people.member(town)).getInt("features[0].properties.count"))
                .isEqualTo(2);
        assertThat(tasks(people.member(People.freshTown())).getList("features")).isEmpty();
        assertThat(tasks(people.newcomer()).getList("features")).isEmpty();
    }

    @Test
    void what_nobody_can_go_to_is_not_on_it_and_what_is_full_is() {
        var organiser = people.with(ORGANISER, town);
        var closed = Work.open(organiser, wanted("GROUP"));
        organiser.act("/tasks/{id}/close", closed).statusCode(200);
        var remote = wanted("GROUP");
        remote.put("remote", true);
        Work.open(organiser, remote);
        var wordsOnly = wanted("GROUP");
        wordsOnly.put("place", Map.of("name", "Level"));
        Work.open(organiser, wordsOnly);
        var over = Work.open(organiser, wanted("GROUP"));
        Sql.run(
                "update task set starts_at = now() - interval '2 hours', ends_at = now() - interval '1 hour',"
                        + " busy_until = now() - interval '1 hour' where id = ?",
                over);
        assertThat(tasks(organiser).getList("features")).isEmpty();
        var full = wanted("GROUP");
        full.put("capacity", 1);
        Work.claim(people.member(town), Work.open(organiser, full));
        assertThat(tasks(organiser).getList("features"))
                .as("there is a wait list")
                .hasSize(1);
    }

    /** It may be somebody's home. Smaller and smaller boxes must not find it either. */
    @Test
    void where_exactly_work_is_is_not_on_the_map() {
        var organiser = people.with(ORGANISER, town);
        var exact = wanted("MOVEMENT");
        exact.put("place", Map.of("name", "At Ada's", "location", point(east + 0.00432, north + 0.00321)));
        Work.open(organiser, exact);
        var member = people.member(town);
        for (var size : new double[] {0.1, 0.01, 0.0005}) {
            assertIsAt(tasks(member, 18 - (int) (size * 80), size), east, north);
        }
        var around = String.join(
                ",", number(east + 0.0042), number(north + 0.0031), number(east + 0.0044), number(north + 0.0033));
        member.get("/map/tasks?bbox={box}&zoom=18", around)
                .body("features", hasSize(0))
                .body(not(containsString("Ada")));
    }

    @Test
    void a_branch_is_asked_for_by_its_group() {
        var organiser = people.with(ORGANISER, town);
        Work.open(organiser, wanted("MOVEMENT"));
        people.grow(movement + ".beside");
        organiser.get("/map/tasks?bbox={box}&zoom=9&group={g}", box(0.1), town).body("features", hasSize(1));
        organiser
                .get("/map/tasks?bbox={box}&zoom=9&group={g}", box(0.1), movement)
                .body("features", hasSize(1));
        organiser
                .get("/map/tasks?bbox={box}&zoom=9&group={g}", box(0.1), movement + ".beside")
                .body("features", hasSize(0));
        unseen(organiser.get("/map/tasks?bbox={box}&zoom=9&group={g}", box(0.1), town + ".nowhere"));
    }

    @Test
    void who_has_it_already_gets_no_second_copy() {
        var person = people.member(town);
        place(town + ".here", east, north);
        for (var map : List.of("groups", "tasks")) {
            var address = "/map/" + map + "?bbox={box}&zoom=9";
            var tag = person.get(address, box(0.1)).extract().header("ETag");
            person.request()
                    .header("If-None-Match", tag)
                    .get(address, box(0.1))
                    .then()
                    .statusCode(304)
                    .header("ETag", is(tag))
                    .header("Cache-Control", startsWith("private, "))
                    .header("Vary", containsString("Authorization"))
                    .body(is(""));
            person.request()
                    .header("If-None-Match", "\"other\"")
                    .get(address, box(0.1))
                    .then()
                    .statusCode(200);
        }
        var before =
                person.get("/map/tasks?bbox={box}&zoom=9", box(0.1)).extract().header("ETag");
        Work.open(people.with(ORGANISER, town), wanted("GROUP"));
        person.request()
                .header("If-None-Match", before)
                .get("/map/tasks?bbox={box}&zoom=9", box(0.1))
                .then()
                .statusCode(200)
                .header("Cache-Control", is("private, no-cache"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"groups", "tasks"})
    void what_cannot_be_a_map_is_refused(String map) {
        var person = people.member(town);
        refused(person.get("/map/" + map + "?bbox=1,2,3&zoom=3"), 400, "malformed-box");
        refused(person.get("/map/" + map + "?bbox=0,2,1,1&zoom=3"), 400, "malformed-box");
        refused(person.get("/map/" + map + "?bbox=-180,-90,180,90&zoom=5"), 400, "box-too-large");
        refused(person.get("/map/" + map + "?bbox=0,0,1,1&zoom=19"), 422, "invalid-input");
        refused(person.get("/map/" + map + "?bbox=0,0,1,1&zoom=-1"), 422, "invalid-input");
        refused(person.get("/map/" + map + "?bbox=0,0,1,1"), 422, "invalid-input");
        refused(person.get("/map/" + map + "?zoom=3"), 422, "invalid-input");
        person.get("/map/" + map + "?bbox=-180,-90,180,90&zoom=4").statusCode(200);
    }

    /** Far enough from the cell's edges for what a test puts beside it. */
    private static double inACell(int least, int most) {
        return Math.round((ThreadLocalRandom.current().nextInt(least, most) * CELL + 0.15) * 100) / 100.0;
    }

    private void place(String path, double longitude, double latitude) {
        people.lead(path);
        if (path.startsWith(town + ".")) people.grow(town);
        people.lead(path)
                .post("/groups", Map.of("path", path, "name", "Town", "location", point(longitude, latitude)))
                .statusCode(201);
    }

    private JsonPath groups(int zoom) {
        return groups(zoom, 0.1);
    }

    private JsonPath groups(int zoom, double size) {
        return json(people.newcomer().get("/map/groups?bbox={box}&zoom=" + zoom, box(size)));
    }

    private JsonPath tasks(Person person) {
        return tasks(person, 9, 0.1);
    }

    private JsonPath tasks(Person person, int zoom, double size) {
        return json(person.get("/map/tasks?bbox={box}&zoom=" + zoom, box(size)));
    }

    private static JsonPath json(ValidatableResponse answer) {
        return answer.statusCode(200).extract().jsonPath();
    }

    /** The only feature of the map. */
    private static void assertIsAt(JsonPath map, double longitude, double latitude) {
        assertThat(map.getList("features")).hasSize(1);
        assertThat(map.getDouble("features[0].geometry.coordinates[0]")).isCloseTo(longitude, within(0.0001));
        assertThat(map.getDouble("features[0].geometry.coordinates[1]")).isCloseTo(latitude, within(0.0001));
    }

    /** So many degrees around the test's own place. */
    private String box(double size) {
        return String.join(",", number(east - size), number(north - size), number(east + size), number(north + size));
    }

    private static String number(double degrees) {
        return String.format(java.util.Locale.ROOT, "%.5f", degrees);
    }

    private static Map<String, Object> point(double longitude, double latitude) {
        return Map.of("type", "Point", "coordinates", List.of(longitude, latitude));
    }

    private Map<String, Object> wanted(String audience) {
        var start = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(10, ChronoUnit.DAYS);
        var wanted = new HashMap<>(Work.leaflets(town));
        wanted.put("title", "Leaflets");
        wanted.put("remote", false);
        wanted.put("capacity", 5);
        wanted.put("place", Map.of("name", "Level", "location", point(east, north)));
        wanted.put("startsAt", start.toString());
        wanted.put("endsAt", start.plus(2, ChronoUnit.HOURS).toString());
        wanted.put("audience", Map.of("who", audience));
        return wanted;
    }
}
