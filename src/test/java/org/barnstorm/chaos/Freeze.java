package org.barnstorm.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Predicate;
import org.barnstorm.chaos.client.Op;

/** A PostgreSQL that stands still and goes on: what clients are told meanwhile, and how many threads wait. */
final class Freeze {
    /** Until a request is told that the database is away: longer than statements may take, shorter than clients wait. */
    private static final double LONGEST_MILLIS = 12_000;

    private static final int MOST_THREADS_MORE = 120;
    private static final double WARM_UP_SECONDS = 3;

    private final Lab lab;
    private long frozen;
    private long thawed;
    private double before;
    private double most;
    private int silent;

    Freeze(Lab lab) {
        this.lab = lab;
    }

    void happen() throws InterruptedException {
        lab.sleep(WARM_UP_SECONDS);
        before = threads();
        frozen = System.nanoTime();
        lab.stack.postgres().freeze();
        try {
            for (var i = 0; i < lab.form.freeze() * 4; i++) {
                lab.sleep(0.25);
                most = Math.max(most, threads());
            }
        } finally {
            lab.stack.postgres().thaw();
            thawed = System.nanoTime();
        }
        lab.sleep(WARM_UP_SECONDS);
    }

    /** Of the replica that has most; 0 when none of them answers in time. */
    private double threads() {
        var most = 0.0;
        for (var replica : lab.stack.replicas()) {
            try {
                most = Math.max(most, replica.metric("jvm_threads_live_threads", ""));
            } catch (UncheckedIOException slow) {
                silent++;
            }
        }
        return most;
    }

    void report(String name, Ops ops) {
        var calm = ops.all().stream().filter(op -> op.ended() < frozen).toList();
        var during = during(ops, op -> op.began() >= frozen && op.began() < thawed);
        var healed = ops.all().stream()
                .filter(op -> op.began() > thawed && op.isOk())
                .mapToDouble(op -> (op.ended() - thawed) / 1e9)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
        var last = ops.all().stream()
                .filter(op -> op.began() > thawed && !op.isOk() && op.kind().startsWith("5"))
                .mapToDouble(op -> (op.ended() - thawed) / 1e9)
                .max()
                .orElse(0);
        lab.report.figure(name, "requests before", Times.of(calm).text());
        lab.report.figure(name, "requests meanwhile", Times.of(during).text());
        lab.report.figure(
                name,
                "of which 503",
                during(ops, op -> during.contains(op) && op.kind().startsWith("503"))
                        .size());
        lab.report.figure(name, "threads of a replica before, most meanwhile", (int) before + ", " + (int) most);
        lab.report.figure(name, "times that a replica did not tell within 5 s", silent);
        lab.report.figure(name, "first 2xx after it went on (s)", ChaosReport.number(healed));
        lab.report.figure(name, "last 503 after it went on (s)", ChaosReport.number(last));
        assertThat(during).isNotEmpty();
        assertThat(Times.of(during).longest())
                .as("longest answer meanwhile, ms")
                .isLessThan(LONGEST_MILLIS);
        assertThat(most - before).as("more threads than before").isLessThan(MOST_THREADS_MORE);
        assertThat(healed).as("seconds until it healed").isLessThan(5);
    }

    private static List<Op> during(Ops ops, Predicate<Op> which) {
        return ops.all().stream().filter(which).toList();
    }
}
