package org.barnstorm.platform.http;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Refusals that no use case makes. */
@QuarkusTest
class RouterProblemsTest {
    @Inject
    People people;

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/me/nothing", "/groups/a/b/c", "/"})
    void an_unknown_address_in_the_api_is_a_problem(String path) {
        Problems.refused(people.newcomer().get(path), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/api", "/api/v2/me", "/q/health", "/q/dev-ui"})
    void an_unknown_address_outside_the_api_is_a_problem(String path) {
        Problems.refused(Person.anonymous().basePath("").get(path), 404, "not-found");
    }

    @ParameterizedTest
    @CsvSource({"DELETE, /me, GET", "PUT, /groups, GET", "DELETE, /groups/x, PATCH", "GET, /groups/x/membership, PUT"})
    void a_method_that_an_address_does_not_answer_is_405_with_the_ones_it_does(
            String method, String path, String allowed) {
        Problems.refused(people.newcomer().request().request(method, path), 405, "method-not-allowed")
                .header("Allow", containsString(allowed));
    }

    @Test
    void trace_is_not_answered() {
        Problems.refused(people.newcomer().request().request("TRACE", "/me"), 405, "method-not-allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded"})
    void a_body_of_another_type_is_415(String type) {
        Problems.refused(
                people.newcomer().request().contentType(type).body("x").post("/groups"), 415, "unsupported-media-type");
    }

    @Test
    void a_merge_patch_says_that_it_is_one() {
        Problems.refused(
                people.newcomer()
                        .request()
                        .contentType(ContentType.JSON)
                        .body("{}")
                        .patch("/me"),
                415,
                "unsupported-media-type");
    }

    @Test
    void an_answer_that_nobody_can_make_is_406() {
        Problems.refused(people.newcomer().request().accept("image/png").get("/me"), 406, "not-acceptable");
    }

    @Test
    void an_answer_of_one_shape_or_another_is_406_too() {
        var request = people.newcomer().request().accept("image/png").contentType(ContentType.JSON);
        Problems.refused(
                request.body(Map.of("memberId", UUID.randomUUID())).post("/tasks/{id}/assignments", UUID.randomUUID()),
                406,
                "not-acceptable");
    }

    @Test
    void without_a_token_the_answer_says_how_to_sign_in() {
        Problems.refused(Person.anonymous().get("/me"), 401, "unauthenticated")
                .header("WWW-Authenticate", is("Bearer"));
    }

    @Test
    void with_a_bad_token_the_answer_says_that_it_is_bad() {
        Problems.refused(Person.withToken("abc.def.ghi").get("/me"), 401, "unauthenticated")
                .header("WWW-Authenticate", allOf(startsWith("Bearer"), containsString("error=\"invalid_token\"")));
    }

    @Test
    void a_bad_token_is_a_problem_wherever_it_is_sent() {
        Problems.refused(Person.withToken("abc.def.ghi").basePath("").get("/nothing"), 401, "unauthenticated");
        Problems.refused(Person.withToken("abc.def.ghi").get("/nothing"), 401, "unauthenticated");
    }

    @Test
    void another_scheme_is_not_a_token() {
        Problems.refused(
                Person.anonymous().header("Authorization", "Basic YTpi").get("/me"), 401, "unauthenticated");
    }

    @Test
    void an_account_without_the_role_member_may_not() {
        Problems.refused(people.outsider().get("/me"), 403, "forbidden");
    }

    @Test
    void a_callers_own_request_id_comes_back() {
        people.newcomer()
                .request()
                .header("X-Request-Id", "shift-42:a.b_c")
                .get("/groups/nowhere")
                .then()
                .header("X-Request-Id", is("shift-42:a.b_c"))
                .body("instance", endsWith("shift-42:a.b_c"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"has space", "<script>", "äöü", "a/b"})
    void a_harmful_request_id_is_replaced(String id) {
        people.newcomer()
                .request()
                .header("X-Request-Id", id)
                .get("/me")
                .then()
                .header("X-Request-Id", org.hamcrest.Matchers.matchesPattern("[0-9a-f-]{36}"));
    }

    @Test
    void answers_are_neither_sniffed_nor_cached() {
        people.newcomer()
                .get("/me")
                .header("X-Content-Type-Options", is("nosniff"))
                .header("Cache-Control", is("no-store"));
    }

    @Test
    void no_other_origin_is_let_in() {
        people.newcomer()
                .request()
                .header("Origin", "https://evil.example")
                .get("/me")
                .then()
                .header("Access-Control-Allow-Origin", org.hamcrest.Matchers.nullValue());
    }
}
