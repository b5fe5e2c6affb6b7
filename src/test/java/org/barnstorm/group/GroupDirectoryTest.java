package org.barnstorm.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Problems;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Finding groups. */
@QuarkusTest
class GroupDirectoryTest {
    private record Town(String slug, String name, double latitude, double longitude) {}

    private static final List<Town> TOWNS = List.of(
            new Town("brighton", "Brighton Pavilion", 50.84, -0.15),
            new Town("hove", "Hove & Portslade", 50.83, -0.2),
            new Town("london", "London 100%", 51.51, -0.13),
            new Town("paris", "Paris_Centre", 48.86, 2.35),
            new Town("suva", "Suva", -18.14, 178.44),
            new Town("apia", "Apia", -13.83, -171.76),
            new Town("alert", "Alert", 82.5, -62.35));

    @Inject
    People people;

    final String region = People.freshTown();
    Person reader;

    @BeforeEach
    void grow() {
        people.grow(region);
        reader = people.newcomer();
        var lead = people.lead(region);
        for (var town : TOWNS) {
            var place = Map.of("type", "Point", "coordinates", List.of(town.longitude, town.latitude));
            lead.post("/groups", Map.of("path", region + '.' + town.slug, "name", town.name, "location", place))
                    .statusCode(201);
        }
        lead.post("/groups", Map.of("path", region + ".online", "name", "Online", "joinPolicy", "REQUEST"))
                .statusCode(201);
    }

    private RequestSpecification under() {
        return reader.request().queryParam("under", region);
    }

    @Test
    void the_whole_branch_by_path() {
        under().get("/groups")
                .then()
                .statusCode(200)
                .body("items.size()", is(TOWNS.size() + 2))
                .body("items[0].path", is(region))
                .body("items[1].path", is(region + ".alert"));
    }

    @Test
    void a_branch_that_does_not_exist_is_empty() {
        reader.get("/groups?under=" + People.freshTown()).statusCode(200).body("items", is(empty()));
    }

    @Test
    void a_branch_is_not_its_namesakes() {
        people.lead(region)
                .post("/groups", Map.of("path", region + ".hove-north", "name", "Hove North"))
                .statusCode(201);
        reader.get("/groups?under=" + region + ".hove").body("items.path", is(List.of(region + ".hove")));
    }

    @ParameterizedTest
    @CsvSource({
        "hove, hove",
        "HOVE, hove",
        "& p, hove",
        "100%, london",
        "%, london",
        "_, paris",
        "s_c, paris",
        "'  ', ''",
        "\\, ''",
        "x' or 1=1 --, ''",
        "%%, ''"
    })
    void by_part_of_the_name_taken_as_it_is_written(String words, String slug) {
        var expected = slug.isEmpty() ? List.of() : List.of(region + '.' + slug);
        under().queryParam("q", words).get("/groups").then().statusCode(200).body("items.path", is(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"50.83,-0.14", "51.51,-0.13", "-17.5,-179.9", "90,0", "-90,0", "0,180", "82.5,117.65"})
    void nearest_first_with_the_right_kilometres(String near) {
        var from = near.split(",");
        var latitude = Double.parseDouble(from[0]);
        var longitude = Double.parseDouble(from[1]);
        var found = under().queryParam("near", near)
                .queryParam("within", "20100")
                .get("/groups")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        var expected = TOWNS.stream()
                .sorted(Comparator.comparingDouble(town -> km(latitude, longitude, town)))
                .toList();
        assertThat(found.getList("items.name"))
                .containsExactlyElementsOf(expected.stream().map(Town::name).toList());
        for (int i = 0; i < expected.size(); i++) {
            assertThat(found.getDouble("items[" + i + "].distanceKm"))
                    .isCloseTo(km(latitude, longitude, expected.get(i)), within(0.06));
        }
    }

    @Test
    void london_to_paris_is_what_an_atlas_says() {
        var km = under().queryParam("near", "51.51,-0.13")
                .queryParam("within", "400")
                .queryParam("q", "paris")
                .get("/groups")
                .jsonPath()
                .getDouble("items[0].distanceKm");
        assertThat(km).isCloseTo(344, within(1.0));
    }

    @Test
    void no_farther_than_asked() {
        under().queryParam("near", "50.83,-0.14")
                .queryParam("within", "10")
                .get("/groups")
                .then()
                .body("items.name", is(List.of("Brighton Pavilion", "Hove & Portslade")));
    }

    @Test
    void across_the_date_line() {
        under().queryParam("near", "-17,-179")
                .queryParam("within", "1000")
                .get("/groups")
                .then()
                .body("items.name", is(List.of("Suva", "Apia")));
    }

    @Test
    void a_group_without_a_place_is_near_nobody() {
        under().queryParam("near", "0,0")
                .queryParam("within", "20100")
                .queryParam("q", "online")
                .get("/groups")
                .then()
                .body("items", is(empty()));
    }

    @Test
    void nearest_first_in_pages() {
        var names = new ArrayList<String>();
        String cursor = null;
        do {
            var request = under().queryParam("near", "50.83,-0.14")
                    .queryParam("within", "20100")
                    .queryParam("limit", 2);
            if (cursor != null) request.queryParam("cursor", cursor);
            var page = request.get("/groups").then().statusCode(200).extract();
            names.addAll(page.path("items.name"));
            cursor = page.path("next");
        } while (cursor != null);
        assertThat(names)
                .containsExactlyElementsOf(TOWNS.stream()
                        .sorted(Comparator.comparingDouble(town -> km(50.83, -0.14, town)))
                        .map(Town::name)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "20101", "NaN", "Infinity"})
    void a_radius_that_is_none_is_refused(String within) {
        Problems.refused(
                under().queryParam("near", "0,0").queryParam("within", within).get("/groups"), 422, "invalid-input");
    }

    @Test
    void too_many_words_are_refused() {
        Problems.refused(under().queryParam("q", "x".repeat(101)).get("/groups"), 422, "invalid-input");
    }

    @Test
    void everybody_signed_in_may_look() {
        people.newcomer().get("/groups?limit=1").statusCode(200).body("items", notNullValue());
    }

    /** By the chord between two unit vectors: another formula than the one in the query. */
    private static double km(double latitude, double longitude, Town town) {
        var a = vector(latitude, longitude);
        var b = vector(town.latitude, town.longitude);
        var chord = Math.sqrt(Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
        return 2 * 6371.0088 * Math.asin(Math.min(1, chord / 2));
    }

    private static double[] vector(double latitude, double longitude) {
        var phi = Math.toRadians(latitude);
        var lambda = Math.toRadians(longitude);
        return new double[] {Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)};
    }
}
