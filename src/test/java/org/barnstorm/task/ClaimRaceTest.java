package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.testing.Problems.refused;

import io.quarkus.logging.Log;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.barnstorm.testing.Concurrently;
import org.barnstorm.testing.Crowd;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.TestStack;
import org.barnstorm.testing.Wire;
import org.barnstorm.testing.Wire.Answer;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many want the same places at once. */
@QuarkusTest
class ClaimRaceTest {
    private static final String DEADLOCKS = "select deadlocks from pg_stat_database where datname = current_database()";

    @Inject
    People people;

    private final String town = People.freshTown();
    private long deadlocks;

    @BeforeEach
    void count_deadlocks() {
        deadlocks = Sql.value(Long.class, DEADLOCKS);
    }

    @AfterEach
    void the_invariants_hold_and_nothing_deadlocked() {
        Invariants.hold();
        assertThat(Sql.value(Long.class, DEADLOCKS)).isEqualTo(deadlocks);
    }

    @Test
    void I_01_of_a_thousand_people_on_ten_places_exactly_ten_win() {
        var organiser = people.with(ORGANISER, town);
        var crowd = Crowd.members(people, town, 1000);
        var task = Work.open(organiser, town, 10);
        var path = claim(task);
        var began = System.nanoTime();
        var answers = Crowd.all(
                128,
                crowd.stream()
                        .<Callable<Answer>>map(wire -> () -> Wire.patiently(() -> wire.put(path)))
                        .toList());
        var took = Duration.ofNanos(System.nanoTime() - began);
        var slowest = answers.stream()
                .mapToLong(answer -> answer.ended() - answer.began())
                .max();
        Log.infof(
                "1000 claimers, 10 places, 128 connections: %d ms, slowest %d ms, %s",
                took.toMillis(), slowest.orElseThrow() / 1_000_000, Crowd.kinds(answers));
        assertThat(answers).extracting(Answer::kind).containsOnly("200", "409 task-full");
        assertThat(answers)
                .filteredOn(Answer::ok)
                .hasSize(10)
                .extracting(Answer::id)
                .doesNotHaveDuplicates();
        assertThat(Work.taken(organiser, task)).isEqualTo(10);
    }

    @Test
    void I_03_a_double_click_is_one_hold_and_no_error() {
        var organiser = people.with(ORGANISER, town);
        for (var wire : Crowd.members(people, town, 15)) {
            var task = Work.open(organiser, town, 3);
            var answers = Concurrently.times(8, () -> Wire.patiently(() -> wire.put(claim(task))));
            assertThat(answers).extracting(Answer::kind).containsOnly("200");
            assertThat(answers.stream().map(Answer::id).distinct()).hasSize(1);
            assertThat(Work.taken(organiser, task)).isEqualTo(1);
        }
    }

    @Test
    void I_03_a_double_click_on_the_last_place_is_no_error_either() {
        var organiser = people.with(ORGANISER, town);
        for (var wire : Crowd.members(people, town, 15)) {
            var task = Work.open(organiser, town, 1);
            var answers = Concurrently.times(8, () -> Wire.patiently(() -> wire.put(claim(task))));
            assertThat(answers).extracting(Answer::kind).containsOnly("200");
        }
    }

