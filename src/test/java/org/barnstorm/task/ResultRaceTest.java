package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.authority.Role.VERIFIER;
import static org.barnstorm.testing.KindsOfWork.canvass;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.barnstorm.testing.Concurrently;
import org.barnstorm.testing.Crowd;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.KindsOfWork;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Wire;
import org.barnstorm.testing.Wire.Answer;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Results, ticks, verdicts and undoing at the same moment. */
@QuarkusTest
class ResultRaceTest {
    private static final String LONG_AGO = "2020-01-01T00:00:00Z";
    private static final Map<String, Object> NOBODY_HOME = Map.of("fence", 1, "outcome", Map.of("code", "nobody-home"));

    @Inject
    People people;

    private final String town = People.freshTown();

    @AfterEach
    void the_invariants_hold() {
        Invariants.hold();
    }

    @Test
    void I_01_a_place_that_an_attempt_frees_is_taken_once() {
        var organiser = people.with(ORGANISER, town);
        KindsOfWork.make(people.with(LEAD, town), town, "canvass", canvass()).statusCode(201);
        for (var round = 0; round < 10; round++) {
            var task = Work.open(organiser, Work.leaflets(town, "kind", "canvass"));
            var ada = people.member(town);
            var hold = Work.claim(ada, task);
            var wire = Wire.of(ada);
            List<Callable<Answer>> acts = new ArrayList<>();
            acts.add(() -> Wire.patiently(() -> wire.post("/assignments/" + hold + "/complete", NOBODY_HOME)));
            acts.add(() -> Wire.patiently(() -> wire.post("/assignments/" + hold + "/complete", NOBODY_HOME)));
            // Others each time: who wins keeps the place, and may not have many.
            for (var each : Crowd.members(people, town, 6)) acts.add(() -> each.put("/tasks/" + task + "/claim"));
            var answers = Concurrently.race(acts);
            assertThat(answers.subList(0, 2)).filteredOn(Answer::ok).hasSize(1);
            assertThat(answers.subList(2, answers.size()))
                    .filteredOn(Answer::ok)
                    .hasSizeLessThanOrEqualTo(1);
            assertThat(answers)
                    .filteredOn(answer -> !answer.ok())
                    .extracting(Answer::code)
                    .isSubsetOf("task-full", "busy", "lease-lost");
        }
    }

    @Test
    void of_ticks_at_once_one_is_the_last_and_each_is_in_the_journal_once() {
        var organiser = people.with(ORGANISER, town);
        var ada = people.member(town);
        var hold = Work.claim(ada, Work.open(organiser, Work.leaflets(town, "steps", List.of("a", "b", "c", "d"))));
        var answers = Concurrently.race(IntStream.range(0, 8)
                .<Callable<Integer>>mapToObj(i -> () -> tick(ada, hold, List.of(i % 4)))
                .toList());
        assertThat(answers).isSubsetOf(200, 409).contains(200);
        var shown = Sql.value(Integer.class, "select steps_done[1] from assignment where id = ?", hold);
        assertThat(shown).isBetween(0, 3);
        assertThat(Sql.value(Long.class, "select count(*) from journal where subject_id = ?", hold))
                .isEqualTo(Sql.value(Long.class, "select version + 1 from assignment where id = ?", hold));
    }

    @Test
    void ticking_does_not_wait_for_those_who_claim_and_they_not_for_it() {
        var organiser = people.with(ORGANISER, town);
        var wanted = Work.leaflets(town, "steps", List.of("a", "b"));
        wanted.put("capacity", 20);
        var task = Work.open(organiser, wanted);
        var ada = people.member(town);
        var hold = Work.claim(ada, task);
        List<Callable<Integer>> acts = new ArrayList<>();
        for (var i = 0; i < 6; i++) {
            var step = i % 2;
            acts.add(() -> tick(ada, hold, List.of(step)));
        }
        Crowd.members(people, town, 10)
                .forEach(wire ->
                        acts.add(() -> wire.put("/tasks/" + task + "/claim").status()));
        assertThat(Concurrently.race(acts)).isSubsetOf(200, 409);
        assertThat(Work.taken(organiser, task)).isEqualTo(statuses(task).size());
    }

    @Test
    void of_done_and_not_having_come_one_is_true() {
        var organiser = people.with(ORGANISER, town);
        var verifier = Wire.of(people.with(VERIFIER, town));
        for (var round = 0; round < 10; round++) {
            var wanted = Work.leaflets(
                    town, "startsAt", java.time.Instant.now().minusSeconds(60).toString());
            wanted.put("endsAt", java.time.Instant.now().plusSeconds(3600).toString());
            var task = Work.open(organiser, wanted);
            var ada = people.member(town);
            var hold = Work.claim(ada, task);
            var wire = Wire.of(ada);
            var answers = Concurrently.race(List.<Callable<Answer>>of(
                    () -> Wire.patiently(() -> wire.post("/assignments/" + hold + "/complete", Work.completion(1))),
                    () -> Wire.patiently(() -> verifier.act("/assignments/" + hold + "/no-show")),
                    () -> Wire.patiently(() -> verifier.act("/assignments/" + hold + "/no-show"))));
            assertThat(answers).filteredOn(Answer::ok).hasSize(1);
            assertThat(Work.taken(organiser, task)).isEqualTo(answers.get(0).ok() ? 1 : 0);
        }
    }

