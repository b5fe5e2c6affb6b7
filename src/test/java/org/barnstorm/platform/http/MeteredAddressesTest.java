package org.barnstorm.platform.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class MeteredAddressesTest {
    private static final String METER = "http.server.requests";

    @Inject
    MeterRegistry meters;

    private Set<String> counted() {
        return meters.find(METER).timers().stream()
                .map(timer -> timer.getId().getTag("uri"))
                .collect(Collectors.toSet());
    }

    private double answered() {
        return meters.find(METER).timers().stream().mapToLong(Timer::count).sum();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/tasks/%s",
        "POST, /api/v1/tasks/%s/claim",
        "GET, /api/v1/%s",
        "GET, /calendars/%s.ics",
        "POST, /calendars/%s.ics",
        "PUT, /certificates/%s",
        "GET, /problems/%s",
        "GET, /osdi/v1/people/%s",
        "GET, /osdi/v1/events/%s/attendances",
        "GET, /osdi/v1/%s",
        "GET, /app/%s",
        "GET, /app/assets/%s.js",
        "GET, /%s"
    })
    void no_address_as_it_was_sent_is_counted(Method method, String address) {
        var secret = UUID.randomUUID().toString();
        var before = answered();
        given().request(method, address.formatted(secret));
        await().until(() -> answered() > before); // it is counted after it was sent
        assertThat(counted()).noneMatch(each -> each.contains(secret));
    }

    @Test
    void templates_stay_and_what_was_sent_is_one() {
        assertThat(MeteredAddresses.shown("/tasks/{id}/claim")).isEqualTo("/tasks/{id}/claim");
        assertThat(MeteredAddresses.shown("/me/next")).isEqualTo("/me/next");
        assertThat(MeteredAddresses.shown("/calendars/{file}")).isEqualTo("/calendars/{file}");
        assertThat(MeteredAddresses.shown("/osdi/v1/people/{id}")).isEqualTo("/osdi/v1/people/{id}");
        assertThat(MeteredAddresses.shown("/osdi/v1/people")).isEqualTo("/osdi/v1/people");
        assertThat(MeteredAddresses.shown("/osdi/v1/people/0199")).isEqualTo(MeteredAddresses.UNMATCHED);
        assertThat(MeteredAddresses.shown("/api/v1/tasks/0199")).isEqualTo(MeteredAddresses.UNMATCHED);
        assertThat(MeteredAddresses.shown("/calendars/abc.ics")).isEqualTo(MeteredAddresses.UNMATCHED);
        assertThat(MeteredAddresses.shown("/app/tasks/0199")).isEqualTo("/app");
        assertThat(MeteredAddresses.shown("/app/assets/index-4fk2.js")).isEqualTo("/app");
    }
}
