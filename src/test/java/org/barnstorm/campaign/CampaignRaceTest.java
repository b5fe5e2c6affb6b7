package org.barnstorm.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.logging.Log;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.barnstorm.testing.Concurrently;
import org.barnstorm.testing.Drives;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.TestStack;
import org.barnstorm.testing.Wire;
import org.barnstorm.testing.Wire.Answer;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.Test;

/** Writers who never pause rely on a campaign, and somebody ends it (I-19). */
@QuarkusTest
class CampaignRaceTest {
    private static final int ORGANISERS = 4;
    private static final int WRITERS_EACH = 4;
    private static final int ROUNDS = 10;
    private static final int TRIES_AFTERWARDS = 3;
    private static final Duration HANGING = Duration.ofSeconds(5);

    private static final String WRITTEN_AFTER = """
            select count(*) from journal written join mandate m on m.id = written.mandate_id
            where m.campaign_id = ? and pg_xact_commit_timestamp(written.xid::xid) > ?
            """;

    @Inject
    People people;

    private final String town = People.freshTown();

    @Test
    void I_19_no_write_relies_on_a_campaign_once_its_end_is_acknowledged() {
        var writes = 0L;
        var slowest = 0L;
        for (var round = 0; round < ROUNDS; round++) {
            var race = new Race();
            race.run();
            writes += race.writes.stream().filter(Answer::ok).count();
            slowest = Math.max(slowest, race.ended.ended() - race.ended.began());
            assertThat(race.late()).as("writes begun after the acknowledgement").isEmpty();
            assertThat(Sql.value(Long.class, WRITTEN_AFTER, race.campaign, race.acknowledged))
                    .as("rows committed after the acknowledgement")
                    .isZero();
            assertThat(race.ended.ended() - race.ended.began()).isLessThan(HANGING.toNanos());
        }
        Log.infof(
                "%d campaigns ended against %d writers each, %d writes before, 0 after, slowest end %d ms",
                ROUNDS, ORGANISERS * WRITERS_EACH, writes, slowest / 1_000_000);
        Invariants.hold();
    }

    /** One campaign, the organisers who rely on it, and its end. */
    private final class Race {
        private final Person lead = people.lead(town);
        private final UUID campaign;
        private final List<Callable<Void>> acts = new ArrayList<>();
        private final ConcurrentLinkedQueue<Answer> writes = new ConcurrentLinkedQueue<>();
        private final CountDownLatch underWay = new CountDownLatch(2 * ORGANISERS * WRITERS_EACH);
        private Answer ended;
        private OffsetDateTime acknowledged;

        Race() {
            people.grow(town);
            campaign = Drives.campaign(lead, town);
            for (var i = 0; i < ORGANISERS; i++) {
                var organiser = people.newcomer();
                Drives.appoint(lead, organiser, town, campaign);
                var task = Work.draft(organiser, Drives.task(town, campaign));
                var wire = Wire.of(organiser);
                for (var j = 0; j < WRITERS_EACH / 2; j++) {
                    acts.add(() -> write(() -> wire.post("/tasks", Drives.task(town, campaign))));
                    acts.add(() -> write(() -> wire.act("/tasks/" + task + "/publish")));
                }
            }
        }

        void run() {
            acts.add(this::rename);
            acts.add(this::end);
            Concurrently.race(acts);
        }

        private Void write(Supplier<Answer> act) {
            var refusals = 0;
            while (refusals < TRIES_AFTERWARDS) {
                var answer = act.get();
                writes.add(answer);
                underWay.countDown();
                assertThat(answer.kind())
                        .isIn("201", "200", "403 no-mandate", "409 busy", "409 task-state", "409 campaign-ended");
                if (answer.status() == 403) refusals++;
            }
            return null;
        }

        /** Whoever changes it all the time does not keep it from being ended. */
        private Void rename() {
            var wire = Wire.of(lead);
            var path = "/campaigns/" + campaign;
            Answer answer;
            do {
                var version = wire.get(path).body().path("version").asText();
                answer = wire.patch(path, "\"" + version + "\"", Map.of("name", "Warm homes " + version));
                assertThat(answer.kind()).isIn("200", "409 busy", "409 campaign-ended");
            } while (!answer.code().equals("campaign-ended"));
            return null;
        }

        private Void end() throws InterruptedException {
            assertThat(underWay.await(HANGING.toSeconds() * 4, TimeUnit.SECONDS))
                    .isTrue();
            ended = Wire.of(lead).act("/campaigns/" + campaign + "/end");
            assertThat(ended.kind()).isEqualTo("200");
            acknowledged = Sql.value(OffsetDateTime.class, "select clock_timestamp()");
            return null;
        }

        /** A write is late if it began after the end was acknowledged; the clock is one and monotonic. */
        List<Answer> late() {
            return writes.stream()
                    .filter(Answer::ok)
                    .filter(write -> write.began() > ended.ended())
                    .toList();
        }
    }

    /** The end waits for who relied on the campaign before; nobody else does any more while it waits. */
    @Test
    void a_writer_in_flight_is_waited_for_and_no_other_gets_in_meanwhile() throws SQLException {
        people.grow(town);
        var lead = people.lead(town);
        var campaign = Drives.campaign(lead, town);
        var organiser = people.newcomer();
        Drives.appoint(lead, organiser, town, campaign);
        try (var writer = TestStack.asOwner();
                var share = writer.prepareStatement("select 1 from campaign where id = ? for share")) {
            writer.setAutoCommit(false);
            share.setObject(1, campaign);
            share.executeQuery();
            var isDone = new AtomicBoolean();
            Concurrently.race(List.<Callable<Void>>of(
                    () -> {
                        await().until(() -> isMarked(campaign));
                        var refused = Wire.of(organiser).post("/tasks", Drives.task(town, campaign));
                        assertThat(refused.kind()).isEqualTo("403 no-mandate");
                        isDone.set(true);
                        writer.rollback();
                        return null;
                    },
                    () -> {
                        var ended = Wire.of(lead).act("/campaigns/" + campaign + "/end");
                        assertThat(ended.kind()).isEqualTo("200");
                        assertThat(isDone).as("the end waited for the writer").isTrue();
                        return null;
                    }));
        }
    }

    private static boolean isMarked(UUID campaign) {
        return Sql.value(Long.class, "select count(*) from campaign_end where campaign_id = ?", campaign) == 1;
    }
}
