package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.authority.Role.VERIFIER;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Problems.unseen;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Undoing everything that one person did since a moment, after looking at it. */
@QuarkusTest
class UndoResourceTest {
    private static final String LONG_AGO = "2020-01-01T00:00:00Z";

    @Inject
    People people;

    private final String town = People.freshTown();

    @ParameterizedTest
    @CsvSource({"MEMBER, 403", "LEAD, 200", "ORGANISER, 200", "TRAINER, 403", "VERIFIER, 403", "STEWARD, 403"})
    void who_may_look_at_what_would_be_undone(String role, int status) {
        var mallory = people.member(town);
        Work.claim(mallory, Work.open(people.with(ORGANISER, town), town, 1));
        var answer = preview(people.as(role, town), town, mallory);
        if (status == 200) answer.statusCode(200).body("holds", is(1));
        else refused(answer, 403, "no-mandate").body("capability", is("WORK_UNDO"));
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 403", "LEAD, 201", "ORGANISER, 201", "TRAINER, 403", "VERIFIER, 403", "STEWARD, 403"})
    void who_may_undo(String role, int status) {
        var organiser = people.with(ORGANISER, town);
        var mallory = people.member(town);
        Work.claim(mallory, Work.open(organiser, town, 1));
        var answer = undo(people.as(role, town), town, mallory, expected(preview(organiser, town, mallory)));
        if (status == 201) answer.statusCode(201).body("holds", is(1));
        else refused(answer, 403, "no-mandate").body("capability", is("WORK_UNDO"));
    }

    @Test
    void what_was_shown_is_undone_and_the_places_are_free() {
        var organiser = people.with(ORGANISER, town);
        var mallory = people.with(VERIFIER, town);
        var task = Work.open(organiser, town, 5);
        var done = Work.done(mallory, task);
        var verified = Work.done(mallory, Work.open(organiser, town, 1));
        people.with(VERIFIER, town).act("/assignments/{id}/verify", verified).statusCode(200);
        var others = Work.done(people.member(town), task);
        mallory.act("/assignments/{id}/verify", others).statusCode(200);
        var held = Work.claim(mallory, Work.open(organiser, town, 1));
        var preview = preview(organiser, town, mallory)
                .statusCode(200)
                .body("holds", is(1))
                .body("results", is(2))
                .body("verdicts", is(1))
                .body("left", is(0))
                .body("items.deed", contains("RESULT", "RESULT", "VERDICT", "HOLD"))
                .body(
                        "items.assignmentId",
                        contains(done.toString(), verified.toString(), others.toString(), held.toString()))
                .body("items.status", contains("DONE", "VERIFIED", "VERIFIED", "HELD"))
                .body("items[0].outcome", is("doors-knocked"))
                .body("items[0].title", is("Leaflets in Hanover"))
                .body("items[0].group", is(town));
        undo(organiser, town, mallory, expected(preview))
                .statusCode(201)
                .body("holds", is(1))
                .body("results", is(2))
                .body("verdicts", is(1))
                .body("left", is(0))
                .body("reason", is("The numbers were made up."))
                .body("undoneBy", is(organiser.id().toString()));
        mallory.get("/assignments/{id}", done)
                .body("status", is("UNDONE"))
                .body("reason", is("The numbers were made up."))
                .body("outcome", notNullValue());
        mallory.get("/assignments/{id}", verified).body("status", is("UNDONE"));
        mallory.get("/assignments/{id}", held)
                .body("status", is("CANCELLED"))
                .body("reason", is("The numbers were made up."));
        organiser
                .get("/assignments/{id}", others)
                .body("status", is("DONE"))
                .body("verifiedBy", nullValue())
                .body("verifiedAt", nullValue());
        assertThat(Work.taken(organiser, task)).isEqualTo(1);
        people.with(VERIFIER, town)
                .get("/groups/{path}/verifications", town)
                .body("items.id", contains(others.toString()));
        preview(organiser, town, mallory).body("items", hasSize(0));
        Invariants.hold();
    }

    @Test
    void the_journal_has_each_of_them_under_the_mandate_and_no_reason() {
        var organiser = people.member(town);
        var mandate = UUID.fromString(people.appoint(organiser, ORGANISER, town));
        var mallory = people.with(VERIFIER, town);
        var task = Work.open(organiser, town, 3);
        var done = Work.done(mallory, task);
        var others = Work.done(people.member(town), task);
        mallory.act("/assignments/{id}/verify", others).statusCode(200);
        var held = Work.claim(mallory, Work.open(organiser, town, 1));
        var undo = undo(organiser, town, mallory, expected(preview(organiser, town, mallory)))
                .statusCode(201)
                .extract()
                .<String>path("id");
        assertThat(last(done)).isEqualTo("assignment.undone UNDONE " + mandate);
        assertThat(last(others)).isEqualTo("assignment.unverified DONE " + mandate);
        assertThat(last(held)).isEqualTo("assignment.withdrawn CANCELLED " + mandate);
        assertThat(Sql.value(
                        String.class,
                        "select type || ' ' || mandate_id || ' ' || cast(data as text) from journal where subject_id = ?",
                        UUID.fromString(undo)))
                .startsWith("undo.made " + mandate)
                .contains("\"results\": 1", mallory.id().toString())
                .doesNotContain("made up");
    }

    @Test
    void nothing_is_undone_that_was_not_shown() {
        var organiser = people.with(ORGANISER, town);
        var mallory = people.member(town);
        var hold = Work.claim(mallory, Work.open(organiser, town, 1));
        var seen = expected(preview(organiser, town, mallory));
        var other = Work.claim(mallory, Work.open(organiser, town, 1));
        refused(undo(organiser, town, mallory, seen), 409, "preview-stale");
        mallory.post("/assignments/{id}/release", Map.of("fence", 1), other).statusCode(200);
        Work.complete(mallory, hold);
        refused(undo(organiser, town, mallory, seen), 409, "preview-stale");
        refused(undo(organiser, town, mallory, "anything"), 409, "preview-stale");
        mallory.get("/assignments/{id}", hold).body("status", is("DONE"));
        undo(organiser, town, mallory, expected(preview(organiser, town, mallory)))
                .statusCode(201);
        refused(undo(organiser, town, mallory, seen), 409, "preview-stale");
    }

    @Test
    void what_was_done_before_the_moment_stays() {
        var organiser = people.with(ORGANISER, town);
        var mallory = people.with(VERIFIER, town);
        var task = Work.open(organiser, town, 5);
        var before = Work.done(mallory, task);
        var judged = Work.done(people.member(town), task);
        mallory.act("/assignments/{id}/verify", judged).statusCode(200);
        Work.claim(mallory, Work.open(organiser, town, 1));
        var moment = Sql.value(String.class, "select to_json(clock_timestamp()) #>> '{}'");
        var after = Work.claim(mallory, Work.open(organiser, town, 1));
        organiser
                .request()
                .queryParam("member", mallory.id())
                .queryParam("since", Instant.parse(utc(moment)).toString())
                .get("/groups/{path}/undo", town)
                .then()
                .statusCode(200)
                .body("items.assignmentId", contains(after.toString()));
        mallory.get("/assignments/{id}", before).body("status", is("DONE"));
    }

    @Test
    void only_the_branch_is_looked_at() {
        var movement = town.substring(0, town.indexOf('.'));
        people.grow(town + ".hove");
        var lead = people.with(LEAD, movement);
        var organiser = people.with(ORGANISER, town);
        var mallory = people.member(town);
        mallory.put("/groups/{path}/membership", town + ".hove").statusCode(200);
        mallory.put("/groups/{path}/membership", movement).statusCode(200);
        var here = Work.claim(mallory, Work.open(lead, town, 1));
        var below = Work.claim(mallory, Work.open(lead, town + ".hove", 1));
        var above = Work.claim(mallory, Work.open(lead, movement, 1));
        preview(organiser, town, mallory).body("items.assignmentId", contains(here.toString(), below.toString()));
        refused(preview(organiser, movement, mallory), 403, "no-mandate");
        var shown = preview(lead, movement, mallory)
                .body("items.assignmentId", contains(here.toString(), below.toString(), above.toString()));
        refused(undo(organiser, town, mallory, expected(shown)), 409, "preview-stale");
        undo(organiser, town, mallory, expected(preview(organiser, town, mallory)))
                .body("holds", is(2));
        mallory.get("/assignments/{id}", above).body("status", is("HELD"));
    }

    @Test
    void nobody_undoes_their_own_work() {
        var organiser = people.with(ORGANISER, town);
        Work.claim(organiser, Work.open(organiser, town, 1));
        refused(preview(organiser, town, organiser), 403, "self-undo");
        refused(undo(organiser, town, organiser, "anything"), 403, "self-undo");
    }

    @Test
    void one_says_whose_work_and_since_when() {
        var organiser = people.with(ORGANISER, town);
        var mallory = people.member(town);
        refused(organiser.get("/groups/{path}/undo?since={since}", town, LONG_AGO), 422, "invalid-input")
                .body("errors.pointer", contains("member"));
        refused(organiser.get("/groups/{path}/undo?member={member}", town, mallory.id()), 422, "invalid-input")
                .body("errors.pointer", contains("since"));
        for (var since : List.of("yesterday", "2026-01-01", "2026-01-01T00:00:00", "1767225600")) {
            refused(
                    organiser.get("/groups/{path}/undo?member={member}&since={since}", town, mallory.id(), since),
                    400,
                    "malformed-parameter");
        }
        unseen(organiser.get("/groups/{path}/undo?member={member}&since={since}", town, UUID.randomUUID(), LONG_AGO));
        unseen(preview(organiser, town + ".nowhere", mallory));
        unseen(undo(organiser, town + ".nowhere", mallory, "anything"));
        var body = Map.of("memberId", mallory.id(), "since", LONG_AGO, "reason", " ", "expected", "");
        refused(organiser.post("/groups/{path}/undo", body, town), 422, "invalid-input")
                .body("errors.pointer", contains("/expected", "/reason"));
    }

    @Test
    void looking_needs_what_lets_one_see_holds() {
        people.grow(town);
        var onlyUndoes = people.member(town);
        people.lead(town)
                .post(
                        "/mandates",
                        Map.of("memberId", onlyUndoes.id(), "group", town, "capabilities", List.of("WORK_UNDO")))
                .statusCode(201);
        refused(preview(onlyUndoes, town, people.member(town)), 403, "no-mandate")
                .body("capability", is("ASSIGNMENT_READ"));
    }

    @Test
    void what_was_undone_does_not_count_as_done_and_can_be_done_again() {
        var organiser = people.with(ORGANISER, town);
        var mallory = people.member(town);
        var task = Work.open(organiser, town, 1);
        Work.done(mallory, task);
        undo(organiser, town, mallory, expected(preview(organiser, town, mallory)))
                .statusCode(201);
        assertThat(Work.taken(organiser, task)).isZero();
        Work.done(mallory, task);
        preview(organiser, town, mallory).body("results", is(1));
    }

    @Test
    void with_nothing_to_undo_nothing_happens() {
        var organiser = people.with(ORGANISER, town);
        var mallory = people.member(town);
        var shown = preview(organiser, town, mallory).body("items", hasSize(0)).body("left", is(0));
        undo(organiser, town, mallory, expected(shown)).statusCode(201).body("results", is(0));
        Invariants.hold();
    }

    @Test
    void a_repeated_key_undoes_once() {
        var organiser = people.with(ORGANISER, town);
        var mallory = people.member(town);
        Work.claim(mallory, Work.open(organiser, town, 1));
        var body = body(mallory, expected(preview(organiser, town, mallory)));
        var ids = List.of(1, 2).stream()
                .map(i -> organiser
                        .request()
                        .contentType("application/json")
                        .header("Idempotency-Key", "undo-" + mallory.id())
                        .body(body)
                        .post("/groups/{path}/undo", town)
                        .then()
                        .statusCode(201)
                        .body("holds", is(1))
                        .extract()
                        .<String>path("id"))
                .distinct()
                .toList();
        assertThat(ids).hasSize(1);
        Invariants.hold();
    }

    /** Many results at once are written as the owner of the tables: through the API they would take a minute. */
    @Test
    void at_most_five_hundred_at_a_time_and_the_rest_is_named() {
        var organiser = people.with(ORGANISER, town);
        var mallory = people.member(town);
        Work.done(mallory, Work.open(organiser, town, 1));
        fabricate(mallory, 502);
        var first = preview(organiser, town, mallory)
                .body("items", hasSize(500))
                .body("results", is(500))
                .body("left", is(3));
        undo(organiser, town, mallory, expected(first))
                .statusCode(201)
                .body("results", is(500))
                .body("left", is(3));
        undo(organiser, town, mallory, expected(preview(organiser, town, mallory)))
                .statusCode(201)
                .body("results", is(3))
                .body("left", is(0));
        preview(organiser, town, mallory).body("items", hasSize(0));
        Invariants.hold();
    }

    private void fabricate(Person member, int results) {
        Sql.run("""
                with made as (
                    insert into task (id, version, group_id, movement_id, title, instructions, status, capacity, taken,
                                      fence, remote, zone, effort_minutes, lease_hours, created_by, created_at)
                    select gen_random_uuid(), 0, t.group_id, t.movement_id, t.title, '', 'OPEN', 1, 1, 1, true, 'Z', 60, 48,
                           t.created_by, now()
                    from assignment a join task t on t.id = a.task_id, generate_series(1, ?)
                    where a.member_id = ? returning *
                ),
                held as (
                    insert into assignment (id, task_id, member_id, status, fence, lease_until, expires_at, held_at,
                                            completed_at, outcome_code)
                    select gen_random_uuid(), m.id, ?, 'DONE', 1, now(), now(), now(), now(), 'done' from made m
                    returning *
                ),
                thing (type, seq, status, id, group_id) as (
                    select s.type, s.seq, s.status, m.id, m.group_id
                    from made m, (values ('task.created', 1, 'DRAFT'), ('task.published', 2, 'OPEN')) s (type, seq, status)
                    union all
                    select s.type, s.seq, s.status, h.id, m.group_id
                    from held h join made m on m.id = h.task_id,
                         (values ('assignment.claimed', 1, 'HELD'), ('assignment.completed', 2, 'DONE'))
                             s (type, seq, status)
                )
                insert into journal (id, type, subject_type, subject_id, seq, horizon, group_id, group_path, actor_id,
                                     mandate_id, request_id, data)
                select gen_random_uuid(), t.type, split_part(t.type, '.', 1), t.id, t.seq, pg_current_xact_id(), t.group_id,
                       g.path, a.actor_id, a.mandate_id, 'fabricated', jsonb_build_object('status', t.status)
                from thing t
                join local_group g on g.id = t.group_id
                join lateral (
                    select j.actor_id, j.mandate_id from journal j
                    where j.group_id = t.group_id and j.type = t.type limit 1
                ) as a on true
                """, results, member.id(), member.id());
    }

    private static ValidatableResponse preview(Person person, String group, Person whose) {
        return person.get("/groups/{path}/undo?member={member}&since={since}", group, whose.id(), LONG_AGO);
    }

    private static ValidatableResponse undo(Person person, String group, Person whose, String expected) {
        return person.post("/groups/{path}/undo", body(whose, expected), group);
    }

    private static Map<String, Object> body(Person whose, String expected) {
        return Map.of(
                "memberId", whose.id(), "since", LONG_AGO, "reason", "The numbers were made up.", "expected", expected);
    }

    private static String expected(ValidatableResponse preview) {
        return preview.statusCode(200).extract().path("expected");
    }

    private static String last(UUID hold) {
        return Sql.value(
                String.class,
                "select type || ' ' || (data ->> 'status') || ' ' || mandate_id from journal where subject_id = ?"
                        + " order by seq desc limit 1",
                hold);
    }

    private static String utc(String moment) {
        return java.time.OffsetDateTime.parse(moment).toInstant().toString();
    }
}
