package org.barnstorm.mandate;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.barnstorm.member.Suspensions;

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

    @Scheduled(
            every = "{barnstorm.mandate.sweep-every}",
            delayed = "{barnstorm.mandate.sweep-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweepInTime() {
        sweep();
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
