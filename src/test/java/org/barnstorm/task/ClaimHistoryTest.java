package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.ORGANISER;

import io.quarkus.logging.Log;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.barnstorm.history.Answer;
import org.barnstorm.history.HistoryChecker;
import org.barnstorm.history.Holds;
import org.barnstorm.history.Operation;
import org.barnstorm.history.Outcome;
import org.barnstorm.history.Recorder;
import org.barnstorm.history.Report;
import org.barnstorm.history.TaskFacts;
import org.barnstorm.history.Verb;
import org.barnstorm.testing.Concurrently;
import org.barnstorm.testing.Crowd;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Recorded;
import org.barnstorm.testing.Stored;
import org.barnstorm.testing.Wire;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.Test;

/** What clients saw while many took, gave back and completed the same places: the histories of I-01, I-05, I-06 and I-07. */
@QuarkusTest
class ClaimHistoryTest {
    private static final int PEOPLE = 12;
    private static final int HOLDS_EACH = 15;
    private static final int PLACES = 3;
    private static final int SMALL_TASKS = 25;

    @Inject
    People people;

    private final String town = People.freshTown();
    private final Recorder recorder = new Recorder();

    @Test
    void acknowledged_holds_never_exceed_the_places_and_every_later_read_shows_them() {
        var organiser = people.with(ORGANISER, town);
        var reader = new Recorded(recorder, Wire.of(organiser));
        var task = Work.open(organiser, town, PLACES);
        storm(crowd(PEOPLE).map(each -> (Runnable) () -> {
            for (var held = 0; held < HOLDS_EACH; ) if (takeAndLeave(each, reader, task)) held++;
        }));
        var report = check(List.of(task), PLACES);
        assertThat(report.findings()).isEmpty();
        assertThat(Holds.certain(recorder.history(), id -> facts(PLACES))).hasSize(PEOPLE * HOLDS_EACH);
        Invariants.hold();
    }

    /** Whether there was a place. */
    private static boolean takeAndLeave(Recorded person, Recorded reader, UUID task) {
        var claimed = person.claim(task);
        if (!claimed.isOk()) {
            assertThat(((Outcome.Fail) claimed.outcome()).code()).isIn("task-full", "busy");
            return false;
        }
        var hold = claimed.answer().orElseThrow();
        assertThat(person.read(task, hold).isOk()).isTrue();
        assertThat(reader.read(task, hold).isOk()).isTrue();
        assertThat(reader.readTaken(task).isOk()).isTrue();
        while (!person.release(task, hold).isOk()) {
            // busy: again
        }
        return true;
    }

    @Test
    void of_every_small_task_one_order_of_what_was_done_explains_all_that_was_seen() {
        var organiser = people.with(ORGANISER, town);
        var tasks = Stream.generate(() -> Work.open(organiser, town, 2))
                .limit(SMALL_TASKS)
                .toList();
        storm(crowd(4).map(each -> (Runnable) () -> tasks.forEach(task -> tryAll(each, task))));
        var report = check(tasks, 2);
        assertThat(report.findings()).isEmpty();
        assertThat(report.searched()).isEqualTo(SMALL_TASKS);
        Invariants.hold();
    }

    /** At most nine operations. */
    private static void tryAll(Recorded person, UUID task) {
        for (var turn = 0; turn < 2; turn++) {
            var claimed = person.claim(task);
            person.readTaken(task);
            if (!claimed.isOk()) continue;
            var hold = claimed.answer().orElseThrow();
            end(person, task, hold, turn == 0 ? Verb.RELEASE : Verb.COMPLETE);
            person.read(task, hold);
        }
        person.claim(task);
    }

    private static Operation end(Recorded person, UUID task, Answer hold, Verb verb) {
        return verb == Verb.RELEASE ? person.release(task, hold) : person.complete(task, hold);
    }

    private Stream<Recorded> crowd(int count) {
        return Crowd.members(people, town, count).stream().map(wire -> new Recorded(recorder, wire));
    }

    private static void storm(Stream<Runnable> everybody) {
        List<Callable<Void>> storm = new ArrayList<>();
        everybody.forEach(each -> storm.add(() -> {
            each.run();
            return null;
        }));
        Concurrently.race(storm);
    }

    private Report check(List<UUID> tasks, int capacity) {
        var report = HistoryChecker.check(recorder.history(), id -> facts(capacity), Stored.of(tasks));
        Log.info(report.summary());
        return report;
    }

    private static TaskFacts facts(int capacity) {
        return new TaskFacts(capacity, Duration.ofHours(1), true);
    }
}
