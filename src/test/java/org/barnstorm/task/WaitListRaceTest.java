package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.ORGANISER;

import io.quarkus.logging.Log;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.barnstorm.testing.Concurrently;
import org.barnstorm.testing.Crowd;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Waiting;
import org.barnstorm.testing.Wire;
import org.barnstorm.testing.Wire.Answer;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many wait for the same places while others give them back, take them and let them lapse. */
@QuarkusTest
class WaitListRaceTest {
    private static final String DEADLOCKS = "select deadlocks from pg_stat_database where datname = current_database()";

    @Inject
    People people;

    @Inject
    LeaseSweeper leases;

    private final String town = People.freshTown();
    private long deadlocks;

    @BeforeEach
    void count_deadlocks() {
        deadlocks = Sql.value(Long.class, DEADLOCKS);
    }

    @AfterEach
    void nobody_overtook_and_nothing_deadlocked() {
        Invariants.hold();
        assertThat(Sql.value(Long.class, DEADLOCKS)).isEqualTo(deadlocks);
    }

    @Test
    void a_double_tap_is_one_entry_and_no_error() {
        var organiser = people.with(ORGANISER, town);
        for (var wire : Crowd.members(people, town, 8)) {
            var task = Work.open(organiser, town, 1);
            Work.claim(people.member(town), task);
            var answers = Concurrently.times(8, () -> Wire.patiently(() -> wire.put(list(task))));
            assertThat(answers).extracting(Answer::kind).containsOnly("200");
            assertThat(answers.stream().map(Answer::id).distinct()).hasSize(1);
        }
    }

    @Test
    void a_double_tap_on_an_offer_is_one_hold_and_no_error() {
        var organiser = people.with(ORGANISER, town);
        for (var round = 0; round < 8; round++) {
            var task = Work.open(organiser, town, 1);
            var holder = people.member(town);
            var hold = Work.claim(holder, task);
            var waiter = people.member(town);
            Waiting.join(waiter, task);
            Waiting.release(holder, hold);
            var wire = Wire.of(waiter);
            var answers = Concurrently.times(6, () -> Wire.patiently(() -> wire.put(claim(task))));
            assertThat(answers).extracting(Answer::kind).containsOnly("200");
            assertThat(answers)
                    .extracting(answer -> answer.body().path("status").asText())
                    .containsOnly("HELD");
            assertThat(answers.stream().map(Answer::id).distinct()).hasSize(1);
        }
    }

    /** However the two meet: nobody waits while there is a place, and nobody claims it past who waits. */
    @Test
    void joining_while_the_place_is_given_back_is_an_offer_or_a_claim() {
        var organiser = people.with(ORGANISER, town);
        for (var round = 0; round < 15; round++) {
            var task = Work.open(organiser, town, 1);
            var crowd = Crowd.members(people, town, 3);
            var held = crowd.get(0).put(claim(task));
            var answers = Concurrently.race(List.<Callable<Answer>>of(
                    () -> release(crowd.get(0), held), () -> crowd.get(1).put(list(task)), () -> crowd.get(2)
                            .put(claim(task))));
            assertThat(answers.get(0).kind()).isIn("200", "409 busy");
            assertThat(answers.get(1).kind()).isIn("200", "409 task-not-full", "409 busy");
            assertThat(answers.get(2).kind()).isIn("200", "409 task-full", "409 busy");
            Invariants.hold();
        }
    }

