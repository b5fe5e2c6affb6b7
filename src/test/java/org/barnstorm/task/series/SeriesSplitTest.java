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
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** This and the following: what is empty changes, what is somebody's stays. */
@QuarkusTest
class SeriesSplitTest {
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
    void who_may_edit_this_and_the_following(String role, int status) {
        var series = Weekly.make(people.lead(town), town);
        edit(people.as(role, town), series, week(1), "\"0\"", Map.of("publish", false))
                .statusCode(status);
    }

    @Test
    void tasks_with_nobody_in_them_change_and_stay_the_same_tasks() {
        var organiser = people.with(ORGANISER, town);
        var series = Weekly.make(organiser, town);
        var tasks = Weekly.tasks(organiser, series);
        var next = next(edit(organiser, series, week(2), Map.of("content", Map.of("title", "Ring everybody")))
                .body("previousId", is(series.toString()))
                .body("changed", is(2))
                .body("dropped", is(0))
                .body("kept", empty())
                .body("series.continuesId", is(series.toString()))
                .body("series.start", is(json(week(2))))
                .body("series.content.title", is("Ring everybody"))
                .body("series.content.capacity", is(5))
                .body(
                        "series.upcoming.taskId",
                        contains(tasks.get(2).toString(), tasks.get(3).toString())));
        organiser
                .get("/tasks/{id}", tasks.get(1))
                .body("title", is("Ring ten members"))
                .body("revision", is(1));
        organiser
                .get("/tasks/{id}", tasks.get(2))
                .body("title", is("Ring everybody"))
                .body("revision", is(2))
                .body("startsAt", is(instant(week(2))))
                .body("occurrence.seriesId", is(next.toString()))
                .body("occurrence.detached", is(false));
        organiser
                .get("/series/{id}", series)
                .body("status", is("FINISHED"))
                .body("endsBefore", is(json(week(2))))
                .body(
                        "upcoming.taskId",
                        contains(tasks.get(0).toString(), tasks.get(1).toString()));
        assertThat(Work.journaled(series, "series.split")).isEqualTo(1);
        assertThat(Work.journaled(next, "series.continued")).isEqualTo(1);
        Invariants.hold();
    }

    @Test
    void a_person_is_never_moved_and_their_task_is_not_doubled() {
        var organiser = people.with(ORGANISER, town);
        var series = Weekly.make(organiser, town);
        var tasks = Weekly.tasks(organiser, series);
        var ada = people.member(town);
        var hold = Work.claim(ada, tasks.get(2));
        var leaseUntil = ada.get("/assignments/{id}", hold).extract().<String>path("leaseUntil");
        var later = week(1).plusMinutes(90);
        var next = next(edit(organiser, series, week(1), Map.of("start", json(later)))
                .body("changed", is(2))
                .body("kept", hasSize(1))
                .body("kept[0].taskId", is(tasks.get(2).toString()))
                .body("kept[0].holders", is(1))
                .body("kept[0].startsAt", is(instant(week(2))))
                .body("series.skipped", contains(json(later.plusWeeks(1))))
                .body("series.upcoming.startsAt", contains(instant(later), instant(later.plusWeeks(2)))));
        ada.get("/tasks/{id}", tasks.get(2))
                .body("startsAt", is(instant(week(2))))
                .body("revision", is(1))
                .body("occurrence.seriesId", is(series.toString()));
        ada.get("/assignments/{id}", hold).body("outdated", is(false)).body("leaseUntil", is(leaseUntil));
        sweeper.sweep();
        assertThat(Weekly.made(next)).doesNotContain(later.plusWeeks(1)).hasSize(2);
        // The organiser moves it by hand, and Ada is told.
        Work.edit(
                organiser,
                tasks.get(2),
                Map.of(
                        "startsAt",
                        instant(later.plusWeeks(1)),
                        "endsAt",
                        instant(later.plusWeeks(1).plusHours(2))));
        ada.get("/assignments/{id}", hold).body("outdated", is(true));
        ada.get("/assignments/{id}/changes", hold).body("changes.field", contains("startsAt", "endsAt"));
    }

