package org.barnstorm.task.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.task.series.Weekly.FIRST;
import static org.barnstorm.task.series.Weekly.instant;
import static org.barnstorm.task.series.Weekly.json;
import static org.barnstorm.task.series.Weekly.phoneBank;
import static org.barnstorm.task.series.Weekly.week;
import static org.barnstorm.testing.Problems.refused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is left out of a series, changed by itself or ended. */
@QuarkusTest
class SeriesChangesTest {
    @Inject
    People people;

    @Inject
    SeriesSweeper sweeper;

    private final String town = People.freshTown();

    @BeforeEach
    void the_town_is_there() {
        people.grow(town);
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 404", "LEAD, 200", "ORGANISER, 200", "TRAINER, 404", "VERIFIER, 404", "STEWARD, 404"})
    void who_may_leave_one_out(String role, int status) {
        var series = Weekly.make(people.lead(town), town);
        people.as(role, town)
                .post("/series/{id}/skip", Map.of("occurrence", json(week(1))), series)
                .statusCode(status);
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 404", "LEAD, 200", "ORGANISER, 200", "TRAINER, 404", "VERIFIER, 404", "STEWARD, 404"})
    void who_may_end(String role, int status) {
        var series = Weekly.make(people.lead(town), town);
        people.as(role, town).act("/series/{id}/end", series).statusCode(status);
    }

    @Test
    void one_that_is_left_out_is_not_made_and_what_was_made_is_cancelled() {
        var organiser = people.with(ORGANISER, town);
        var series = Weekly.make(organiser, town);
        var task = Weekly.tasks(organiser, series).get(1);
        skip(organiser, series, week(1))
                .body("skipped", contains(json(week(1))))
                .body("upcoming.occurrence", contains(json(week(0)), json(week(2)), json(week(3))));
        organiser.get("/tasks/{id}", task).body("status", is("CANCELLED"));
        skip(organiser, series, week(4)).body("nextAt", is(instant(week(5))));
        later(Duration.ofDays(14));
        sweeper.sweep();
        assertThat(Weekly.made(series)).containsExactly(week(0), week(1), week(2), week(3), week(5));
    }

    @Test
    void one_with_people_in_it_is_not_left_out_behind_their_backs() {
        var organiser = people.with(ORGANISER, town);
        var series = Weekly.make(organiser, town);
        var task = Weekly.tasks(organiser, series).get(1);
        var ada = people.member(town);
        var hold = Work.claim(ada, task);
        refused(
                        organiser.post("/series/{id}/skip", Map.of("occurrence", json(week(1))), series),
                        409,
                        "occurrence-taken")
                .body("task", is(task.toString()))
                .body("holders", is(1));
        organiser.get("/series/{id}", series).body("skipped", empty()).header("ETag", "\"0\"");
        organiser.act("/tasks/{id}/cancel", task).statusCode(200);
        ada.get("/assignments/{id}", hold).body("status", is("CANCELLED"));
        skip(organiser, series, week(1)).body("skipped", contains(json(week(1))));
    }

    @Test
    void only_times_that_are_to_come_are_left_out() {
        var organiser = people.with(ORGANISER, town);
        var series = Weekly.make(organiser, phoneBank(town, "start", json(FIRST.minusWeeks(2))));
        for (var time : List.of(week(0).plusHours(1), week(0).plusDays(1), week(0).plusYears(6), week(-9)))
            refused(
                    organiser.post("/series/{id}/skip", Map.of("occurrence", json(time)), series),
                    422,
                    "unknown-occurrence");
        refused(
                organiser.post("/series/{id}/skip", Map.of("occurrence", json(week(-1))), series),
                409,
                "occurrence-over");
        skip(organiser, series, week(1));
        refused(
                organiser.post("/series/{id}/skip", Map.of("occurrence", json(week(1))), series),
                422,
                "unknown-occurrence");
        organiser.post("/series/{id}/skip", Map.of(), series).statusCode(422);
    }

    @Test
    void an_ended_series_drops_what_is_empty_and_keeps_what_is_somebodys() {
        var organiser = people.with(ORGANISER, town);
        var series = Weekly.make(organiser, town);
        var tasks = Weekly.tasks(organiser, series);
        var ada = people.member(town);
        var hold = Work.claim(ada, tasks.get(1));
        Work.edit(organiser, tasks.get(2), Map.of("title", "Ring everybody"));
        organiser
                .act("/series/{id}/end", series)
                .statusCode(200)
                .body("status", is("ENDED"))
                .body("nextAt", nullValue())
                .body(
                        "upcoming.taskId",
                        contains(tasks.get(1).toString(), tasks.get(2).toString()))
                .body("upcoming.holders", contains(1, 0));
        organiser.get("/tasks/{id}", tasks.get(0)).body("status", is("CANCELLED"));
        ada.get("/assignments/{id}", hold).body("status", is("HELD")).body("outdated", is(false));
        later(Duration.ofDays(14));
        sweeper.sweep();
        assertThat(Weekly.made(series)).hasSize(4);
        refused(organiser.act("/series/{id}/end", series), 409, "series-ended");
        refused(organiser.post("/series/{id}/skip", Map.of("occurrence", json(week(5))), series), 409, "series-ended");
    }

    @Test
    void a_task_that_is_edited_by_itself_says_so() {
        var organiser = people.with(ORGANISER, town);
        var series = Weekly.make(organiser, town);
        var task = Weekly.tasks(organiser, series).get(2);
        var moved = week(2).plusHours(3);
        Work.edit(organiser, task, Map.of("startsAt", instant(moved), "endsAt", instant(moved.plusHours(1))));
        organiser
                .get("/tasks/{id}", task)
                .body("occurrence.detached", is(true))
                .body("occurrence.at", is(json(week(2))));
        organiser
                .get("/series/{id}", series)
                .body("upcoming[2].detached", is(true))
                .body("upcoming[2].startsAt", is(instant(moved)))
                .body("upcoming", hasSize(4));
    }

    private static ValidatableResponse skip(Person organiser, UUID series, LocalDateTime time) {
        return organiser
                .post("/series/{id}/skip", Map.of("occurrence", json(time)), series)
                .statusCode(200);
    }

    /** Leases run by the database's clock; what is made ahead, by this one. */
    private static void later(Duration by) {
        QuarkusMock.installMockForType(Clock.offset(Clock.systemUTC(), by), Clock.class);
    }
}
