package org.barnstorm.task.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.task.series.Weekly.FIRST;
import static org.barnstorm.task.series.Weekly.instant;
import static org.barnstorm.task.series.Weekly.json;
import static org.barnstorm.task.series.Weekly.phoneBank;
import static org.barnstorm.task.series.Weekly.week;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Problems.unseen;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class SeriesTest {
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
    @CsvSource({"MEMBER, 403", "LEAD, 201", "ORGANISER, 201", "TRAINER, 403", "VERIFIER, 403", "STEWARD, 403"})
    void who_may_create(String role, int status) {
        var answer = people.as(role, town).post("/series", phoneBank(town));
        if (status == 201) answer.statusCode(201).header("ETag", "\"0\"");
        else refused(answer, status, "no-mandate").body("capability", is("TASK_CREATE"));
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 403", "LEAD, 200", "ORGANISER, 200", "TRAINER, 403", "VERIFIER, 403", "STEWARD, 403"})
    void who_may_list(String role, int status) {
        var series = Weekly.make(people.lead(town), town);
        var answer = people.as(role, town).get("/series?group=" + town);
        if (status == 200) answer.statusCode(200).body("items.id", contains(series.toString()));
        else refused(answer, status, "no-mandate");
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 404", "LEAD, 200", "ORGANISER, 200", "TRAINER, 404", "VERIFIER, 404", "STEWARD, 404"})
    void who_may_see(String role, int status) {
        var series = Weekly.make(people.lead(town), town);
        people.as(role, town).get("/series/{id}", series).statusCode(status);
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
    void a_hand_picked_mandate_to_create_makes_series_of_drafts_and_changes_none() {
        var ada = people.member(town);
        people.lead(town)
                .post("/mandates", Map.of("memberId", ada.id(), "group", town, "capabilities", List.of("TASK_CREATE")))
                .statusCode(201);
        refused(ada.post("/series", phoneBank(town)), 403, "no-mandate").body("capability", is("TASK_EDIT"));
        var series = Weekly.make(ada, phoneBank(town, "publish", false));
        refused(ada.act("/series/{id}/end", series), 403, "no-mandate");
        refused(ada.post("/series/{id}/skip", Map.of("occurrence", json(FIRST)), series), 403, "no-mandate");
        refused(
                ada.patch("/series/{id}?from=" + json(FIRST), "\"0\"", Map.of("publish", true), series),
                403,
                "no-mandate");
    }

    @Test
    void a_weekly_series_has_four_weeks_of_tasks_at_once() {
        var organiser = people.with(ORGANISER, town);
        var series = Weekly.make(organiser, town);
        organiser
                .get("/series/{id}", series)
                .body("status", is("RUNNING"))
                .body("rrule", is("FREQ=WEEKLY"))
                .body("start", is(json(FIRST)))
                .body("zone", is("UTC"))
                .body("nextAt", is(instant(week(4))))
                .body("skipped", empty())
                .body("upcoming.occurrence", contains(json(week(0)), json(week(1)), json(week(2)), json(week(3))))
                .body(
                        "upcoming.startsAt",
                        contains(instant(week(0)), instant(week(1)), instant(week(2)), instant(week(3))))
                .body("upcoming.status", everyItem(is("OPEN")))
                .body("upcoming.holders", everyItem(is(0)))
                .body("upcoming.detached", everyItem(is(false)));
    }

    @Test
    void its_tasks_are_tasks_like_others() {
        var organiser = people.with(ORGANISER, town);
        var series = Weekly.make(organiser, town);
        var task = Weekly.tasks(organiser, series).get(1);
        var ada = people.member(town);
        ada.get("/tasks/{id}", task)
                .statusCode(200)
                .body("title", is("Ring ten members"))
                .body("capacity", is(5))
                .body("startsAt", is(instant(week(1))))
                .body("endsAt", is(instant(week(1).plusHours(2))))
                .body("occurrence.seriesId", is(series.toString()))
                .body("occurrence.at", is(json(week(1))))
                .body("occurrence.detached", is(false))
                .body("createdBy", is(organiser.id().toString()));
        Work.claim(ada, task);
        organiser.get("/series/{id}", series).body("upcoming.holders", contains(0, 1, 0, 0));
        assertThat(Sql.column(UUID.class, "select actor_id from journal where subject_id = ? and seq <= 2", task))
                .containsExactly(null, null); // created and published by the series, not by somebody
        ada.get("/tasks/{id}", Work.open(organiser, town, 1)).body("occurrence", nullValue());
    }

    @Test
    void a_series_of_drafts_waits_for_somebody_to_publish_them() {
        var organiser = people.with(ORGANISER, town);
        var wanted = phoneBank(town);
        wanted.remove("publish");
        var series = Weekly.make(organiser, wanted);
        organiser
                .get("/series/{id}", series)
                .body("publish", is(false))
                .body("upcoming.status", everyItem(is("DRAFT")));
    }

    @Test
    void a_template_and_a_rule_are_enough() {
        var organiser = people.with(ORGANISER, town);
        var template = template(people.lead(town), town.split("\\.")[0]);
        var wanted = Map.of("group", town, "templateId", template, "rrule", "FREQ=WEEKLY", "start", json(FIRST));
        organiser
                .post("/series", wanted)
                .statusCode(201)
                .body("templateId", is(template.toString()))
                .body("durationMinutes", is(45))
                .body("content.title", is("Stall on the market"))
                .body("content.place.name", is("Market"))
                .body("upcoming", hasSize(4));
    }

    @Test
    void what_the_content_says_goes_before_the_template() {
        var organiser = people.with(ORGANISER, town);
        var wanted = phoneBank(town);
        wanted.put("templateId", template(organiser, town));
        wanted.put("content", Map.of("place", Map.of("name", "Station")));
        wanted.remove("durationMinutes");
        organiser
                .post("/series", wanted)
                .statusCode(201)
                .body("content.title", is("Stall on the market"))
                .body("content.place.name", is("Station"))
                .body("durationMinutes", is(45));
    }

    @Test
    void a_template_that_is_not_for_this_makes_no_series() {
        var organiser = people.with(ORGANISER, town);
        refused(organiser.post("/series", phoneBank(town, "templateId", UUID.randomUUID())), 422, "unknown-template");
        var beside = town.replace(".town", ".beside");
        var theirs = template(people.with(LEAD, beside), beside);
        refused(organiser.post("/series", phoneBank(town, "templateId", theirs)), 422, "unknown-template");
        refused(people.lead(town).post("/series", phoneBank(town, "templateId", theirs)), 422, "outside-template");
        var old = template(organiser, town);
        organiser.act("/templates/{id}/retire", old).statusCode(200);
        refused(organiser.post("/series", phoneBank(town, "templateId", old)), 409, "template-retired");
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

    @Test
    void values_that_no_series_has_are_refused() {
        var organiser = people.with(ORGANISER, town);
        refused(organiser.post("/series", phoneBank(town, "start", FIRST + ":30")), 422, "invalid-input")
                .body("errors.pointer", contains("/start"));
        refused(organiser.post("/series", phoneBank(town, "start", "9999-12-31T18:00")), 422, "invalid-input");
        refused(organiser.post("/series", phoneBank(town, "start", "0001-01-01T18:00")), 422, "invalid-input");
        for (var moment :
                List.of("2026-12-01T18:00Z", "2026-12-01", "2026-12-01 18:00", "12026-12-01T18:00", "2026-02-30T18:00"))
            refused(organiser.post("/series", phoneBank(town, "start", moment)), 400, "malformed-json");
        refused(
                organiser.post("/series", phoneBank(town, "start", List.of(2026, 12, 1, 18, 0))),
                400,
                "malformed-json");
        refused(organiser.post("/series", phoneBank(town, "zone", "Mars/Olympus")), 400, "malformed-json");
        refused(organiser.post("/series", phoneBank(town, "durationMinutes", 0)), 422, "invalid-input");
        refused(organiser.post("/series", phoneBank(town, "rrule", "X".repeat(501))), 422, "invalid-input");
        refused(organiser.post("/series", phoneBank(town, "content", Map.of("effortMinutes", 9))), 422, "invalid-input")
                .body("errors.pointer", containsInAnyOrder("/content/title", "/content/place"));
        var endless = phoneBank(town, "content", Map.of("title", "Ring", "remote", true, "effortMinutes", 20000));
        endless.remove("durationMinutes");
        refused(organiser.post("/series", endless), 422, "invalid-input")
                .body("errors.pointer", contains("/durationMinutes"));
        var course = Map.of("title", "Ring", "remote", true, "effortMinutes", 9, "requiredCourseId", UUID.randomUUID());
        refused(organiser.post("/series", phoneBank(town, "content", course)), 422, "unknown-course");
        unseen(organiser.post("/series", phoneBank(town + ".nowhere")));
        assertThat(Sql.value(Long.class, "select count(*) from series where created_by = ?", organiser.id()))
                .isZero();
    }

    @Test
    void the_same_key_makes_one_series() {
        var organiser = people.with(ORGANISER, town);
        var key = UUID.randomUUID().toString();
        for (var i = 0; i < 2; i++) {
            organiser
                    .request()
                    .header("Idempotency-Key", key)
                    .contentType("application/json")
                    .body(phoneBank(town))
                    .post("/series")
                    .then()
                    .statusCode(201);
        }
        organiser.get("/series?group=" + town).body("items", hasSize(1));
        organiser.get("/tasks?mine=true").body("items", hasSize(4));
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

    @Test
    void lists_show_a_branch_in_pages_without_the_tasks() {
        var region = town.split("\\.")[0];
        var lead = people.lead(town);
        people.grow(town);
        Weekly.make(lead, town);
        Weekly.make(lead, town);
        Weekly.make(lead, region);
        var first = lead.get("/series?limit=2&group=" + region)
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items.upcoming", everyItem(nullValue()));
        lead.get("/series?limit=2&group=" + region + "&cursor="
                        + first.extract().<String>path("next"))
                .body("items", hasSize(1));
        lead.get("/series?group=" + town).body("items", hasSize(2));
        lead.get("/series").statusCode(422);
        unseen(lead.get("/series?group=" + region + ".nowhere"));
        unseen(people.with(LEAD, People.freshTown()).get("/series/{id}", Weekly.make(lead, town)));
    }

    private static ValidatableResponse skip(Person organiser, UUID series, LocalDateTime time) {
        return organiser
                .post("/series/{id}/skip", Map.of("occurrence", json(time)), series)
                .statusCode(200);
    }

    private static UUID template(Person organiser, String group) {
        var content = Map.of("title", "Stall on the market", "place", Map.of("name", "Market"), "effortMinutes", 60);
        var wanted = Map.of("group", group, "name", "Stall", "durationMinutes", 45, "content", content);
        return UUID.fromString(
                organiser.post("/templates", wanted).statusCode(201).extract().path("id"));
    }

    /** Leases run by the database's clock; what is made ahead, by this one. */
    private static void later(Duration by) {
        QuarkusMock.installMockForType(Clock.offset(Clock.systemUTC(), by), Clock.class);
    }

    private static void at(String moment) {
        QuarkusMock.installMockForType(Clock.fixed(Instant.parse(moment), ZoneOffset.UTC), Clock.class);
    }
}
