package org.barnstorm.osdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.testing.Problems.refused;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.barnstorm.testing.Integrators;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The header that OSDI clients know: another way to send the same token, at the façade and nowhere else. */
@QuarkusTest
class TokenHeaderTest {
    private static final String HEADER = "OSDI-API-Token";

    @TestHTTPResource("/")
    URI entry;

    @Inject
    People people;

    private Person program;

    @BeforeEach
    void let_in() {
        program = Integrators.integration(people, People.freshTown(), "tasks:read");
    }

    @Test
    void the_entry_point_is_at_its_own_address_and_at_that_of_the_contract() {
        for (var address : List.of("/osdi/v1", "/osdi/v1/", Person.API + "/osdi/v1")) {
            at(address)
                    .header(HEADER, program.token())
                    .get("")
                    .then()
                    .statusCode(200)
                    .contentType(startsWith("application/hal+json"))
                    .body("namespace", is("barnstorm"))
                    .body("osdi_version", is("1.2.0"))
                    .body("_links.self.href", is("/osdi/v1"))
                    .body("_links['osdi:people'].href", is("/osdi/v1/people"));
            program.request().basePath(address).get("").then().statusCode(200);
        }
    }

    @Test
    void it_can_be_read_as_plain_json() {
        at("/osdi/v1")
                .header(HEADER, program.token())
                .accept("application/json")
                .get("/events")
                .then()
                .statusCode(200)
                .contentType(startsWith("application/json"));
        refused(
                at("/osdi/v1")
                        .header(HEADER, program.token())
                        .accept("text/html")
                        .get("/events"),
                406,
                "not-acceptable");
    }

    @Test
    void it_is_verified_like_every_token() {
        for (var bad : List.of("x", "Bearer " + program.token(), program.token() + "x", "")) {
            refused(at("/osdi/v1").header(HEADER, bad).get(""), 401, "unauthenticated");
        }
        var old = Integrators.token(Integrators.freshClient(), Duration.ofMinutes(-5));
        refused(at("/osdi/v1").header(HEADER, old).get(""), 401, "unauthenticated");
        refused(at("/osdi/v1").get(""), 401, "unauthenticated");
    }

    @Test
    void the_standard_header_counts_where_both_are_sent() {
        refused(
                at("/osdi/v1")
                        .header(HEADER, program.token())
                        .header("Authorization", "Bearer x")
                        .get(""),
                401,
                "unauthenticated");
        program.request()
                .basePath("/osdi/v1")
                .header(HEADER, "x")
                .get("")
                .then()
                .statusCode(200);
    }

    @Test
    void two_of_them_are_none() {
        refused(at("/osdi/v1").header(HEADER, program.token(), program.token()).get(""), 401, "unauthenticated");
    }

    @Test
    void elsewhere_it_means_nothing() {
        for (var path : List.of("/tasks", "/osdi", "/osdi/v10", "/osdi/v1x/people")) {
            assertThat(at(Person.API).header(HEADER, program.token()).get(path).statusCode())
                    .isIn(401, 404);
        }
        refused(at(Person.API).header(HEADER, program.token()).get("/tasks"), 401, "unauthenticated");
        refused(at("").header(HEADER, program.token()).get("/osdi/v10"), 404, "not-found");
    }

    /** Where such a path leads is for the router to say, without the header. */
    @Test
    void no_path_leads_out_with_it() throws Exception {
        for (var path : List.of(
                "/osdi/v1/../../tasks",
                "/osdi/v1/../../api/v1/tasks",
                "/api/v1/osdi/v1/../../tasks",
                "/osdi/v1/%2e%2e/%2e%2e/tasks",
                "/osdi/v1//people",
                "/osdi/v1/{people}",
                "/osdi/v1/people%2f")) {
            assertThat(status(path)).as(path).isIn(400, 401, 404);
        }
    }

    /** As it is written: clients would tidy the path up. */
    private int status(String path) throws IOException {
        try (var socket = new Socket(entry.getHost(), entry.getPort())) {
            var request = "GET " + path + " HTTP/1.1\r\nHost: here\r\nConnection: close\r\n" + HEADER + ": "
                    + program.token() + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.split(" ")[1]);
        }
    }

    @Test
    void in_an_address_it_is_not_looked_for() {
        for (var name : List.of(HEADER, "token", "access_token")) {
            refused(at("/osdi/v1").queryParam(name, program.token()).get("/events"), 401, "unauthenticated");
        }
    }

    @Test
    void what_is_not_there_is_answered_as_everywhere() {
        refused(at("/osdi/v1").header(HEADER, program.token()).get("/petitions"), 404, "not-found");
        at("/osdi/v1")
                .header(HEADER, program.token())
                .delete("/events")
                .then()
                .statusCode(405)
                .header("Allow", "GET");
    }

    private static RequestSpecification at(String address) {
        return Person.anonymous().basePath(address);
    }
}
