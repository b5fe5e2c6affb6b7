package org.barnstorm.importing;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.platform.time.Rounds;

/** Works on imports, on every replica: each step is a transaction of its own, so that two share the work of one file. */
@ApplicationScoped
class ImportSweeper {
    /** Other rounds have their turn in between. */
    private static final Duration LONGEST_ROUND = Duration.ofSeconds(5);

    private static final Duration CLEAN_EVERY = Duration.ofMinutes(10);
    private static final Duration UPLOADS_TAKE = Duration.ofHours(1);
    private static final int CONTACTS = 1_000;

    private final ImportRepository imports;
    private final ImportWorker worker;
    private final Files files;
    private final ImportConfig config;
    private final Clock clock;

    ImportSweeper(ImportRepository imports, ImportWorker worker, Files files, ImportConfig config, Clock clock) {
        this.imports = imports;
        this.worker = worker;
        this.files = files;
        this.config = config;
        this.clock = clock;
    }

    void begin(@Observes StartupEvent start, Rounds rounds) {
        rounds.every(config.sweepEvery(), this::sweep);
        rounds.every(CLEAN_EVERY, () -> clean(clock.instant()));
    }

    /** Steps through all that is due, each import in turn; returns how many steps it took. */
    int sweep() {
        var until = System.nanoTime() + LONGEST_ROUND.toNanos();
        var steps = 0;
        while (System.nanoTime() < until) {
            var due = imports.due();
            files.keepOnly(due);
            var done = (int) due.stream().filter(this::step).count();
            if (done == 0) break;
            steps += done;
        }
        return steps;
    }

    /** Deletes what is kept no longer, as of this moment. */
    void clean(Instant now) {
        for (var id : imports.stale(now.minus(config.kept()))) {
            while (worker.purge(id)) {
                // some lines at a time
            }
        }
        while (worker.expireContacts(CONTACTS) == CONTACTS) {
            // likewise
        }
        worker.deleteLost(now.minus(UPLOADS_TAKE));
    }

    boolean step(UUID id) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> worker.step(id));
        } catch (Refusal e) {
            return end(id, () -> worker.stop(id, e.code()), e.kind() == Refusal.Kind.BUSY);
        } catch (BrokenFile e) {
            return end(id, () -> worker.fail(id, "malformed-csv", e.after()), false);
        } catch (RuntimeException e) {
            later(id, e);
            return false;
        }
    }

    private boolean end(UUID id, Runnable act, boolean busy) {
        if (busy) return false;
        try {
            QuarkusTransaction.requiringNew().run(act);
            return true;
        } catch (RuntimeException e) {
            later(id, e);
            return false;
        }
    }

    /** The next round tries again. What was in the file is in no log: neither the message nor the cause. */
    private static void later(UUID id, RuntimeException e) {
        Log.warnf("Import %s cannot go on now: %s", id, e.getClass().getName());
    }
}
