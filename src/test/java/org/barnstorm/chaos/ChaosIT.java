package org.barnstorm.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.barnstorm.chaos.client.Plan.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * What becomes of people's work while servers are killed, frozen, starved and told a wrong time. Names are the faults of
 * docs/reliability.md; after each of them {@link Judge} asks everything there is to ask.
 */
@TestMethodOrder(MethodOrderer.MethodName.class)
class ChaosIT {
    private static Lab lab;

    /** How many times as long servers are left alone once enough of them were killed: warm, they answer more claims. */
    private static final int RARELY = 12;

    @BeforeAll
    static void a_town_with_two_replicas() throws IOException, SQLException {
        lab = new Lab();
    }

    @AfterAll
    static void the_report() throws IOException {
        if (lab != null) lab.close();
    }

    @Test
    void I_15_I_16_two_requests_with_one_key_make_one_thing() throws Exception {
        var name = "I-15, I-16: pairs with one key";
        var plan = lab.plan(Kind.PAIRS, 12, lab.world.tasks(16, 10_000), 0, lab.form.pairs());
        var outcome = lab.run(name, plan, lab.clients::awaitIdle);
        var keys = Tables.count(lab, "select count(*) from idempotency_key where key like 'pair-%'");
        var things = Tables.count(
                lab, "select count(distinct (subject_id, fingerprint)) from idempotency_key where key like 'pair-%'");
        lab.report.figure(
                name,
                "pairs of which both were told the same",
                outcome.summary().count("pairs"));
        lab.report.figure(name, "keys, and things they made", keys + ", " + things);
        assertThat(outcome.summary().count("pairs that differ")).isZero();
        assertThat(outcome.summary().count("pairs")).isGreaterThanOrEqualTo(lab.form.pairs());
        assertThat(keys).isEqualTo(outcome.summary().count("pairs")).isEqualTo(things);
    }

    @Test
    void T_01_T_03_kills_of_replicas_and_of_PostgreSQL_lose_nothing() throws Exception {
        var name = "T-01, T-03: kill -9 of replicas and of PostgreSQL";
        var form = lab.form;
        var saboteur = new Saboteur(lab.stack, form.seed());
        var outcome = lab.run(name, lab.storm(), () -> {
            var end = System.nanoTime() + form.limit().toNanos();
            while (System.nanoTime() < end && Math.min(saboteur.services(), saboteur.databases()) < form.kills()) {
                saboteur.strike(form.calm());
            }
            while (System.nanoTime() < end && lab.clients.attempts() < form.attempts()) {
                saboteur.strike(RARELY * form.calm());
            }
            lab.sleep(1);
        });
        var kills = saboteur.kills();
        lab.report.figure(name, "kills of a replica", saboteur.services());
        lab.report.figure(name, "kills of PostgreSQL", saboteur.databases());
        var served = Kill.served(kills, outcome.ops());
        lab.report.seconds(name, "until the first write after a kill of a replica", seconds(served, "replica"));
        lab.report.seconds(name, "until the first write after a kill of PostgreSQL", seconds(served, "PostgreSQL"));
        lab.report.seconds(name, "until the first write after a kill of both", seconds(served, "both"));
        var back = Kill.back(kills, outcome.ops());
        lab.report.seconds(name, "until the killed replica wrote again", seconds(back, "replica"));
        assertThat(saboteur.services()).as("kills of a replica").isGreaterThanOrEqualTo(form.kills());
        assertThat(saboteur.databases()).as("kills of PostgreSQL").isGreaterThanOrEqualTo(form.kills());
        assertThat(outcome.summary().count("attempts"))
                .as("in %s; -Dchaos.minutes gives it longer", form.limit())
                .isGreaterThanOrEqualTo(form.attempts());
        assertThat(served).allMatch(recovery -> recovery.seconds() < 30);
    }

    private static List<Double> seconds(List<Kill.Recovery> recoveries, String what) {
        return recoveries.stream()
                .filter(each -> each.kill().what().equals(what))
                .map(Kill.Recovery::seconds)
                .toList();
    }

    @Test
    void T_05_a_frozen_PostgreSQL_is_503_and_no_pile_of_threads() throws Exception {
        var name = "T-05: PostgreSQL stands still for " + lab.form.freeze() + " s";
        var freeze = new Freeze(lab);
        var outcome = lab.run(name, lab.plan(Kind.OPEN_LOOP, 0, lab.world.tasks(20, 3), 25, 0), freeze::happen);
        freeze.report(name, outcome.ops());
    }

