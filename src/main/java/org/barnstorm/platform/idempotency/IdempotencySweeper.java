package org.barnstorm.platform.idempotency;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Forgets idempotency keys that nobody will repeat any more. */
@ApplicationScoped
class IdempotencySweeper {
    private final IdempotencyKeys keys;
    private final MeterRegistry meters;

    IdempotencySweeper(IdempotencyKeys keys, MeterRegistry meters) {
        this.keys = keys;
        this.meters = meters;
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        meters.counter("barnstorm.sweep", "job", "idempotency-keys").increment(keys.forgetOld());
    }
}
