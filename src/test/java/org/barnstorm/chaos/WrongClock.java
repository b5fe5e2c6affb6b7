package org.barnstorm.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One replica whose clock is an hour ahead, and then jumps to an hour behind, while leases run by the database's. */
record WrongClock(Lab lab, Faketime faketime) {
    private static final int HOUR = 3_600;
    /** Of a replica that has just started, on a busy machine; a lease that went by its clock would be an hour late. */
    private static final int LATEST_SECONDS = 60;

    void run() throws Exception {
        // Tokens carry a time too, and the service allows half a minute: that is another fault than this one.
        lab.stack.issuer().term(Duration.ofHours(3));
        // So do mandates, which were granted a minute ago.
        Tables.run(lab, "update mandate set valid_from = valid_from - interval '3 hours'");
        var replica = lab.stack.replica(1);
        try {
            faketime.set(HOUR);
            replica.kill();
            replica.start(Map.of(), faketime.environment());
            replica.awaitReady();
            leases("an hour ahead", lab.stack.ports());
            faketime.set(-HOUR);
            leases("jumped back two hours", lab.stack.ports());
            lab.stack.replica(0).kill();
            leases("the only replica, jumped back", List.of(replica.port()));
        } finally {
            lab.stack.issuer().term(Duration.ofMinutes(5));
            replica.kill();
            replica.start();
            lab.stack.replica(0).awaitReady();
            replica.awaitReady();
        }
    }

    /** Some seconds, and on a slow machine until somebody has lost a lease: before that there is nothing to judge. */
    private void watch() throws Exception {
        var before = reaped();
        lab.sleep(2.0 * lab.form.seconds());
        var end = System.nanoTime() + lab.form.limit().toNanos();
        while (reaped() == before && System.nanoTime() < end) lab.sleep(1);
    }

    private int reaped() throws Exception {
        return Tables.count(lab, "select count(*) from journal where type = 'assignment.expired'");
    }

    private void leases(String what, List<Integer> ports) throws Exception {
        var name = "T-19: a replica's clock is wrong by an hour: " + what;
        var outcome = lab.run(name, lab.storm(ports), this::watch);
        var late = Tables.number(lab, """
                select coalesce(max(extract(epoch from ended_at - expires_at)), 0)
                from assignment where status = 'EXPIRED' and ended_at >= ?
                """, outcome.since());
        var reaped = Tables.count(
                lab, "select count(*) from journal where type = 'assignment.expired' and at >= ?", outcome.since());
        lab.report.figure(name, "leases reaped", reaped);
        lab.report.figure(name, "longest that a lease had run out for (s)", ChaosReport.number(late));
        assertThat(reaped).isPositive();
        assertThat(late).isLessThan(LATEST_SECONDS);
    }
}
