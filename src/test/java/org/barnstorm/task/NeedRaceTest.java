package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.authority.Role.VERIFIER;
import static org.hamcrest.Matchers.is;

import io.quarkus.logging.Log;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.barnstorm.testing.Concurrently;
import org.barnstorm.testing.Crowd;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.TestStack;
import org.barnstorm.testing.Wire;
import org.barnstorm.testing.Wire.Answer;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many say at once what waits for what, and many replicas look whether it has happened. */
@QuarkusTest
class NeedRaceTest {
    @Inject
    People people;

    @Inject
    NeedSweeper sweeper;

    private final String town = People.freshTown();

    @AfterEach
    void invariants_hold() {
        Invariants.hold();
    }

    @Test
    void I_08_of_four_that_close_a_circle_together_one_is_refused() {
        var organiser = people.with(ORGANISER, town);
        var wire = Wire.of(organiser);
        for (var round = 0; round < 10; round++) {
            var tasks = drafts(organiser, 4);
            List<Callable<Answer>> steps = new ArrayList<>();
            for (var i = 0; i < 4; i++) {
                var task = tasks.get(i);
                var next = tasks.get((i + 1) % 4);
                steps.add(() -> Wire.patiently(() -> needs(wire, task, List.of(next))));
            }
            assertThat(Concurrently.race(steps))
                    .extracting(Answer::kind)
                    .containsExactlyInAnyOrder("200", "200", "200", "409 needs-cycle");
        }
    }

    @Test
    void I_08_however_many_wish_whatever_they_like_nothing_waits_for_itself() {
        var organiser = people.with(ORGANISER, town);
        var tasks = drafts(organiser, 7);
        List<Callable<List<Answer>>> acts = new ArrayList<>();
        for (var i = 0; i < 6; i++) {
            var random = new Random(i);
            acts.add(() -> wishes(Wire.of(organiser), tasks, random, 25));
        }
        var answers = Concurrently.race(acts).stream().flatMap(List::stream).toList();
        Log.infof("Wishes for needs: %s", Crowd.kinds(answers));
        assertThat(answers).extracting(Answer::kind).containsOnly("200", "409 needs-cycle");
    }

    private static List<Answer> wishes(Wire wire, List<UUID> tasks, Random random, int times) {
        var answers = new ArrayList<Answer>();
        for (var i = 0; i < times; i++) {
            var shuffled = new ArrayList<>(tasks);
            Collections.shuffle(shuffled, random);
            var wanted = shuffled.subList(1, 1 + random.nextInt(3));
            answers.add(Wire.patiently(() -> needs(wire, shuffled.get(0), wanted)));
        }
        return answers;
    }

    @Test
    void T_16_sweepers_at_once_open_each_task_once() {
        var organiser = people.with(ORGANISER, town);
        var printing = Work.open(organiser, town, 1);
        var waiting = waiting(organiser, printing, 8);
        Work.verify(people.with(VERIFIER, town), Work.done(people.member(town), printing));
        Concurrently.times(4, () -> sweeper.sweep());
        sweeper.sweep(); // what all of them skipped because another was at it
        assertThat(waiting).allSatisfy(task -> assertThat(Work.journaled(task, "task.opened"))
                .isEqualTo(1));
    }

    @Test
    void T_16_sweepers_at_once_tell_each_once() {
        var organiser = people.with(ORGANISER, town);
        var printing = Work.open(organiser, town, 1);
        var waiting = waiting(organiser, printing, 8);
        organiser.act("/tasks/{id}/cancel", printing).statusCode(200);
        Concurrently.times(4, () -> sweeper.sweep());
        sweeper.sweep();
        assertThat(waiting).allSatisfy(task -> assertThat(Work.journaled(task, "task.blocked"))
                .isEqualTo(1));
    }

    @Test
    void cancelling_and_opening_at_once_end_in_one_of_the_two() {
        var organiser = people.with(ORGANISER, town);
        var wire = Wire.of(organiser);
        var printing = Work.open(organiser, town, 1);
        var waiting = waiting(organiser, printing, 6);
        Work.verify(people.with(VERIFIER, town), Work.done(people.member(town), printing));
        List<Callable<Integer>> acts = new ArrayList<>();
        acts.add(sweeper::sweep);
        acts.add(sweeper::sweep);
        for (var task : waiting) {
            acts.add(() ->
                    Wire.patiently(() -> wire.act("/tasks/" + task + "/cancel")).status());
        }
        Concurrently.race(acts);
        for (var task : waiting) organiser.get("/tasks/{id}", task).body("status", is("CANCELLED"));
    }

    @Test
    void a_task_that_somebody_works_on_does_not_keep_the_others_waiting() throws SQLException {
        var organiser = people.with(ORGANISER, town);
        var printing = Work.open(organiser, town, 1);
        var waiting = waiting(organiser, printing, 2);
        Work.verify(people.with(VERIFIER, town), Work.done(people.member(town), printing));
        try (var rogue = TestStack.asOwner();
                var lock = rogue.prepareStatement("select 1 from task where id = ? for update")) {
            rogue.setAutoCommit(false);
            lock.setObject(1, waiting.get(0));
            lock.executeQuery();
            sweeper.sweep();
            rogue.rollback();
        }
        organiser.get("/tasks/{id}", waiting.get(0)).body("status", is("WAITING"));
        organiser.get("/tasks/{id}", waiting.get(1)).body("status", is("OPEN"));
        sweeper.sweep();
        organiser.get("/tasks/{id}", waiting.get(0)).body("status", is("OPEN"));
    }

    private List<UUID> drafts(Person organiser, int count) {
        return Stream.generate(() -> Work.draft(organiser, Work.leaflets(town)))
                .limit(count)
                .toList();
    }

    private List<UUID> waiting(Person organiser, UUID needed, int count) {
        var tasks = drafts(organiser, count);
        for (var task : tasks) {
            organiser
                    .replace("/tasks/{id}/needs", Map.of("taskIds", List.of(needed)), task)
                    .statusCode(200);
            organiser.act("/tasks/{id}/publish", task).statusCode(200);
        }
        return tasks;
    }

    private static Answer needs(Wire wire, UUID task, List<UUID> wanted) {
        return wire.put("/tasks/" + task + "/needs", Map.of("taskIds", wanted));
    }
}
