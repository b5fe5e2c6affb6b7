package org.barnstorm.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.testing.Problems.refused;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.barnstorm.testing.Concurrently;
import org.barnstorm.testing.Integrators;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.TestStack;
import org.barnstorm.testing.Wire;
import org.junit.jupiter.api.Test;

/** What who sends too many requests is told, and how they are counted (T-40). */
@QuarkusTest
class RequestLimitsTest {
    /** RFC 9651: a list of strings with integer parameters, and nothing else that the grammar would allow. */
    private static final String FIELD =
            "\"[a-z]+\";%s=\\d{1,15};%s=\\d{1,15}(?:, \"[a-z]+\";%1$s=\\d{1,15};%2$s=\\d{1,15})*";

    @Inject
    People people;

    @Inject
    AgroalDataSource database;

    @Inject
    MeterRegistry meters;

    private final String town = People.freshTown();

    @Test
    void a_program_passes_as_often_as_its_integration_says_and_is_told_how_often_it_still_does() {
        var program = Integrators.slow(people, town, 5, "tasks:read", "groups:read");
        for (var left = 4; left >= 0; left--) {
            var answer = program.get("/tasks").statusCode(200).header("RateLimit-Policy", is("\"program\";q=5;w=60"));
            answer.header("RateLimit", matchesPattern("\"program\";r=" + left + ";t=(60|[1-5]?\\d)"));
            answer.header("RateLimit", matchesPattern(FIELD.formatted("r", "t")));
        }
        var before =
                meters.counter("barnstorm.limits.refused", "limit", "program").count();
        var refusal = tooMany(program.get("/tasks"));
        refusal.body("limit", is("program"))
                .header("RateLimit", matchesPattern("\"program\";r=0;t=(60|[1-5]?\\d)"))
                .header("RateLimit-Policy", is("\"program\";q=5;w=60"));
        assertThat(Integer.parseInt(refusal.extract().header("Retry-After"))).isBetween(1, 60);
        assertThat(meters.counter("barnstorm.limits.refused", "limit", "program")
                        .count())
                .isEqualTo(before + 1);
    }

    /** Each request has a token of its own here. */
    @Test
    void other_operations_spellings_and_mistakes_are_counted_with_the_rest() {
        var program = Integrators.slow(people, town, 6, "tasks:read", "groups:read");
        program.get("/tasks").statusCode(200);
        program.get("/groups").statusCode(200);
        program.request().get("/tasks?limit=1").then().statusCode(200);
        program.get("/tasks?wrong=1").statusCode(400).header("RateLimit", matchesPattern("\"program\";r=2;.*"));
        program.get("/tasks/{id}", "no-id").statusCode(400);
        refused(program.get("/changes?group={group}", town), 403, "scope-missing");
        for (var path : List.of("/tasks", "/groups", "/tasks?limit=2", "/tasks/no-id", "/groups/" + town))
            tooMany(program.get(path));
    }

    @Test
    void a_parallel_burst_of_a_program_gets_no_more_than_its_integration_says() {
        var program = Integrators.slow(people, town, 7, "tasks:read");
        var wires = Stream.generate(() -> Wire.of(program)).limit(30).toList();
        var kinds = Concurrently.race(wires.stream()
                .map(wire -> (java.util.concurrent.Callable<String>)
                        () -> wire.get("/tasks").kind())
                .toList());
        assertThat(kinds).containsOnly("200", "429 rate-limited");
        assertThat(kinds.stream().filter("200"::equals)).hasSize(7);
    }

    @Test
    void programs_do_not_use_up_what_others_have() {
        var program = Integrators.slow(people, town, 1, "tasks:read");
        var other = Integrators.slow(people, town, 1, "tasks:read");
        program.get("/tasks").statusCode(200);
        tooMany(program.get("/tasks"));
        other.get("/tasks").statusCode(200);
        people.member(town).get("/tasks").statusCode(200);
    }

    @Test
    void people_are_counted_in_all_their_apps_together_and_others_apps_also_as_one() {
        small(4);
        var person = people.newcomer();
        var app = Integrators.inOthersApp(person, "tasks:read");
        person.get("/me").statusCode(200).header("RateLimit-Policy", is("\"person\";q=4;w=60"));
        app.get("/tasks")
                .statusCode(200)
                .header("RateLimit-Policy", is("\"person\";q=4;w=60, \"app\";q=4;w=60"))
                .header("RateLimit", matchesPattern("\"person\";r=2;t=\\d+, \"app\";r=3;t=\\d+"))
                .header("RateLimit", matchesPattern(FIELD.formatted("r", "t")));
        person.get("/me").statusCode(200);
        person.get("/me").statusCode(200);
        tooMany(person.get("/me")).body("limit", is("person"));
        // Who is refused themselves uses up nothing of the app's.
        tooMany(app.get("/tasks")).body("limit", is("person"));
        for (var i = 0; i < 3; i++) others().get("/tasks").statusCode(200);
        tooMany(others().get("/tasks")).body("limit", is("app"));
        people.newcomer().get("/me").statusCode(200);
    }

    private Person others() {
        return Integrators.inOthersApp(people.newcomer(), "tasks:read");
    }

    @Test
    void pages_that_anybody_may_read_are_counted_by_address() throws SQLException {
        forgetAddresses(); // other tests read pages from this machine, too
        small(3);
        var statuses = new ArrayList<Integer>();
        for (var path :
                List.of("/calendars/none.ics", "/certificates/none", "/calendars/other.ics", "/calendars/none.ics"))
            statuses.add(RestAssured.get(path).statusCode());
        assertThat(statuses).containsExactly(404, 404, 404, 429);
        refused(RestAssured.get("/calendars/none.ics"), 429, "rate-limited")
                .header("RateLimit-Policy", is("\"address\";q=3;w=60"))
                .body("limit", is("address"));
        // Nothing has to be looked for to answer these.
        assertThat(RestAssured.get("/problems/rate-limited").statusCode()).isEqualTo(200);
    }

    @Test
    void who_has_not_signed_in_is_not_counted() {
        Person.anonymous().get("/me").then().statusCode(401).header("RateLimit", nullValue());
        Person.withToken("nonsense").get("/me").then().statusCode(401).header("RateLimit", nullValue());
    }

    private static void forgetAddresses() throws SQLException {
        try (var connection = TestStack.asOwner();
                var statement = connection.createStatement()) {
            statement.executeUpdate("delete from rate_window where owner like 'address:%'");
        }
    }

    private static ValidatableResponse tooMany(ValidatableResponse answer) {
        return refused(answer, 429, "rate-limited");
    }

    /** From now on, for this test: every limit lets so many requests pass. */
    private void small(long requests) {
        QuarkusMock.installMockForType(Replicas.over(database, requests), Limiter.class);
    }
}
