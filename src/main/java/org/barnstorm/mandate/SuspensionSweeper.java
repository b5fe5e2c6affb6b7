package org.barnstorm.mandate;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.barnstorm.member.Suspensions;
import org.barnstorm.platform.time.Rounds;

/** Ends suspensions whose time is over. On every replica; of two that try the same one, the second finds it done. */
@ApplicationScoped
class SuspensionSweeper {
    private static final int BATCH = 200;

    private final Suspensions suspensions;
    private final SuspensionDesk service;
    private final MeterRegistry meters;

    SuspensionSweeper(Suspensions suspensions, SuspensionDesk service, MeterRegistry meters) {
        this.suspensions = suspensions;
        this.service = service;
        this.meters = meters;
    }

    void begin(@Observes StartupEvent start, Rounds rounds, MandateConfig config) {
        rounds.every(config.sweepEvery(), this::sweep);
    }

    /** Returns how many ended. */
    int sweep() {
        var done = 0;
        for (var id : QuarkusTransaction.requiringNew().call(() -> suspensions.due(BATCH))) {
            try {
                service.lapse(id);
                done++;
            } catch (RuntimeException e) {
                Log.warnf(
                        "Suspension %s is over, but could not be ended: %s",
                        id, e.getClass().getName());
            }
        }
        meters.counter("barnstorm.sweep", "job", "suspensions").increment(done);
        return done;
    }
}
