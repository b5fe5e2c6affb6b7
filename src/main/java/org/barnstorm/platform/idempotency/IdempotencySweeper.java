package org.barnstorm.platform.idempotency;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.barnstorm.platform.time.Rounds;

/** Forgets idempotency keys that nobody will repeat any more. */
@ApplicationScoped
class IdempotencySweeper {
    private final IdempotencyKeys keys;
    private final MeterRegistry meters;

    IdempotencySweeper(IdempotencyKeys keys, MeterRegistry meters) {
        this.keys = keys;
        this.meters = meters;
    }

    void begin(@Observes StartupEvent start, Rounds rounds) {
        rounds.every(Duration.ofHours(1), this::sweep);
    }

    private void sweep() {
        meters.counter("barnstorm.sweep", "job", "idempotency-keys").increment(keys.forgetOld());
    }
}
