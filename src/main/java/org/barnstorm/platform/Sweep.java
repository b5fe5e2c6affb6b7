package org.barnstorm.platform;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Work that has become due, done one thing at a time: each in a transaction of its own, so that one that cannot be dealt
 * with now keeps none of the others from it. The next sweep comes back to it.
 */
@ApplicationScoped
public class Sweep {
    private final MeterRegistry meters;

    Sweep(MeterRegistry meters) {
        this.meters = meters;
    }

    /**
     * @param job what it is called in the metric {@code barnstorm.sweep} and in the log
     * @param find what is due, without locks
     * @param act locks it unless another replica is at it, looks again, and says whether it did anything
     * @return how often it did
     */
    public int each(String job, Supplier<List<UUID>> find, Predicate<UUID> act) {
        var found = QuarkusTransaction.requiringNew().call(find::get);
        var done = 0;
        for (var id : found) {
            if (succeeds(job, id, act)) done++;
        }
        meters.counter("barnstorm.sweep", "job", job).increment(done);
        return done;
    }

    private static boolean succeeds(String job, UUID id, Predicate<UUID> act) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> act.test(id));
        } catch (RuntimeException e) {
            Log.warnf(
                    "%s is due for the sweep of %s, but failed: %s",
                    id, job, e.getClass().getName());
            Log.debug("Why it failed", e);
            return false;
        }
    }
}
