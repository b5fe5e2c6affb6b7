package org.barnstorm.platform.http;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.Assertions;
import org.barnstorm.testing.ContractFilter;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Problems;
import org.barnstorm.testing.TestIssuer;
import org.barnstorm.testing.TestStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What we read, and what we refuse to (T-26 to T-29). */
@QuarkusTest
class BodiesTest {
    private static final int LIMIT = 256 * 1024;

    @Inject
    People people;

    private ValidatableResponse send(String body) {
        return people.newcomer()
                .request()
                .contentType(ContentType.JSON)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/groups")
                .then();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"path\":}",
                "{\"path\":\"a\",}",
                "{'path':'a'}",
                "{\"path\":\"a\",\"name\":NaN}",
                "{\"path\":\"a\",\"name\":\"b\"} x",
                "{\"path\":\"a\",\"name\":\"b\"}{}",
                "nonsense",
                "// comment\n{}"
            })
    void broken_json_is_400(String body) {
        Problems.refused(send(body), 400, "malformed-json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"text\"", "7", "[{}]", "true"})
    void json_of_another_shape_is_400(String body) {
        Problems.refused(send(body), 400, "malformed-json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null"})
    void a_missing_body_is_refused(String body) {
        var answer = send(body);
        Assertions.assertThat(answer.extract().statusCode()).isIn(400, 422);
        answer.contentType(containsString("problem+json"));
    }

    @Test
    void an_unknown_field_is_named() {
        Problems.refused(send("{\"path\":\"a\",\"name\":\"b\",\"nmae\":1}"), 400, "malformed-json")
                .body("errors[0].pointer", is("/nmae"))
                .body("errors[0].detail", containsString("nmae"));
    }

    @Test
    void a_field_sent_twice_is_400() {
        Problems.refused(send("{\"path\":\"a\",\"name\":\"b\",\"name\":\"c\"}"), 400, "malformed-json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"path\":\"a\",\"name\":\"b\",\"joinPolicy\":\"SOMETIMES\"} | /joinPolicy",
                "{\"path\":\"a\",\"name\":\"b\",\"joinPolicy\":0}             | /joinPolicy",
                "{\"path\":\"a\",\"name\":\"b\",\"electorate\":\"many\"}      | /electorate",
                "{\"path\":\"a\",\"name\":\"b\",\"electorate\":1.5}           | /electorate",
                "{\"path\":\"a\",\"name\":\"b\",\"electorate\":99999999999}   | /electorate",
                "{\"path\":\"a\",\"name\":\"b\",\"electorate\":1e400}         | /electorate",
                "{\"path\":\"a\",\"name\":\"b\",\"zone\":\"Mars/Olympus\"}    | /zone",
                "{\"path\":\"a\",\"name\":7}                                  | /name",
                "{\"path\":\"a\",\"name\":{}}                                 | /name"
            })
    void a_value_of_the_wrong_type_is_400_and_its_place_is_named(String body, String pointer) {
        Problems.refused(send(body), 400, "malformed-json").body("errors[0].pointer", is(pointer));
    }

    @Test
    void a_value_that_breaks_a_rule_is_422_and_its_place_is_named() {
        Problems.refused(send("{\"path\":\"a\",\"name\":\" \",\"electorate\":-1}"), 422, "invalid-input")
                .body("errors.pointer", is(java.util.List.of("/electorate", "/name")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "a\\u0000b", "\\ud800", "\\udc00", "\\ud800x", "\\udc00\\ud800"})
    void text_that_cannot_be_stored_is_400(String text) {
        Problems.refused(send("{\"path\":\"a\",\"name\":\"" + text + "\"}"), 400, "malformed-json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\ud800"})
    void in_a_merge_patch_too(String text) {
        Problems.refused(people.newcomer().patch("/me", null, "{\"name\":\"" + text + "\"}"), 400, "malformed-json");
    }

    @Test
    void bytes_that_are_not_utf_8_are_400() {
        var body = new byte[] {'{', '"', 'n', 'a', 'm', 'e', '"', ':', '"', (byte) 0xff, (byte) 0xc0, '"', '}'};
        Problems.refused(
                people.newcomer()
                        .request()
                        .contentType(ContentType.JSON)
                        .body(body)
                        .post("/groups"),
                400,
                "malformed-json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Zoë 李 🌻", "‮right to left", "é", "é"})
    void any_other_text_comes_back_as_it_was_sent(String name) {
        people.newcomer()
                .patch("/me", null, java.util.Map.of("name", name))
                .statusCode(200)
                .body("name", is(name));
    }

    @Test
    void nesting_ends_at_32() {
        Problems.refused(send("{\"name\":" + "[".repeat(40) + "]".repeat(40) + "}"), 400, "malformed-json");
        Problems.refused(send("[".repeat(100_000)), 400, "malformed-json");
    }

    @Test
    void a_string_ends_at_64_k() {
        Problems.refused(send("{\"path\":\"a\",\"name\":\"" + "x".repeat(70_000) + "\"}"), 400, "malformed-json");
    }

    @Test
    void a_number_ends_somewhere() {
        Problems.refused(send("{\"electorate\":" + "9".repeat(50_000) + "}"), 400, "malformed-json");
    }

    @Test
    void an_announced_body_over_256_kib_is_413() {
        Problems.refused(send(" ".repeat(LIMIT + 1)), 413, "too-large");
    }

    @Test
    void a_body_over_the_limit_of_imports_is_413_too() throws Exception {
        var answer = stream("/groups", "application/json", 9 * 1024 * 1024);
        Assertions.assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void a_chunked_body_over_256_kib_is_413() throws Exception {
        var answer = stream("/groups", "application/json", LIMIT + 1);
        Assertions.assertThat(answer.statusCode()).isEqualTo(413);
        Assertions.assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("/problems/too-large");
    }

    @Test
    void an_unannounced_import_may_be_larger() throws Exception {
        Assertions.assertThat(stream("/groups/import", "text/csv", LIMIT + 1).statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "utf-7", "\"\"", "a b"})
    void text_in_an_unknown_charset_is_415(String charset) throws Exception {
        var answer = stream("/groups/import", "text/csv; charset=" + charset, 10);
        Assertions.assertThat(answer.statusCode()).isEqualTo(415);
    }

    /** Sends spaces without saying how many. */
    private HttpResponse<byte[]> stream(String path, String type, int bytes) throws IOException, InterruptedException {
        var token =
                TestStack.issuer().token(TestIssuer.Account.called("Long Writer"), java.util.Set.of("member", "admin"));
        var request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + io.restassured.RestAssured.port + Person.API + path))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(" ".repeat(bytes).getBytes(StandardCharsets.UTF_8))))
                .build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        ContractFilter.check("POST", path, answer);
        return answer;
    }
}