    @Test
    void whoever_was_offered_a_place_or_has_done_the_work_counts_as_somebody() {
        var organiser = people.with(ORGANISER, town);
        var series = Weekly.make(organiser, town);
        var tasks = Weekly.tasks(organiser, series);
        Work.offer(organiser, tasks.get(1), people.member(town));
        Work.done(people.member(town), tasks.get(2));
        var gone = people.member(town);
        var given = Work.claim(gone, tasks.get(3));
        gone.post("/assignments/{id}/release", Map.of("fence", 1), given).statusCode(200);
        edit(organiser, series, week(1), Map.of("content", Map.of("capacity", 9)))
                .body(
                        "kept.taskId",
                        contains(tasks.get(1).toString(), tasks.get(2).toString()))
                .body("changed", is(1))
                .body("series.upcoming.taskId", contains(tasks.get(3).toString()));
    }

    @Test
    void another_day_of_the_week_moves_each_week() {
        var organiser = people.with(ORGANISER, town);
        var series = Weekly.make(organiser, town);
        var tasks = Weekly.tasks(organiser, series);
        Work.claim(people.member(town), tasks.get(2));
        var dayAfter = week(1).plusDays(1);
        edit(organiser, series, week(1), Map.of("start", json(dayAfter)))
                .body("kept.taskId", contains(tasks.get(2).toString()))
                .body("changed", is(2))
                .body("dropped", is(0))
                .body(
                        "series.upcoming.taskId",
                        contains(tasks.get(1).toString(), tasks.get(3).toString()))
                .body("series.upcoming.startsAt", contains(instant(dayAfter), instant(dayAfter.plusWeeks(2))));
    }

    @Test
    void every_second_week_drops_the_weeks_between_that_are_empty() {
        var organiser = people.with(ORGANISER, town);
        var series = Weekly.make(organiser, town);
        var tasks = Weekly.tasks(organiser, series);
        var ada = people.member(town);
        Work.claim(ada, tasks.get(3));
        edit(organiser, series, week(0), Map.of("rrule", "FREQ=WEEKLY;INTERVAL=2"))
                .body("changed", is(2))
                .body("dropped", is(1))
                .body("kept.taskId", contains(tasks.get(3).toString()))
                .body("series.upcoming.occurrence", contains(json(week(0)), json(week(2))));
        organiser.get("/tasks/{id}", tasks.get(1)).body("status", is("CANCELLED"));
        ada.get("/tasks/{id}", tasks.get(3)).body("status", is("OPEN"));
        organiser.get("/series/{id}", series).body("status", is("FINISHED"));
    }

    @Test
    void more_often_makes_what_is_new_at_once() {
        var organiser = people.with(ORGANISER, town);
        var series = Weekly.make(organiser, town);
        edit(organiser, series, week(2), Map.of("rrule", "FREQ=DAILY;COUNT=4"))
                .body("changed", is(1)) // the day of the second; the third has no day in this rule
                .body("dropped", is(1))
                .body(
                        "series.upcoming.occurrence",
                        contains(
                                json(week(2)),
                                json(week(2).plusDays(1)),
                                json(week(2).plusDays(2)),
                                json(week(2).plusDays(3))));
    }