    @Test
    void who_waits_in_vain_for_a_row_is_told_to_come_back() throws SQLException {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, town, 1);
        var member = people.member(town);
        try (var rogue = TestStack.asOwner();
                var lock = rogue.prepareStatement("select 1 from task where id = ? for update")) {
            rogue.setAutoCommit(false);
            lock.setObject(1, task);
            lock.executeQuery();
            refused(member.put("/tasks/{id}/claim", task), 409, "busy").header("Retry-After", "1");
            rogue.rollback();
        }
        member.put("/tasks/{id}/claim", task).statusCode(200);
    }

    @Test
    void I_10_edits_of_capacity_and_claims_respect_each_other() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, town, 10);
        var editor = Wire.of(organiser);
        for (var i = 0; i < 2; i++) Work.claim(people.member(town), task); // so that one place is surely too few
        List<Callable<List<Answer>>> acts = new ArrayList<>();
        for (var wire : Crowd.members(people, town, 14)) acts.add(() -> claimAndRelease(wire, task, 12));
        for (var i = 0; i < 2; i++) acts.add(() -> editCapacity(editor, task, 25));
        var answers = Concurrently.race(acts).stream().flatMap(List::stream).toList();
        Log.infof("Edits of capacity against claims: %s", Crowd.kinds(answers));
        assertThat(answers)
                .filteredOn(answer -> !answer.ok())
                .extracting(Answer::kind)
                .isSubsetOf("409 task-full", "409 busy", "409 capacity-below-taken");
        assertThat(answers).anyMatch(answer -> answer.code().equals("capacity-below-taken"));
    }

    @Test
    void no_claim_relies_on_an_invitation_that_was_withdrawn_before() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, Work.leaflets(town, "audience", Map.of("who", "INVITED")));
        Work.edit(organiser, task, Map.of("capacity", 40));
        var editor = Wire.of(organiser);
        for (var i = 0; i < 40; i++) {
            var guest = people.newcomer();
            var ids = Map.of("memberIds", List.of(guest.id()));
            organiser.replace("/tasks/{id}/invitations", ids, task).statusCode(204);
            var wire = Wire.of(guest);
            var answers = Concurrently.race(List.<Callable<Answer>>of(
                    () -> wire.put(claim(task)), () -> editor.delete("/tasks/" + task + "/invitations/" + guest.id())));
            if (!answers.get(0).ok() || answers.get(1).status() != 204) continue;
            var order = Sql.column(
                    String.class,
                    "select type from journal where subject_id = ? or subject_id = ? order by position desc limit 2",
                    answers.get(0).id(),
                    task);
            assertThat(order).containsExactly("task.uninvited", "assignment.claimed");
        }
    }

    private static List<Answer> editCapacity(Wire editor, UUID task, int times) {
        var answers = new ArrayList<Answer>();
        for (var i = 0; i < times; i++) {
            var capacity = 1 + i % 12;
            var answer = edit(editor, task, capacity);
            while (answer.code().equals("stale-version")) answer = edit(editor, task, capacity);
            answers.add(answer);
        }
        return answers;
    }

    private static Answer edit(Wire editor, UUID task, int capacity) {
        var version = editor.get("/tasks/" + task).body().path("version").asLong();
        return Wire.patiently(
                () -> editor.patch("/tasks/" + task, "\"" + version + "\"", Map.of("capacity", capacity)));
    }

    private static List<Answer> claimAndRelease(Wire wire, UUID task, int times) {
        var answers = new ArrayList<Answer>();
        for (var i = 0; i < times; i++) {
            var claimed = wire.put(claim(task));
            answers.add(claimed);
            if (claimed.ok()) answers.add(release(wire, claimed));
        }
        return answers;
    }

    @Test
    void I_15_one_key_sent_many_times_at_once_makes_one_task() {
        var organiser = people.with(ORGANISER, town);
        var wire = Wire.of(organiser);
        for (var round = 0; round < 5; round++) {
            var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
            var wanted = Work.leaflets(town);
            var answers = Concurrently.times(12, () -> wire.post("/tasks", wanted, key));
            assertThat(answers)
                    .extracting(Answer::kind)
                    .isSubsetOf("201", "409 busy")
                    .contains("201");
            assertThat(answers.stream().filter(Answer::ok).map(Answer::id).distinct())
                    .hasSize(1);
        }
        assertThat(Sql.value(Long.class, "select count(*) from task where created_by = ?", organiser.id()))
                .isEqualTo(5);
    }

    @Test
    void people_who_take_and_leave_several_tasks_in_any_order_never_deadlock() {
        var organiser = people.with(ORGANISER, town);
        var tasks =
                Stream.generate(() -> Work.open(organiser, town, 4)).limit(4).toList();
        List<Callable<List<Answer>>> acts = new ArrayList<>();
        for (var wire : Crowd.members(people, town, 12)) {
            acts.add(() -> {
                var order = new ArrayList<>(tasks);
                Collections.shuffle(order);
                var answers = new ArrayList<Answer>();
                for (var task : order) answers.addAll(claimAndRelease(wire, task, 4));
                return answers;
            });
        }
        var answers = Concurrently.race(acts).stream().flatMap(List::stream).toList();
        assertThat(answers)
                .filteredOn(answer -> !answer.ok())
                .extracting(Answer::kind)
                .isSubsetOf("409 task-full", "409 busy");
    }

    private static Answer release(Wire wire, Answer claimed) {
        var fence = Map.of("fence", claimed.body().path("fence").asLong());
        return Wire.patiently(() -> wire.post("/assignments/" + claimed.id() + "/release", fence));
    }

    private static String claim(UUID task) {
        return "/tasks/" + task + "/claim";
    }
}
