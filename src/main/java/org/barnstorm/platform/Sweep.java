package org.barnstorm.platform;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * One round of a sweeper: finds ids without locks, then takes each in a transaction of its own. The act skips what others
 * work on and looks again once it has the lock, so that any number of replicas can sweep at once.
 */
@ApplicationScoped
public class Sweep {
    private static final int BATCH = 200;

    /** What is left after so many batches is left to the next round, so that each job has its turn. */
    private static final int MOST_BATCHES = 20;

    private final MeterRegistry meters;

    Sweep(MeterRegistry meters) {
        this.meters = meters;
    }

    /**
     * Does all that is due, batch by batch, as long as it gets ahead with it.
     *
     * @param find at most so many ids of what is due
     * @param act whether it did anything
     * @return how often it did
     */
    public int each(String job, IntFunction<List<UUID>> find, Predicate<UUID> act) {
        var all = 0;
        for (var batch = 0; batch < MOST_BATCHES; batch++) {
            var found = QuarkusTransaction.requiringNew().call(() -> find.apply(BATCH));
            var done = 0;
            for (var id : found) {
                if (succeeds(job, id, act)) done++;
            }
            all += done;
            if (found.size() < BATCH || done == 0) break;
        }
        meters.counter("barnstorm.sweep", "job", job).increment(all);
        return all;
    }

    /**
     * One round of a tour: what is due is found by looking at everything, each page in a transaction of its own.
     *
     * @param stations where there is something to look at
     * @param act whether it did anything
     * @return how often it did
     */
    public int along(String job, Tour tour, Supplier<List<UUID>> stations, Tour.Look look, Predicate<UUID> act) {
        var done = new ArrayList<UUID>();
        tour.round(
                QuarkusTransaction.requiringNew().call(stations::get),
                (station, after) -> QuarkusTransaction.requiringNew().call(() -> look.at(station, after)),
                due -> due.stream().filter(id -> succeeds(job, id, act)).forEach(done::add));
        meters.counter("barnstorm.sweep", "job", job).increment(done.size());
        return done.size();
    }

    /** One that cannot be dealt with now must not keep the others from it; the next round comes back to it. */
    private static boolean succeeds(String job, UUID id, Predicate<UUID> act) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> act.test(id));
        } catch (RuntimeException e) {
            Log.warnf(
                    "Sweeping %s: %s is due, but could not be done: %s",
                    job, id, e.getClass().getName());
            Log.debug("Why it could not be done", e);
            return false;
        }
    }
}