    @Test
    void places_that_come_free_at_once_go_to_those_who_joined_first() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, town, 6);
        var holders = Crowd.members(people, town, 6);
        var held = holders.stream().map(wire -> wire.put(claim(task))).toList();
        var waiters = Crowd.members(people, town, 10);
        assertThat(Concurrently.race(waiters.stream()
                        .<Callable<Answer>>map(wire -> () -> Wire.patiently(() -> wire.put(list(task))))
                        .toList()))
                .extracting(Answer::kind)
                .containsOnly("200");
        List<Callable<Answer>> acts = new ArrayList<>();
        for (var i = 0; i < 6; i++) {
            var wire = holders.get(i);
            var answer = held.get(i);
            acts.add(() -> Wire.patiently(() -> release(wire, answer)));
        }
        assertThat(Concurrently.race(acts)).extracting(Answer::kind).containsOnly("200");
        assertThat(Sql.column(String.class, "select status from waiter where task_id = ? order by position", task))
                .containsExactlyElementsOf(Stream.concat(
                                Stream.generate(() -> "OFFERED").limit(6),
                                Stream.generate(() -> "WAITING").limit(4))
                        .toList());
    }

    @Test
    void a_storm_of_everything_on_small_tasks() {
        var organiser = people.with(ORGANISER, town);
        var tasks =
                Stream.generate(() -> Work.open(organiser, town, 2)).limit(3).toList();
        var ended = new AtomicBoolean();
        List<Callable<List<Answer>>> acts = new ArrayList<>();
        var seed = 1;
        for (var wire : Crowd.members(people, town, 12)) {
            var random = new Random(seed++);
            acts.add(() -> wander(wire, tasks, random, 60));
        }
        acts.add(() -> capacities(Wire.of(organiser), tasks, 20));
        var lapses = new Thread(() -> lapse(tasks, ended));
        lapses.start();
        var answers = Concurrently.race(acts).stream().flatMap(List::stream).toList();
        ended.set(true);
        join(lapses);
        Log.infof("A storm round wait lists: %s", Crowd.kinds(answers));
        assertThat(answers)
                .filteredOn(answer -> !answer.ok())
                .extracting(Answer::kind)
                .isSubsetOf(
                        "409 task-full",
                        "409 task-not-full",
                        "409 place-held",
                        "409 claim-limit",
                        "409 lease-lost",
                        "409 assignment-state",
                        "409 capacity-below-taken",
                        "409 busy",
                        "412 stale-version",
                        "404 not-found");
        assertThat(Sql.column(String.class, "select distinct type from journal where group_path = ?", town))
                .contains("waiter.offered", "waiter.accepted", "waiter.passed", "waiter.left", "assignment.expired");
    }

    /** One person does whatever comes to their mind. */
    private static List<Answer> wander(Wire wire, List<UUID> tasks, Random random, int steps) {
        var answers = new ArrayList<Answer>();
        for (var i = 0; i < steps; i++) {
            var task = tasks.get(random.nextInt(tasks.size()));
            switch (random.nextInt(6)) {
                case 0, 1 -> answers.add(wire.put(claim(task)));
                case 2, 3 -> answers.add(wire.put(list(task)));
                case 4 -> answers.add(wire.delete(list(task)));
                default -> answers.addAll(giveUp(wire, task));
            }
        }
        return answers;
    }

    /** Gives back or declines what one has of a task. */
    private static List<Answer> giveUp(Wire wire, UUID task) {
        var answers = new ArrayList<Answer>();
        for (var own : wire.get("/me/assignments?limit=200").body().path("items")) {
            if (!own.path("taskId").asText().equals(task.toString())) continue;
            var path = "/assignments/" + own.path("id").asText();
            switch (own.path("status").asText()) {
                case "HELD" ->
                    answers.add(wire.post(
                            path + "/release", Map.of("fence", own.path("fence").asLong())));
                case "OFFERED" -> answers.add(wire.post(path + "/decline", Map.of()));
                default -> {}
            }
        }
        return answers;
    }

    private static List<Answer> capacities(Wire organiser, List<UUID> tasks, int times) {
        var answers = new ArrayList<Answer>();
        for (var i = 0; i < times; i++) {
            var task = tasks.get(i % tasks.size());
            var version = organiser.get("/tasks/" + task).body().path("version").asLong();
            answers.add(organiser.patch("/tasks/" + task, "\"" + version + "\"", Map.of("capacity", 1 + i % 4)));
        }
        return answers;
    }

    /** Lets offers run out, and two sweepers find them. */
    private void lapse(List<UUID> tasks, AtomicBoolean ended) {
        while (!ended.get()) {
            for (var task : tasks) {
                Sql.run(
                        "update assignment set lease_until = now() - interval '1 second',"
                                + " expires_at = now() - interval '1 second' where id = (select id from assignment"
                                + " where task_id = ? and status = 'OFFERED' limit 1)",
                        task);
            }
            Concurrently.times(2, () -> leases.sweep());
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join(30_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        assertThat(thread.isAlive()).isFalse();
    }

    private static Answer release(Wire wire, Answer claimed) {
        return wire.post(
                "/assignments/" + claimed.id() + "/release",
                Map.of("fence", claimed.body().path("fence").asLong()));
    }

    private static String claim(UUID task) {
        return "/tasks/" + task + "/claim";
    }

    private static String list(UUID task) {
        return "/tasks/" + task + "/waitlist";
    }
}