    @Test
    void what_is_undone_is_what_was_shown_whatever_the_person_does_meanwhile() {
        var organiser = people.with(ORGANISER, town);
        var lead = Wire.of(organiser);
        var verifier = Wire.of(people.with(VERIFIER, town));
        for (var round = 0; round < 12; round++) {
            var mallory = people.member(town);
            var wire = Wire.of(mallory);
            var done = Work.done(mallory, Work.open(organiser, town, 1));
            var held = Work.claim(mallory, Work.open(organiser, town, 1));
            var fresh = Work.open(organiser, town, 1);
            var body = undoing(mallory, expected(organiser, mallory));
            var answers = Concurrently.race(List.<Callable<Answer>>of(
                    () -> Wire.patiently(() -> lead.post("/groups/" + town + "/undo", body)),
                    () -> Wire.patiently(() -> wire.put("/tasks/" + fresh + "/claim")),
                    () -> Wire.patiently(() -> wire.post("/assignments/" + held + "/complete", Work.completion(1))),
                    () -> Wire.patiently(() -> verifier.act("/assignments/" + done + "/verify"))));
            var undone = answers.get(0);
            assertThat(answers).extracting(Answer::status).isSubsetOf(200, 201, 409);
            if (undone.ok()) {
                assertThat(List.of(status(done), status(held))).containsExactly("UNDONE", "CANCELLED");
            } else {
                assertThat(undone.code()).isEqualTo("preview-stale");
                assertThat(List.of(status(done), status(held))).doesNotContain("UNDONE", "CANCELLED");
            }
            assertThat(answers.get(1).ok()).isTrue();
            assertThat(statuses(fresh)).containsExactly("HELD");
        }
    }

    @Test
    void of_two_who_undo_the_same_one_does() {
        var organisers = List.of(Wire.of(people.with(ORGANISER, town)), Wire.of(people.with(LEAD, town)));
        var reader = people.with(ORGANISER, town);
        for (var round = 0; round < 8; round++) {
            var mallory = people.member(town);
            for (var i = 0; i < 3; i++) Work.claim(mallory, Work.open(reader, town, 1));
            var body = undoing(mallory, expected(reader, mallory));
            List<Callable<Answer>> acts = new ArrayList<>();
            organisers.forEach(
                    each -> acts.add(() -> Wire.patiently(() -> each.post("/groups/" + town + "/undo", body))));
            var answers = Concurrently.race(acts);
            assertThat(answers).filteredOn(Answer::ok).hasSize(1);
            assertThat(answers)
                    .filteredOn(answer -> !answer.ok())
                    .extracting(Answer::code)
                    .containsOnly("preview-stale");
        }
    }

    /** Undoing locks many tasks at once; those who claim and complete in them, in whatever order, never deadlock with it. */
    @Test
    void T_14_undoing_in_busy_tasks_makes_no_deadlock() {
        var organiser = people.with(ORGANISER, town);
        var lead = Wire.of(organiser);
        var before = deadlocks();
        for (var round = 0; round < 4; round++) {
            var mallory = people.member(town);
            var tasks = IntStream.range(0, 3)
                    .mapToObj(i -> Work.open(organiser, town, 8))
                    .toList();
            tasks.forEach(task -> Work.done(mallory, task));
            var body = undoing(mallory, expected(organiser, mallory));
            List<Callable<Answer>> acts = new ArrayList<>();
            acts.add(() -> Wire.patiently(() -> lead.post("/groups/" + town + "/undo", body)));
            for (var wire : Crowd.members(people, town, 4)) {
                acts.add(() -> {
                    Answer last = null;
                    for (var i = tasks.size() - 1; i >= 0; i--) {
                        var path = "/tasks/" + tasks.get(i) + "/claim";
                        last = Wire.patiently(() -> wire.put(path));
                    }
                    return last;
                });
            }
            assertThat(Concurrently.race(acts)).allMatch(Answer::ok);
        }
        assertThat(deadlocks()).isEqualTo(before);
    }

    private static int tick(Person person, UUID hold, List<Integer> done) {
        return person.request()
                .contentType("application/json")
                .body(Map.of("fence", 1, "done", done))
                .put("/assignments/{id}/progress", hold)
                .statusCode();
    }

    private Map<String, Object> undoing(Person whose, String expected) {
        return Map.of("memberId", whose.id(), "since", LONG_AGO, "reason", "Made up.", "expected", expected);
    }

    private String expected(Person organiser, Person whose) {
        return organiser
                .get("/groups/{path}/undo?member={member}&since={since}", town, whose.id(), LONG_AGO)
                .statusCode(200)
                .extract()
                .path("expected");
    }

    private static String status(UUID hold) {
        return Sql.value(String.class, "select status from assignment where id = ?", hold);
    }

    private static List<String> statuses(UUID task) {
        return Sql.column(String.class, "select status from assignment where task_id = ?", task);
    }

    private static long deadlocks() {
        return Sql.value(Long.class, "select deadlocks from pg_stat_database where datname = current_database()");
    }
}
