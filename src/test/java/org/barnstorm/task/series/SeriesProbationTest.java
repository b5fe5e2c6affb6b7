package org.barnstorm.task.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.task.series.Weekly.json;
import static org.barnstorm.task.series.Weekly.week;
import static org.barnstorm.testing.Problems.refused;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Trusting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A series is no way round a probation. */
@QuarkusTest
class SeriesProbationTest {
    @Inject
    People people;

    @Inject
    SeriesSweeper sweeper;

    private final String town = People.freshTown();

    @BeforeEach
    void the_first_two_tasks_are_looked_at() {
        Trusting.probation(2);
    }

    @AfterEach
    void invariants_hold() {
        Invariants.hold();
    }

    @Test
    void its_tasks_wait_one_by_one_also_when_the_mandate_has_ended() {
        var organiser = people.with(ORGANISER, town);
        var series = series(organiser);
        assertThat(statuses(series)).hasSizeGreaterThan(2).containsOnly("WAITING");
        String mandate = organiser.get("/me/mandates").extract().path("items[0].id");
        people.lead(town)
                .post("/mandates/{id}/revoke", Map.of("reason", "Moved away."), mandate)
                .statusCode(200);
        var before = statuses(series).size();
        QuarkusMock.installMockForType(Clock.offset(Clock.systemUTC(), Duration.ofDays(7)), Clock.class);
        sweeper.sweep();
        assertThat(statuses(series)).hasSizeGreaterThan(before).containsOnly("WAITING");
    }

    @Test
    void once_its_maker_is_trusted_its_tasks_open() {
        var organiser = people.with(ORGANISER, town);
        var lead = people.with(LEAD, town);
        var series = series(organiser);
        List<String> waiting = lead.get("/groups/{path}/reviews", town)
                .statusCode(200)
                .extract()
                .path("items.id");
        for (var task : waiting.subList(0, 2)) {
            var etag = lead.get("/tasks/{id}", task).extract().header("ETag");
            lead.request()
                    .header("If-Match", etag)
                    .post("/tasks/{id}/release", task)
                    .then()
                    .statusCode(200);
        }
        QuarkusMock.installMockForType(Clock.offset(Clock.systemUTC(), Duration.ofDays(7)), Clock.class);
        sweeper.sweep();
        var statuses = statuses(series);
        assertThat(statuses.subList(0, waiting.size())).containsOnly("OPEN", "WAITING");
        assertThat(statuses.subList(waiting.size(), statuses.size()))
                .isNotEmpty()
                .containsOnly("OPEN");
    }

    @Test
    void who_is_on_probation_does_not_change_what_has_been_released() {
        var organiser = people.with(ORGANISER, town);
        var series = series(organiser);
        var etag = organiser.get("/series/{id}", series).extract().header("ETag");
        refused(
                organiser.patch(
                        "/series/{id}?from={from}",
                        etag,
                        Map.of("content", Map.of("title", "Posters")),
                        series,
                        json(week(1))),
                403,
                "on-probation");
    }

    /** One whose tasks open by themselves. */
    private UUID series(Person author) {
        return Weekly.make(author, Weekly.phoneBank(town, "publish", true));
    }

    private static List<String> statuses(UUID series) {
        return Sql.column(String.class, "select status from task where series_id = ? order by occurrence", series);
    }
}
