package org.barnstorm.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.mandate.Offices.suspension;

import io.quarkus.logging.Log;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.barnstorm.testing.Concurrently;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Wire;
import org.barnstorm.testing.Wire.Answer;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.Test;

/**
 * Many revocations, each raced by writers who rely on what is revoked (I-19). A hundred in the usual build; all of them with
 * {@code -Drevocations=10000 -Drevocation.ack=1}, as docs/organisers.md says.
 */
@QuarkusTest
class RevokeStormTest {
    private static final int REVOCATIONS = Integer.getInteger("revocations", 100);
    /** How many seconds a revocation may take against writers that never pause; the usual build shares its machine. */
    private static final Duration ACKNOWLEDGED = Duration.ofSeconds(Integer.getInteger("revocation.ack", 5));

    private static final int RACES_AT_ONCE = 8;
    private static final int RELENTLESS = 16;
    private static final int TRIES_AFTERWARDS = 2;

    /** Rows of a movement whose mandate had ended, in commit order, when they were written. */
    private static final String WRITTEN_AFTER = """
            select count(*) from journal written
            join journal ended on ended.subject_id = written.mandate_id
                and ended.type in ('mandate.revoked', 'mandate.suspended')
            where written.group_path = ?
              and pg_xact_commit_timestamp(written.xid::xid) > pg_xact_commit_timestamp(ended.xid::xid)
              and not exists (
                  select 1 from journal back
                  where back.subject_id = ended.subject_id and back.seq > ended.seq
                    and back.type in ('mandate.restored', 'mandate.resumed'))
            """;

    @Inject
    People people;

    private final String town = People.freshTown();
    private final AtomicLong writes = new AtomicLong();
    private final AtomicLong slowest = new AtomicLong();

    @Test
    void I_19_thousands_of_raced_revocations_leave_no_write_behind() {
        var organisers = new ArrayList<Person>();
        for (var i = 0; i < RACES_AT_ONCE; i++) organisers.add(people.member(town));
        organisers.forEach(Person::id);
        var left = new AtomicInteger(REVOCATIONS);
        List<Callable<Void>> lanes = new ArrayList<>();
        for (var organiser : organisers) {
            var lead = people.lead(town);
            lanes.add(() -> {
                while (left.getAndDecrement() > 0) race(organiser, Wire.of(lead));
                return null;
            });
        }
        all(lanes);
        assertThat(Sql.value(Long.class, WRITTEN_AFTER, town)).isZero();
        Log.infof(
                "%d raced revocations: %d writes before them, 0 after, slowest revocation %d ms",
                REVOCATIONS, writes.get(), slowest.get() / 1_000_000);
        Invariants.hold();
    }

    /** The full form takes long: as long as it goes on, it is not hanging, because each race has its own limit. */
    private static void all(List<Callable<Void>> lanes) {
        var threads = Executors.newFixedThreadPool(lanes.size());
        try {
            for (var lane : threads.invokeAll(lanes)) lane.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError("One of the lanes failed", e);
        } finally {
            threads.shutdownNow();
        }
    }

    /** One mandate, two writers, and its end while they write. */
    private void race(Person organiser, Wire lead) {
        var mandate = UUID.fromString(people.appoint(organiser, ORGANISER, town));
        var wire = Wire.of(organiser);
        var answers = new ConcurrentLinkedQueue<Answer>();
        var underWay = new CountDownLatch(2);
        List<Callable<Answer>> acts = new ArrayList<>();
        for (var i = 0; i < 2; i++) acts.add(() -> write(wire, answers, underWay));
        acts.add(() -> {
            await(underWay);
            return Wire.patiently(() -> lead.post("/mandates/" + mandate + "/revoke", Offices.WHY));
        });
        check(answers, Concurrently.race(acts).get(2), "200");
    }

    @Test
    void I_19_sixteen_writers_who_never_pause_do_not_hold_a_revocation_up() {
        for (var round = 0; round < 5; round++) {
            var organiser = people.member(town);
            var mandate = people.appoint(organiser, ORGANISER, town);
            var lead = Wire.of(people.lead(town));
            relentless(organiser, () -> lead.post("/mandates/" + mandate + "/revoke", Offices.WHY), "200");
        }
        assertThat(Duration.ofNanos(slowest.get())).isLessThan(ACKNOWLEDGED);
        assertThat(Sql.value(Long.class, WRITTEN_AFTER, town)).isZero();
        Log.infof("Against %d writers: slowest revocation %d ms", RELENTLESS, slowest.get() / 1_000_000);
        Invariants.hold();
    }

