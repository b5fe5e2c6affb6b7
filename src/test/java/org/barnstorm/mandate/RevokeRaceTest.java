package org.barnstorm.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.ORGANISER;

import io.quarkus.logging.Log;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.barnstorm.testing.Concurrently;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Wire;
import org.barnstorm.testing.Wire.Answer;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.Test;

/** Writers who never pause, and somebody who ends what they rely on (I-19). */
@QuarkusTest
class RevokeRaceTest {
    private static final int WRITERS = 16;
    private static final int ROUNDS = 20;
    private static final int TRIES_AFTERWARDS = 3;
    private static final Duration HANGING = Duration.ofSeconds(5);

    private static final String WRITTEN_AFTER = """
            select count(*) from journal written
            join journal revoked on revoked.subject_id = written.mandate_id and revoked.type = 'mandate.revoked'
            where written.mandate_id = ?
              and pg_xact_commit_timestamp(written.xid::xid) > pg_xact_commit_timestamp(revoked.xid::xid)
            """;

    @Inject
    People people;

    private final String town = People.freshTown();

    @Test
    void I_19_no_write_relies_on_a_mandate_once_its_revocation_is_acknowledged() {
        var writes = 0L;
        var slowest = 0L;
        for (var round = 0; round < ROUNDS; round++) {
            var race = new Race();
            race.run();
            writes += race.acknowledged();
            slowest = Math.max(slowest, race.revoked.ended() - race.revoked.began());
            assertThat(race.late()).as("writes begun after the acknowledgement").isEmpty();
            assertThat(Sql.value(Long.class, WRITTEN_AFTER, race.mandate))
                    .as("rows committed after the revocation")
                    .isZero();
            assertThat(race.revoked.ended() - race.revoked.began()).isLessThan(HANGING.toNanos());
        }
        Log.infof(
                "%d revocations against %d writers each, %d writes before them, 0 after, slowest revocation %d ms",
                ROUNDS, WRITERS, writes, slowest / 1_000_000);
        Invariants.hold();
    }

    /** One mandate, its writers, and its end. */
    private final class Race {
        private final Wire organiser;
        private final Wire lead = Wire.of(people.lead(town));
        private final UUID mandate;
        private final ConcurrentLinkedQueue<Answer> writes = new ConcurrentLinkedQueue<>();
        private final CountDownLatch underWay = new CountDownLatch(2 * WRITERS);
        private Answer revoked;

        Race() {
            var person = people.newcomer();
            mandate = UUID.fromString(people.appoint(person, ORGANISER, town));
            organiser = Wire.of(person);
        }

        void run() {
            List<Callable<Void>> acts = new ArrayList<>();
            for (var i = 0; i < WRITERS; i++) acts.add(this::write);
            acts.add(this::revoke);
            Concurrently.race(acts);
        }

        private Void write() {
            var refusals = 0;
            while (refusals < TRIES_AFTERWARDS) {
                var answer = organiser.post("/tasks", Work.leaflets(town));
                writes.add(answer);
                underWay.countDown();
                assertThat(answer.kind()).isIn("201", "403 no-mandate", "409 busy");
                if (answer.status() == 403) refusals++;
            }
            return null;
        }

        private Void revoke() throws InterruptedException {
            assertThat(underWay.await(2, TimeUnit.MINUTES)).isTrue();
            revoked = Wire.patiently(() -> lead.post("/mandates/" + mandate + "/revoke", Map.of("reason", "A race.")));
            assertThat(revoked.kind()).isEqualTo("200");
            return null;
        }

        long acknowledged() {
            return writes.stream().filter(Answer::ok).count();
        }

        /** A write is late if it began after the revocation was acknowledged; the clock is one and monotonic. */
        List<Answer> late() {
            return writes.stream()
                    .filter(Answer::ok)
                    .filter(write -> write.began() > revoked.ended())
                    .toList();
        }
    }

    @Test
    void I_19_the_end_of_a_membership_ends_claims_too() {
        var organiser = people.with(ORGANISER, town);
        var lead = Wire.of(people.lead(town));
        for (var round = 0; round < 10; round++) {
            var person = people.newcomer();
            String membership = person.put("/groups/{path}/membership", town)
                    .statusCode(200)
                    .extract()
                    .path("id");
            var wire = Wire.of(person);
            var claims = new ConcurrentLinkedQueue<Answer>();
            var underWay = new CountDownLatch(8);
            List<Callable<Answer>> acts = new ArrayList<>();
            for (var i = 0; i < 3; i++) { // as many as a newcomer may have open
                var task = Work.open(organiser, town, 1);
                acts.add(() -> claimUntilRefused(wire, task, claims, underWay));
            }
            acts.add(() -> {
                assertThat(underWay.await(2, TimeUnit.MINUTES)).isTrue();
                return Wire.patiently(() -> lead.act("/memberships/" + membership + "/end"));
            });
            var ended = Concurrently.race(acts).get(3);
            assertThat(ended.kind()).isEqualTo("200");
            assertThat(claims.stream().filter(Answer::ok).filter(claim -> claim.began() > ended.ended()))
                    .isEmpty();
        }
        Invariants.hold();
    }

    private static Answer claimUntilRefused(
            Wire wire, UUID task, ConcurrentLinkedQueue<Answer> claims, CountDownLatch underWay) {
        while (true) {
            var claimed = wire.put("/tasks/" + task + "/claim");
            claims.add(claimed);
            underWay.countDown();
            if (claimed.ok())
                wire.delete("/tasks/" + task + "/claim?fence=" + claimed.body().path("fence"));
            else if (!claimed.code().equals("busy")) {
                assertThat(claimed.kind()).isIn("404 not-found", "409 not-a-member");
                return claimed;
            }
        }
    }
}
