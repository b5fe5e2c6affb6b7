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
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Series: made by a rule, seen in lists, with tasks like others. */
@QuarkusTest
class SeriesTest {
    @Inject
    People people;

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

    private static UUID template(Person organiser, String group) {
        var content = Map.of("title", "Stall on the market", "place", Map.of("name", "Market"), "effortMinutes", 60);
        var wanted = Map.of("group", group, "name", "Stall", "durationMinutes", 45, "content", content);
        return UUID.fromString(
                organiser.post("/templates", wanted).statusCode(201).extract().path("id"));
    }
}