    @Test
    void I_19_nor_a_suspension_which_ends_claims_too() {
        for (var round = 0; round < 5; round++) {
            var organiser = people.with(ORGANISER, town);
            var lead = Wire.of(people.lead(town));
            var wanted = suspension(organiser);
            relentless(organiser, () -> lead.post("/groups/" + town + "/suspensions", wanted), "201");
        }
        assertThat(Duration.ofNanos(slowest.get())).isLessThan(ACKNOWLEDGED);
        assertThat(Sql.value(Long.class, WRITTEN_AFTER, town)).isZero();
        Log.infof("Against %d writers: slowest suspension %d ms", RELENTLESS, slowest.get() / 1_000_000);
        Invariants.hold();
    }

    @Test
    void I_19_a_suspended_member_claims_nothing_any_more() {
        var keeper = people.with(ORGANISER, town);
        for (var round = 0; round < 5; round++) {
            var member = people.member(town);
            var wire = Wire.of(member);
            var lead = Wire.of(people.lead(town));
            var wanted = suspension(member);
            var claims = new ConcurrentLinkedQueue<Answer>();
            var underWay = new CountDownLatch(6);
            List<Callable<Answer>> acts = new ArrayList<>();
            for (var i = 0; i < 3; i++) {
                var task = Work.open(keeper, town, 1);
                acts.add(() -> claim(wire, task, claims, underWay));
            }
            acts.add(() -> {
                await(underWay);
                return Wire.patiently(() -> lead.post("/groups/" + town + "/suspensions", wanted));
            });
            check(claims, Concurrently.race(acts).get(3), "201");
        }
        Invariants.hold();
    }

    private void relentless(Person organiser, Supplier<Answer> end, String kind) {
        var wire = Wire.of(organiser);
        var answers = new ConcurrentLinkedQueue<Answer>();
        var underWay = new CountDownLatch(2 * RELENTLESS);
        List<Callable<Answer>> acts = new ArrayList<>();
        for (var i = 0; i < RELENTLESS; i++) acts.add(() -> write(wire, answers, underWay));
        acts.add(() -> {
            await(underWay);
            return Wire.patiently(end);
        });
        check(answers, Concurrently.race(acts).get(RELENTLESS), kind);
    }

    private void check(ConcurrentLinkedQueue<Answer> answers, Answer ended, String kind) {
        assertThat(ended.kind()).isEqualTo(kind);
        assertThat(answers.stream().filter(Answer::ok).filter(answer -> answer.began() > ended.ended()))
                .as("writes begun after the acknowledgement")
                .isEmpty();
        writes.addAndGet(answers.stream().filter(Answer::ok).count());
        slowest.accumulateAndGet(ended.ended() - ended.began(), Math::max);
    }

    private Answer write(Wire wire, ConcurrentLinkedQueue<Answer> answers, CountDownLatch underWay) {
        var refusals = 0;
        while (true) {
            var answer = wire.post("/tasks", Work.leaflets(town));
            answers.add(answer);
            underWay.countDown();
            assertThat(answer.kind()).isIn("201", "403 no-mandate", "409 busy", "503 unavailable");
            if (answer.status() == 403 && ++refusals == TRIES_AFTERWARDS) return answer;
        }
    }

    private static Answer claim(Wire wire, UUID task, ConcurrentLinkedQueue<Answer> claims, CountDownLatch underWay) {
        while (true) {
            var claimed = wire.put("/tasks/" + task + "/claim");
            claims.add(claimed);
            underWay.countDown();
            if (claimed.ok()) {
                wire.delete("/tasks/" + task + "/claim?fence=" + claimed.body().path("fence"));
            } else if (!claimed.code().equals("busy")) {
                assertThat(claimed.kind()).isIn("404 not-found", "409 not-a-member");
                return claimed;
            }
        }
    }

    private static void await(CountDownLatch underWay) throws InterruptedException {
        assertThat(underWay.await(2, TimeUnit.MINUTES)).isTrue();
    }
}
