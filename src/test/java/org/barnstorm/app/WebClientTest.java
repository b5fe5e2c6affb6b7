package org.barnstorm.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import org.barnstorm.testing.TestStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the web client is served. Its place is taken by two files among the resources of the tests. */
@QuarkusTest
class WebClientTest {
    private static final String ASSET = "/app/assets/index-4fk2x9.js";

    private static ValidatableResponse get(String address) {
        return given().urlEncodingEnabled(false)
                .redirects()
                .follow(false)
                .get(address)
                .then();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/app/", "/app/index.html", ASSET, "/app", "/app/nothing", "/app/assets/nothing.js", "/%61pp/"})
    void everything_there_says_what_a_browser_may_do_with_it(String address) {
        var issuer = TestStack.issuer().url().replaceAll("(?<=\\d)/.*", "");
        get(address)
                .header("Content-Security-Policy", containsString("default-src 'none'; script-src 'self';"))
                .header("Content-Security-Policy", containsString("connect-src 'self' " + issuer + ";"))
                .header("Referrer-Policy", is("no-referrer"))
                .header("Permissions-Policy", is("geolocation=(self), camera=(), microphone=()"))
                .header("Cross-Origin-Opener-Policy", is("same-origin"))
                .header("X-Content-Type-Options", is("nosniff"))
                .header("X-Frame-Options", is("SAMEORIGIN"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/apple", "/swagger-ui", "/api/v1/about", "/openapi"})
    void nothing_elsewhere_does(String address) {
        get(address).header("Content-Security-Policy", nullValue()).header("X-Frame-Options", nullValue());
    }

    @Test
    void the_first_page_is_asked_for_each_time() {
        String modified = get("/app/")
                .statusCode(200)
                .contentType(containsString("text/html"))
                .header("Cache-Control", is("no-cache"))
                .extract()
                .header("Last-Modified");
        given().header("If-Modified-Since", modified)
                .get("/app/")
                .then()
                .statusCode(304)
                .header("Cache-Control", is("no-cache"));
    }

    @Test
    void what_has_another_name_when_it_changes_is_kept_for_ever() {
        get(ASSET)
                .statusCode(200)
                .header("Cache-Control", is("public, max-age=31536000, immutable"))
                .header("Last-Modified", notNullValue());
    }

    @Test
    void that_something_is_not_there_is_not_kept() {
        get("/app/assets/index-before.js")
                .statusCode(404)
                .contentType("application/problem+json")
                .header("Cache-Control", is("no-cache"));
    }

    @ParameterizedTest
    @CsvSource({"GET, /", "GET, /app", "HEAD, /"})
    void whoever_comes_to_the_door_is_led_in(Method method, String address) {
        given().redirects()
                .follow(false)
                .request(method, address)
                .then()
                .statusCode(302)
                .header("Location", is("/app/"));
    }

    @Test
    void it_is_there_or_not() throws Exception {
        assertThat(WebClient.isBuilt(getClass().getClassLoader())).isTrue();
        assertThat(WebClient.isBuilt(ClassLoader.getPlatformClassLoader())).isFalse();
    }
}
