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
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TimeZone;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When the tasks of a series are, and which are made when. */
@QuarkusTest
class SeriesTimesTest {
    @Inject
    People people;

    @Inject
    SeriesSweeper sweeper;

    private final String town = People.freshTown();

    @BeforeEach
    void the_town_is_there() {
        people.grow(town);
    }

    @Test
    void T_43_tasks_across_a_change_of_the_clock_keep_their_time_on_the_wall() {
        var organiser = people.with(ORGANISER, town);
        at("2037-03-16T12:00:00Z"); // London's clock goes forward on the 29th, from 01:00 to 02:00
        var evening = phoneBank(town, "start", "2037-03-18T18:00");
        evening.put("zone", "Europe/London");
        organiser
                .get("/series/{id}", Weekly.make(organiser, evening))
                .body(
                        "upcoming.startsAt",
                        contains(
                                "2037-03-18T18:00:00Z",
                                "2037-03-25T18:00:00Z",
                                "2037-04-01T17:00:00Z",
                                "2037-04-08T17:00:00Z"));
        var night = phoneBank(town, "start", "2037-03-22T01:30");
        night.put("zone", "Europe/London");
        var series = Weekly.make(organiser, night);
        organiser
                .get("/series/{id}", series)
                .body(
                        "upcoming.startsAt",
                        contains(
                                "2037-03-22T01:30:00Z",
                                "2037-03-29T01:30:00Z",
                                "2037-04-05T00:30:00Z",
                                "2037-04-12T00:30:00Z"))
                .body("upcoming[1].occurrence", is("2037-03-29T01:30:00"));
        organiser
                .get("/tasks/{id}", Weekly.tasks(organiser, series).get(1))
                .body("endsAt", is("2037-03-29T03:30:00Z")); // two hours later, whatever the clock shows
    }

    @Test
    void T_43_a_time_that_the_machines_own_zone_does_not_have_is_kept() {
        var organiser = people.with(ORGANISER, town);
        at("2037-03-16T12:00:00Z");
        var before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/London"));
        try {
            var series = Weekly.make(organiser, phoneBank(town, "start", "2037-03-29T01:30"));
            organiser
                    .post("/series/{id}/skip", Map.of("occurrence", "2037-04-05T01:30"), series)
                    .statusCode(200);
            organiser
                    .get("/series/{id}", series)
                    .body("start", is("2037-03-29T01:30:00"))
                    .body("skipped", contains("2037-04-05T01:30:00"))
                    .body("upcoming[0].occurrence", is("2037-03-29T01:30:00"))
                    .body("upcoming[0].startsAt", is("2037-03-29T01:30:00Z"));
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void of_a_rule_that_began_endlessago_only_what_is_to_come_is_made() {
        var organiser = people.with(ORGANISER, town);
        var series = Weekly.make(organiser, phoneBank(town, "start", json(FIRST.minusWeeks(60))));
        assertThat(Weekly.made(series)).containsExactly(week(0), week(1), week(2), week(3));
    }

    @Test
    void a_rule_that_counts_comes_to_its_end() {
        var organiser = people.with(ORGANISER, town);
        var wanted = phoneBank(town, "rrule", "FREQ=WEEKLY;COUNT=3");
        wanted.put("start", json(FIRST.minusWeeks(1)));
        organiser
                .post("/series", wanted)
                .statusCode(201)
                .body("status", is("FINISHED"))
                .body("nextAt", nullValue())
                .body("upcoming.occurrence", contains(json(week(0)), json(week(1))));
    }

    @Test
    void as_time_goes_by_the_next_are_made_each_once() {
        var organiser = people.with(ORGANISER, town);
        var series = Weekly.make(organiser, town);
        sweeper.sweep();
        assertThat(Weekly.made(series)).hasSize(4);
        later(Duration.ofDays(14));
        sweeper.sweep();
        sweeper.sweep();
        assertThat(Weekly.made(series)).containsExactly(week(0), week(1), week(2), week(3), week(4), week(5));
        organiser
                .get("/series/{id}", series)
                .body("nextAt", is(instant(week(6))))
                .header("ETag", "\"0\"");
        assertThat(Work.journaled(series, "series.created")).isEqualTo(1);
    }

    @Test
    void what_went_by_while_nobody_looked_is_not_made_up_for() {
        var organiser = people.with(ORGANISER, town);
        var series = Weekly.make(organiser, town);
        later(Weekly.toFirst().plusDays(7 * 6).plusHours(1));
        sweeper.sweep();
        assertThat(Weekly.made(series))
                .containsExactly(week(0), week(1), week(2), week(3), week(7), week(8), week(9), week(10));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rrule | FREQ=FORTNIGHTLY | invalid-rrule | Unknown FREQ value FORTNIGHTLY",
                "rrule | RRULE:FREQ=WEEKLY | invalid-rrule | invalid part",
                "rrule | FREQ=HOURLY | invalid-rrule | DAILY, WEEKLY, MONTHLY or YEARLY",
                "rrule | FREQ=MINUTELY | invalid-rrule | DAILY",
                "rrule | FREQ=SECONDLY;COUNT=2 | invalid-rrule | DAILY",
                "rrule | FREQ=DAILY;BYHOUR=9,12,15,18 | rrule-too-often | more than 100 tasks within 28 days",
                "rrule | FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30 | start-not-in-rule | there is none",
            })
    void a_rule_that_cannot_be_is_refused_with_the_reason(String field, String value, String code, String reason) {
        refused(people.with(ORGANISER, town).post("/series", phoneBank(town, field, value)), 422, code)
                .body("detail", containsString(reason));
    }

    @Test
    void a_series_starts_on_a_day_of_its_rule() {
        var organiser = people.with(ORGANISER, town);
        var day = FIRST.getDayOfWeek().plus(1).name().substring(0, 2);
        refused(
                        organiser.post("/series", phoneBank(town, "rrule", "FREQ=WEEKLY;BYDAY=" + day)),
                        422,
                        "start-not-in-rule")
                .body("next", is(FIRST.plusDays(1).toString()));
    }

    /** Leases run by the database's clock; what is made ahead, by this one. */
    private static void later(Duration by) {
        QuarkusMock.installMockForType(Clock.offset(Clock.systemUTC(), by), Clock.class);
    }

    private static void at(String moment) {
        QuarkusMock.installMockForType(Clock.fixed(Instant.parse(moment), ZoneOffset.UTC), Clock.class);
    }
}