    @Test
    void T_06_a_connection_that_is_cut_costs_one_request() throws Exception {
        var name = "T-06: pg_terminate_backend, again and again";
        var terminated = new int[1];
        var outcome = lab.run(name, lab.storm(), () -> {
            for (var end = end(lab.form.seconds()); System.nanoTime() < end; lab.sleep(0.03)) {
                terminated[0] += Tables.count(lab, """
                        select count(pg_terminate_backend(pid)) from (
                            select pid from pg_stat_activity
                            where application_name = 'barnstorm' and state <> 'idle'
                            order by random() limit 1) as victim
                        """);
            }
        });
        var failed = outcome.summary().kind("503 unavailable");
        lab.report.figure(name, "connections cut", terminated[0]);
        lab.report.figure(name, "requests answered 503", failed);
        assertThat(terminated[0]).isPositive();
        assertThat(failed).isLessThanOrEqualTo(terminated[0]);
        assertThat(outcome.summary().kind("broken")).isZero();
    }

    @Test
    void T_11_a_row_that_stays_locked_leaves_the_others_alone() throws Exception {
        for (var rude : List.of(19, 60)) {
            var name = "T-11: " + rude + " claims at once of a task whose row somebody keeps locked";
            var tasks = lab.world.tasks(6, 1);
            var lock = new RowLock(lab.stack, tasks.get(0));
            var outcome = lab.run(name, lab.plan(Kind.STUCK, rude, tasks, 0, 0), () -> lock.hold(lab.form.seconds()));
            var others = outcome.ops().all().stream()
                    .filter(op -> !tasks.get(0).equals(op.task()))
                    .toList();
            lab.report.figure(name, "the others' requests", Times.of(others).text());
            lab.report.figure(
                    name,
                    "of which 503",
                    others.stream().filter(op -> op.kind().startsWith("503")).count());
            assertThat(others).allMatch(op -> op.isOk() || op.kind().equals("503 unavailable"), "2xx or 503");
            assertThat(Times.of(others).p99()).as("p99 of the others, ms").isLessThan(2_500);
        }
    }

    @Test
    void T_14_nothing_deadlocks_but_with_a_rogue() throws Exception {
        var name = "T-14: everybody acts on everybody, in any order";
        var before = deadlocks();
        lab.run(name, lab.plan(Kind.TANGLE, 12, List.of(), 0, 0), () -> lab.sleep(lab.form.seconds()));
        var own = deadlocks() - before;
        lab.report.figure(name, "deadlocks", own);
        assertThat(own).isZero();
        var rogue = new Rogue(lab.stack);
        var forced = name + "; and a rogue who locks holds before their tasks";
        lab.run(forced, lab.plan(Kind.TANGLE, 12, List.of(), 0, 0), () -> rogue.rage(lab.form.seconds()));
        lab.report.figure(forced, "deadlocks", deadlocks() - before);
        assertThat(deadlocks() - before).as("deadlocks that the rogue forced").isPositive();
    }

    private static long deadlocks() {
        return lab.stack.postgres().logged("ERROR:  deadlock detected");
    }

    @Test
    void T_16_two_sweepers_free_each_place_once() throws Exception {
        var name = "T-16: two replicas reap leases of two seconds";
        var before = swept();
        var outcome = lab.run(name, lab.storm(), () -> lab.sleep(2.0 * lab.form.seconds()));
        var reaped = Tables.count(
                lab, "select count(*) from journal where type = 'assignment.expired' and at >= ?", outcome.since());
        var late = Tables.number(lab, """
                select coalesce(max(extract(epoch from ended_at - expires_at)), 0)
                from assignment where status = 'EXPIRED' and ended_at >= ?
                """, outcome.since());
        lab.report.figure(name, "leases reaped, by both counters together", reaped + ", " + (swept() - before));
        lab.report.figure(name, "longest that a lease had run out for (s)", ChaosReport.number(late));
        assertThat(reaped).isPositive().isEqualTo(swept() - before);
        assertThat(late).isLessThan(5);
    }

    private static int swept() {
        return (int) lab.stack.replicas().stream()
                .mapToDouble(replica -> replica.metric("barnstorm_sweep_total", "job=\"leases\""))
                .sum();
    }

    @Test
    void T_19_a_wrong_clock_of_a_replica_changes_no_lease() throws Exception {
        var faketime = Faketime.find(lab.form.full()).orElse(null);
        if (faketime == null) {
            lab.report.figure("T-19: wrong clocks", "SKIPPED", "libfaketime is not here: `apt-get install faketime`");
            System.err.println(
                    "T-19 IS SKIPPED: libfaketime is not on this machine. Install it: apt-get install faketime");
        }
        assumeThat(faketime).as("libfaketime").isNotNull();
        new WrongClock(lab, faketime).run();
    }

    private static long end(double seconds) {
        return System.nanoTime() + (long) (seconds * 1e9);
    }
}
