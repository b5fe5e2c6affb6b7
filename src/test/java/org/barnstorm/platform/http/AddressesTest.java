package org.barnstorm.platform.http;

import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values in paths and query strings. */
@QuarkusTest
class AddressesTest {
    @Inject
    People people;

    @ParameterizedTest
    @ValueSource(strings = {"7", "abc", "1-1-1-1-1", "0199d6f0-5f3c-7c55-9d0a-2f3f5d0c7c1", "null"})
    void a_malformed_id_is_400(String id) {
        Problems.refused(people.newcomer().get("/mandates/{id}", id), 400, "malformed-parameter");
    }

    @Test
    void an_id_of_nothing_is_404() {
        Problems.refused(people.newcomer().get("/mandates/{id}", UUID.randomUUID()), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UK", "uk.", ".uk", "uk..x", "u k", "uk_x", "-uk", "uk-", "ük", "uk%", "uk'--"})
    void a_malformed_path_of_a_group_is_400(String path) {
        Problems.refused(people.newcomer().get("/groups/{path}", path), 400, "malformed-path");
    }

    @Test
    void a_path_longer_than_any_group_has_is_400() {
        Problems.refused(people.newcomer().get("/groups/{path}", "a".repeat(300)), 400, "malformed-path");
    }

    @ParameterizedTest
    @CsvSource({
        "status, NOBODY, malformed-parameter",
        "status, active, malformed-parameter",
        "status, '', malformed-parameter",
        "limit, ten, malformed-parameter",
        "limit, 99999999999, malformed-parameter",
        "limit, 1.5, malformed-parameter",
        "cursor, x, invalid-cursor"
    })
    void a_malformed_parameter_is_400(String name, String value, String code) {
        var lead = people.lead(People.freshMovement());
        var movement = lead.get("/me/mandates").extract().<String>path("items[0].group");
        Problems.refused(lead.request().queryParam(name, value).get("/groups/{path}/members", movement), 400, code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "201", "2147483647"})
    void a_limit_out_of_range_is_refused(String limit) {
        Problems.refused(people.newcomer().get("/groups?limit=" + limit), 422, "invalid-input")
                .body("errors[0].pointer", containsString("limit"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "200"})
    void a_limit_in_range_is_taken(String limit) {
        people.newcomer().get("/groups?limit=" + limit).statusCode(200);
    }

    @Test
    void an_unknown_parameter_is_400_and_the_known_ones_are_named() {
        Problems.refused(people.newcomer().get("/groups?undr=uk"), 400, "unknown-parameter")
                .body("detail", containsString("undr"))
                .body("detail", containsString("under"));
    }

    @Test
    void an_operation_without_parameters_takes_none() {
        Problems.refused(people.newcomer().get("/me?limit=1"), 400, "unknown-parameter");
    }

    @Test
    void a_parameter_sent_twice_is_400() {
        Problems.refused(people.newcomer().get("/groups?under=uk&under=fr"), 400, "repeated-parameter");
    }

    @Test
    void a_nul_in_a_parameter_is_400() {
        Problems.refused(
                people.newcomer().request().urlEncodingEnabled(false).get("/groups?q=a%00b"),
                400,
                "malformed-parameter");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/groups/%00",
                "/groups/uk/task-kinds/a%00b",
                "/enrolments/0199d6f0-5f3c-7c55-9d0a-2f3f5d0c7c11/steps/%00"
            })
    void a_nul_in_the_path_is_400(String path) {
        Problems.refused(people.newcomer().request().urlEncodingEnabled(false).get(path), 400, "malformed-parameter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"near=here", "near=50.8", "near=91,0", "near=0,181", "near=1e1,2", "near=NaN,NaN"})
    void a_malformed_position_is_400(String query) {
        Problems.refused(people.newcomer().get("/groups?" + query), 400, "malformed-position");
    }
}
