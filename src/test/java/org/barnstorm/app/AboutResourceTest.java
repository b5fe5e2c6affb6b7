package org.barnstorm.app;

import static org.barnstorm.authority.Role.LEAD;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Problems;
import org.barnstorm.testing.TestStack;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AboutResourceTest {
    @Inject
    People people;

    @Test
    void whoever_has_not_signed_in_learns_where_to() {
        Person.anonymous()
                .get("/about")
                .then()
                .statusCode(200)
                .body("name", is("Barnstorm"))
                .body("version", not(containsString("$")))
                .body("issuer", is(TestStack.issuer().url()))
                .body("clientId", is("barnstorm-web"))
                .body("tiles", nullValue());
    }

    @Test
    void it_is_the_same_for_whoever_has() {
        var nobody = Person.anonymous().get("/about").then().extract().asString();
        people.with(LEAD, People.freshTown()).get("/about").statusCode(200);
        people.newcomer().get("/about").body(is(nobody));
    }

    @Test
    void any_cache_may_keep_it_for_a_while_and_asks_then() {
        String tag = Person.anonymous()
                .get("/about")
                .then()
                .header("Cache-Control", is("public, max-age=300"))
                .extract()
                .header("ETag");
        Person.anonymous()
                .header("If-None-Match", tag)
                .get("/about")
                .then()
                .statusCode(304)
                .header("Cache-Control", is("public, max-age=300"));
    }

    @Test
    void it_is_counted_by_network_address() {
        Person.anonymous().get("/about").then().header("RateLimit", containsString("\"address\""));
    }

    @Test
    void a_token_that_is_not_good_is_refused_here_too() {
        Problems.refused(Person.withToken("abc.def.ghi").get("/about"), 401, "unauthenticated");
    }

    @Test
    void there_is_nothing_to_ask_for() {
        Problems.refused(Person.anonymous().get("/about?lang=en"), 400, "unknown-parameter")
                .header("X-Request-Id", notNullValue());
    }
}