    @Test
    void what_was_edited_by_itself_cancelled_or_left_out_stays_so() {
        var organiser = people.with(ORGANISER, town);
        var series = Weekly.make(organiser, town);
        var tasks = Weekly.tasks(organiser, series);
        Work.edit(organiser, tasks.get(0), Map.of("title", "Ring the press"));
        organiser.act("/tasks/{id}/cancel", tasks.get(1)).statusCode(200);
        organiser
                .post("/series/{id}/skip", Map.of("occurrence", json(week(2))), series)
                .statusCode(200);
        organiser
                .post("/series/{id}/skip", Map.of("occurrence", json(week(5))), series)
                .statusCode(200);
        var etag = organiser.get("/series/{id}", series).extract().header("ETag");
        var later = FIRST.plusHours(1);
        var next = next(edit(organiser, series, week(0), etag, Map.of("start", json(later)))
                .statusCode(200)
                .body("kept.taskId", contains(tasks.get(0).toString()))
                .body("kept[0].detached", is(true))
                .body("kept[0].holders", is(0))
                .body("changed", is(1))
                .body(
                        "series.skipped",
                        contains(
                                json(later),
                                json(later.plusWeeks(1)),
                                json(later.plusWeeks(2)),
                                json(later.plusWeeks(5)))));
        organiser
                .get("/tasks/{id}", tasks.get(0))
                .body("title", is("Ring the press"))
                .body("startsAt", is(instant(week(0))));
        QuarkusMock.installMockForType(Clock.offset(Clock.systemUTC(), Duration.ofDays(21)), Clock.class);
        sweeper.sweep();
        assertThat(Weekly.made(next)).containsExactly(later.plusWeeks(3), later.plusWeeks(4), later.plusWeeks(6));
    }

    @Test
    void a_rule_that_counts_counts_on() {
        var organiser = people.with(ORGANISER, town);
        var series = Weekly.make(organiser, phoneBank(town, "rrule", "FREQ=WEEKLY;COUNT=10"));
        edit(organiser, series, week(3), Map.of("publish", false)).body("series.rrule", is("FREQ=WEEKLY;COUNT=7"));
    }

    @Test
    void a_series_can_be_split_far_ahead_and_goes_on_until_then() {
        var organiser = people.with(ORGANISER, town);
        var series = Weekly.make(organiser, town);
        var next = next(edit(organiser, series, week(6), Map.of("content", Map.of("title", "Ring everybody")))
                .body("changed", is(0))
                .body("series.upcoming", empty())
                .body("series.nextAt", is(instant(week(6)))));
        organiser.get("/series/{id}", series).body("status", is("RUNNING")).body("nextAt", is(instant(week(4))));
        QuarkusMock.installMockForType(Clock.offset(Clock.systemUTC(), Duration.ofDays(28)), Clock.class);
        sweeper.sweep();
        assertThat(Weekly.made(series)).containsExactly(week(0), week(1), week(2), week(3), week(4), week(5));
        assertThat(Weekly.made(next)).containsExactly(week(6), week(7));
    }

    @Test
    void the_older_part_can_be_split_again_up_to_where_the_newer_begins() {
        var organiser = people.with(ORGANISER, town);
        var series = Weekly.make(organiser, town);
        var last = next(edit(organiser, series, week(3), Map.of("content", Map.of("title", "Last"))));
        var middle = next(edit(organiser, series, week(1), Map.of("content", Map.of("title", "Middle"))));
        organiser
                .get("/series/{id}", middle)
                .body("endsBefore", is(json(week(3))))
                .body("status", is("FINISHED"));
        assertThat(Weekly.made(series)).containsExactly(week(0));
        assertThat(Weekly.made(middle)).containsExactly(week(1), week(2));
        assertThat(Weekly.made(last)).containsExactly(week(3));
        refused(edit(organiser, series, week(3), "\"2\"", Map.of("publish", false)), 422, "unknown-occurrence");
        Invariants.hold();
    }

