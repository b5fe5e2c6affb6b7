package org.barnstorm.platform.security;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** What Kubernetes asks, on the management port. */
@QuarkusTest
class ReadinessTest {
    @TestHTTPResource(value = "/health/ready", management = true)
    String ready;

    @TestHTTPResource(value = "/health/live", management = true)
    String live;

    @Test
    void ready_means_that_keys_and_database_are_there() {
        given().get(ready)
                .then()
                .statusCode(200)
                .body("status", is("UP"))
                .body("checks.name", hasItems("Keys of the token issuer loaded", "Database connections health check"));
    }

    @Test
    void alive_depends_on_nobody_else() {
        given().get(live).then().statusCode(200).body("checks.size()", is(0));
    }
}
