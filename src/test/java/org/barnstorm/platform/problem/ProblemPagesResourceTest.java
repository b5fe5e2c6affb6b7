package org.barnstorm.platform.problem;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProblemPagesResourceTest {
    @Test
    void the_type_of_a_problem_leads_to_its_paragraph() {
        String type = given().basePath("/api/v1").get("/me").path("type");
        given().get(type)
                .then()
                .statusCode(200)
                .contentType("text/markdown;charset=utf-8")
                .body(startsWith("## unauthenticated\n"));
    }

    @Test
    void a_code_that_no_problem_has_is_a_problem() {
        given().get("/problems/no-such-code")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", is("/problems/not-found"));
    }
}
