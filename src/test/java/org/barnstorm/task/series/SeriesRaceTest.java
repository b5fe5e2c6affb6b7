package org.barnstorm.task.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.task.series.Weekly.json;
import static org.barnstorm.task.series.Weekly.week;

import io.quarkus.logging.Log;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.barnstorm.testing.Concurrently;
import org.barnstorm.testing.Crowd;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.TestStack;
import org.barnstorm.testing.Wire;
import org.barnstorm.testing.Wire.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Replicas make tasks at the same time, and people take places while an organiser changes the series. */
@QuarkusTest
class SeriesRaceTest {
    @Inject
    People people;

    @Inject
    SeriesSweeper sweeper;

    private final String town = People.freshTown();

    @AfterEach
    void invariants_hold() {
        Invariants.hold();
    }

    @Test
    void T_16_sweepers_at_once_make_each_task_once() {
        var organiser = people.with(ORGANISER, town);
        var series = new ArrayList<UUID>();
        for (var i = 0; i < 6; i++) series.add(Weekly.make(organiser, town));
        QuarkusMock.installMockForType(Clock.offset(Clock.systemUTC(), Duration.ofDays(21)), Clock.class);
        Concurrently.times(4, () -> sweeper.sweep());
        sweeper.sweep(); // what all of them skipped because another was at it
        assertThat(series).allSatisfy(each -> assertThat(Weekly.made(each))
                .containsExactly(week(0), week(1), week(2), week(3), week(4), week(5), week(6)));
    }

    @Test
    void a_series_that_somebody_works_on_does_not_keep_the_others_waiting() throws SQLException {
        var organiser = people.with(ORGANISER, town);
        var stuck = Weekly.make(organiser, town);
        var free = Weekly.make(organiser, town);
        QuarkusMock.installMockForType(Clock.offset(Clock.systemUTC(), Duration.ofDays(7)), Clock.class);
        try (var rogue = TestStack.asOwner();
                var lock = rogue.prepareStatement("select 1 from series where id = ? for update")) {
            rogue.setAutoCommit(false);
            lock.setObject(1, stuck);
            lock.executeQuery();
            sweeper.sweep();
            rogue.rollback();
        }
        assertThat(Weekly.made(stuck)).hasSize(4);
        assertThat(Weekly.made(free)).hasSize(5);
        sweeper.sweep();
        assertThat(Weekly.made(stuck)).hasSize(5);
    }

    @Test
    void whoever_gets_a_place_while_the_series_changes_has_seen_what_they_agreed_to() {
        var organiser = people.with(ORGANISER, town);
        var crowd = Crowd.members(people, town, 9);
        for (var round = 0; round < 4; round++) {
            var series =
                    Weekly.make(organiser, Weekly.phoneBank(town, "start", json(week(0).plusMinutes(round * 200L))));
            var tasks = Weekly.tasks(organiser, series);
            var before = startsByTask(tasks);
            var from = week(0).plusMinutes(round * 200L);
            List<Callable<Answer>> acts = new ArrayList<>();
            acts.add(() -> split(organiser, series, from, Map.of("start", json(from.plusMinutes(30)))));
            for (var i = 0; i < crowd.size(); i++) {
                var wire = crowd.get(i);
                var task = tasks.get(i % tasks.size());
                acts.add(() -> Wire.patiently(() -> wire.put("/tasks/" + task + "/claim")));
            }
            var answers = Concurrently.race(acts);
            Log.infof("Claims against a split: %s", Crowd.kinds(answers));
            requireNobodyMoved(answers.get(0), before);
        }
    }

    /** Tasks that the answer names as kept are as they were; in all others, holders took the place after the change. */
    private static void requireNobodyMoved(Answer split, Map<UUID, String> before) {
        assertThat(split.kind()).isEqualTo("200");
        var kept = new HashSet<UUID>();
        split.body()
                .path("kept")
                .forEach(task -> kept.add(UUID.fromString(task.path("taskId").asText())));
        var after = startsByTask(List.copyOf(before.keySet()));
        for (var task : before.keySet()) {
            var outdated = Sql.value(
                    Long.class,
                    "select count(*) from assignment a join task t on t.id = a.task_id"
                            + " where t.id = ? and a.revision < t.revision",
                    task);
            assertThat(outdated).isZero();
            if (kept.contains(task)) assertThat(after.get(task)).isEqualTo(before.get(task));
            else assertThat(after.get(task)).isNotEqualTo(before.get(task));
        }
    }

    @Test
    void of_two_edits_at_once_one_counts() {
        var organiser = people.with(ORGANISER, town);
        for (var round = 0; round < 4; round++) {
            var series = Weekly.make(organiser, town);
            var wire = Wire.of(organiser);
            List<Callable<Answer>> edits = new ArrayList<>();
            for (var i = 0; i < 3; i++) {
                var title = Map.of("content", Map.of("title", "Version " + i));
                var path = "/series/" + series + "?from=" + json(week(1));
                edits.add(() -> Wire.patiently(() -> wire.patch(path, "\"0\"", title)));
            }
            assertThat(Concurrently.race(edits))
                    .extracting(Answer::kind)
                    .containsExactlyInAnyOrder("200", "412 stale-version", "412 stale-version");
        }
    }

    @Test
    void edits_skips_ends_and_sweeps_at_once_leave_one_task_for_each_time() {
        var organiser = people.with(ORGANISER, town);
        var wire = Wire.of(organiser);
        for (var round = 0; round < 3; round++) {
            var series = Weekly.make(organiser, town);
            var path = "/series/" + series;
            var title = Map.of("content", Map.of("title", "Changed"));
            QuarkusMock.installMockForType(Clock.offset(Clock.systemUTC(), Duration.ofDays(1)), Clock.class);
            var answers = Concurrently.<Object>race(List.of(
                    sweeper::sweep,
                    sweeper::sweep,
                    () -> wire.post(path + "/skip", Map.of("occurrence", json(week(1))))
                            .kind(),
                    () -> wire.patch(path + "?from=" + json(week(2)), "\"0\"", title)
                            .kind(),
                    () -> wire.act(path + "/end").kind()));
            Log.infof("At once: %s", answers);
            sweeper.sweep();
            var times = Sql.column(
                    String.class,
                    "select starts_at::text from task where created_by = ? and status <> 'CANCELLED'"
                            + " and (series_id = ? or series_id in (select id from series where continues_id = ?))",
                    organiser.id(),
                    series,
                    series);
            assertThat(times).doesNotHaveDuplicates();
        }
    }

    private static Answer split(Person organiser, UUID series, LocalDateTime from, Map<String, ?> patch) {
        var wire = Wire.of(organiser);
        return Wire.patiently(() -> wire.patch("/series/" + series + "?from=" + json(from), "\"0\"", patch));
    }

    private static Map<UUID, String> startsByTask(List<UUID> tasks) {
        return tasks.stream()
                .collect(Collectors.toMap(
                        task -> task,
                        task -> Sql.value(String.class, "select starts_at::text from task where id = ?", task)));
    }
}