    @Test
    void an_edit_names_a_time_to_come_and_the_version() {
        var organiser = people.with(ORGANISER, town);
        var series = Weekly.make(organiser, phoneBank(town, "start", json(FIRST.minusWeeks(2))));
        var patch = Map.of("publish", false);
        refused(edit(organiser, series, week(1), null, patch), 428, "if-match-required");
        refused(edit(organiser, series, week(1), "\"7\"", patch), 412, "stale-version");
        refused(edit(organiser, series, week(-1), "\"0\"", patch), 409, "occurrence-over");
        refused(edit(organiser, series, week(1).plusHours(1), "\"0\"", patch), 422, "unknown-occurrence");
        refused(edit(organiser, series, week(1), "\"0\"", Map.of()), 400, "empty-patch");
        organiser.patch("/series/{id}", "\"0\"", patch, series).statusCode(422);
        refused(organiser.patch("/series/{id}?from=tomorrow", "\"0\"", patch, series), 400, "malformed-parameter");
        refused(
                organiser.patch("/series/{id}?from=" + instant(week(1)), "\"0\"", patch, series),
                400,
                "malformed-parameter");
        refused(edit(organiser, series, week(1), "\"0\"", Map.of("group", town)), 400, "malformed-json");
        refused(edit(organiser, series, week(1), "\"0\"", Map.of("start", json(week(-1)))), 409, "occurrence-over");
        organiser.act("/series/{id}/end", series).statusCode(200);
        refused(edit(organiser, series, week(1), "\"1\"", patch), 409, "series-ended");
    }

    @Test
    void a_result_that_no_series_can_have_is_refused_as_a_whole() {
        var organiser = people.with(ORGANISER, town);
        var series = Weekly.make(organiser, town);
        refused(edit(organiser, series, week(1), "\"0\"", Map.of("rrule", "FREQ=OFTEN")), 422, "invalid-rrule");
        var day = FIRST.getDayOfWeek().plus(1).name().substring(0, 2);
        refused(
                edit(organiser, series, week(1), "\"0\"", Map.of("rrule", "FREQ=WEEKLY;BYDAY=" + day)),
                422,
                "start-not-in-rule");
        refused(
                edit(organiser, series, week(1), "\"0\"", Map.of("rrule", "FREQ=DAILY;BYHOUR=10,14,16,18")),
                422,
                "rrule-too-often");
        var untitled = Map.of("content", Collections.singletonMap("title", null));
        refused(edit(organiser, series, week(1), "\"0\"", untitled), 422, "invalid-input")
                .body("errors.pointer", hasItem("/content/title"));
        var course = Map.of("content", Map.of("requiredCourseId", UUID.randomUUID()));
        refused(edit(organiser, series, week(1), "\"0\"", course), 422, "unknown-course");
        organiser.get("/series/{id}", series).header("ETag", "\"0\"").body("upcoming", hasSize(4));
    }

    @Test
    void what_a_new_part_opens_at_once_is_what_is_made_from_then_on() {
        var organiser = people.with(ORGANISER, town);
        var series = Weekly.make(organiser, phoneBank(town, "publish", false));
        edit(organiser, series, week(3), Map.of("publish", true, "rrule", "FREQ=DAILY;COUNT=2"))
                .body("series.upcoming.status", contains("DRAFT", "OPEN"));
    }

    @Test
    void other_tasks_that_need_one_of_the_series_go_on_needing_it() {
        var organiser = people.with(ORGANISER, town);
        var series = Weekly.make(organiser, town);
        var task = Weekly.tasks(organiser, series).get(1);
        var report = Work.draft(organiser, Work.leaflets(town));
        organiser
                .replace("/tasks/{id}/needs", Map.of("taskIds", List.of(task)), report)
                .statusCode(200);
        edit(organiser, series, week(1), Map.of("start", json(week(1).plusHours(1))));
        organiser
                .get("/tasks/{id}/needs", report)
                .body("items.status", contains("OPEN"))
                .body("items.status", not(hasItem("CANCELLED")));
    }

    private ValidatableResponse edit(Person organiser, UUID series, LocalDateTime from, Map<String, ?> patch) {
        var etag = organiser.get("/series/{id}", series).extract().header("ETag");
        return edit(organiser, series, from, etag, patch).statusCode(200);
    }

    private static ValidatableResponse edit(
            Person organiser, UUID series, LocalDateTime from, String etag, Map<String, ?> patch) {
        return organiser.patch("/series/{id}?from=" + json(from), etag, patch, series);
    }

    private static UUID next(ValidatableResponse split) {
        return UUID.fromString(split.extract().path("series.id"));
    }
}
