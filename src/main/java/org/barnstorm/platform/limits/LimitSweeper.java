package org.barnstorm.platform.limits;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.barnstorm.platform.time.Rounds;

/** Forgets windows that are over, here and for all: whose requests were counted is nobody's business afterwards. */
@ApplicationScoped
class LimitSweeper {
    private final Limiter limiter;
    private final SharedQuotas quotas;
    private final MeterRegistry meters;

    LimitSweeper(Limiter limiter, SharedQuotas quotas, MeterRegistry meters) {
        this.limiter = limiter;
        this.quotas = quotas;
        this.meters = meters;
    }

    void begin(@Observes StartupEvent start, Rounds rounds) {
        rounds.every(Duration.ofMinutes(1), this::sweep);
    }

    private void sweep() {
        limiter.forget();
        meters.counter("barnstorm.sweep", "job", "rate-windows").increment(quotas.forget());
    }
}
