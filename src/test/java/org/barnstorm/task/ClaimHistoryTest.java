package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.ORGANISER;

import io.quarkus.logging.Log;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.barnstorm.testing.Concurrently;
import org.barnstorm.testing.Crowd;
import org.barnstorm.testing.Holds;
import org.barnstorm.testing.Holds.Interval;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Wire;
import org.barnstorm.testing.Wire.Answer;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.Test;

/** What clients saw while many took and gave back the same places: the histories of I-01 and I-05. */
@QuarkusTest
class ClaimHistoryTest {
    private static final int PEOPLE = 12;
    private static final int HOLDS_EACH = 15;
    private static final int PLACES = 3;

    @Inject
    People people;

    private final String town = People.freshTown();
    private final ConcurrentLinkedQueue<Interval> holds = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> missing = new ConcurrentLinkedQueue<>();
    private final AtomicLong reads = new AtomicLong();

    @Test
    void I_01_and_I_05_acknowledged_holds_never_exceed_the_places_and_every_later_read_shows_them() {
        var organiser = people.with(ORGANISER, town);
        var reader = Wire.of(organiser);
        var task = Work.open(organiser, town, PLACES);
        List<Callable<Void>> storm = new ArrayList<>();
        for (var wire : Crowd.members(people, town, PEOPLE)) {
            storm.add(() -> {
                for (var held = 0; held < HOLDS_EACH; ) {
                    if (takeAndLeave(wire, reader, task)) held++;
                }
                return null;
            });
        }
        Concurrently.race(storm);
        Log.infof(
                "%d holds by %d people on %d places, %d reads after an acknowledgement",
                holds.size(), PEOPLE, PLACES, reads.get());
        assertThat(holds).hasSize(PEOPLE * HOLDS_EACH);
        assertThat(Holds.mostAtOnce(holds)).isLessThanOrEqualTo(PLACES);
        assertThat(missing).isEmpty();
        Invariants.hold();
    }

    /** Whether there was a place. */
    private boolean takeAndLeave(Wire wire, Wire reader, UUID task) {
        var claimed = wire.put("/tasks/" + task + "/claim");
        if (!claimed.ok()) {
            assertThat(claimed.kind()).isIn("409 task-full", "409 busy");
            return false;
        }
        expect(
                claimed,
                wire.get("/assignments/" + claimed.id()).body().path("status").asText());
        expect(
                claimed,
                reader.get("/assignments/" + claimed.id()).body().path("status").asText());
        var mine = wire.get("/me/assignments?status=HELD").body().path("items").findValuesAsText("id");
        expect(claimed, mine.contains(claimed.id().toString()) ? "HELD" : "not listed");
        var taken = reader.get("/tasks/" + task).body().path("taken").asInt();
        expect(claimed, taken >= 1 && taken <= PLACES ? "HELD" : "taken " + taken);
        var leaving = System.nanoTime();
        var fence = Map.of("fence", claimed.body().path("fence").asLong());
        var released = wire.post("/assignments/" + claimed.id() + "/release", fence);
        while (released.code().equals("busy")) {
            released = wire.post("/assignments/" + claimed.id() + "/release", fence);
        }
        assertThat(released.kind()).isEqualTo("200");
        holds.add(new Interval(claimed.ended(), leaving));
        return true;
    }

    private void expect(Answer claimed, String seen) {
        reads.incrementAndGet();
        if (!seen.equals("HELD")) missing.add(claimed.id() + " " + seen);
    }
}
