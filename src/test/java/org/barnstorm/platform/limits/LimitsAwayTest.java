package org.barnstorm.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.barnstorm.testing.Problems.refused;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import org.barnstorm.testing.Integrators;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.TestStack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The table of the counts is locked, the rest of the database is there (T-41): each limit does what the settings say. */
@QuarkusTest
class LimitsAwayTest {
    @Inject
    People people;

    @Inject
    AgroalDataSource database;

    @Inject
    LimitsConfig config;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final String town = People.freshTown();

    /** As the service's own, but that it holds no portion yet, of this machine's address for example. */
    @BeforeEach
    void fresh() {
        var limiter =
                new Limiter(new SharedQuotas(database), client -> Optional.empty(), config, meters, System::nanoTime);
        QuarkusMock.installMockForType(limiter, Limiter.class);
    }

    @Test
    void each_limit_is_open_or_closed_as_declared_and_heals_by_itself() throws SQLException {
        var program = Integrators.integration(people, town, "tasks:read");
        var member = people.newcomer();
        var others = Integrators.inOthersApp(people.newcomer(), "tasks:read");
        var away = meters.counter("barnstorm.limits.away", "limit", "person");
        try (var owner = TestStack.asOwner()) {
            lock(owner);
            member.get("/me").statusCode(200).header("RateLimit", nullValue());
            assertThat(away.count()).isEqualTo(1);
            closed(program);
            closed(others);
            refused(RestAssured.get("/calendars/none.ics"), 503, "unavailable");
            owner.rollback();
        }
        heals(() -> program.get("/tasks").extract().statusCode(), 200);
        heals(() -> others.get("/tasks").extract().statusCode(), 200);
        heals(() -> RestAssured.get("/calendars/none.ics").statusCode(), 404);
        await().untilAsserted(() -> member.get("/me").header("RateLimit", notNullValue()));
    }

    /** What was counted already when it was taken needs no asking. */
    @Test
    void who_has_a_portion_left_goes_on() throws SQLException {
        var program = Integrators.integration(people, town, "tasks:read");
        heals(() -> program.get("/tasks").extract().statusCode(), 200);
        try (var owner = TestStack.asOwner()) {
            lock(owner);
            for (var i = 0; i < 5; i++) program.get("/tasks").statusCode(200).header("RateLimit", notNullValue());
            owner.rollback();
        }
    }

    private static void closed(Person caller) {
        refused(caller.get("/tasks"), 503, "unavailable")
                .header("Retry-After", is("2"))
                .header("RateLimit", nullValue());
    }

    private static void heals(Supplier<Integer> status, int expected) {
        await().until(status::get, is(expected)::matches);
    }

    private static void lock(Connection owner) throws SQLException {
        owner.setAutoCommit(false);
        try (var statement = owner.createStatement()) {
            statement.execute("lock table rate_window in access exclusive mode");
        }
    }
}
