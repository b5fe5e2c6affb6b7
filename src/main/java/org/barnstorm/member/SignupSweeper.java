package org.barnstorm.member;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.barnstorm.platform.time.Rounds;

/** Forgets the addresses of people who did not come. */
@ApplicationScoped
class SignupSweeper {
    private final Signups signups;
    private final MeterRegistry meters;

    SignupSweeper(Signups signups, MeterRegistry meters) {
        this.signups = signups;
        this.meters = meters;
    }

    void begin(@Observes StartupEvent start, Rounds rounds) {
        rounds.every(Duration.ofHours(1), this::sweep);
    }

    private void sweep() {
        meters.counter("barnstorm.sweep", "job", "signups").increment(signups.forget());
    }
}
