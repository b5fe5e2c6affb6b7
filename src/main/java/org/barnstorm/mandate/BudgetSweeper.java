package org.barnstorm.mandate;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.barnstorm.platform.time.Rounds;

/** Forgets who looked at whom, and what was used, once the day is over. */
@ApplicationScoped
class BudgetSweeper {
    private final BudgetRepository budgets;
    private final MeterRegistry meters;

    BudgetSweeper(BudgetRepository budgets, MeterRegistry meters) {
        this.budgets = budgets;
        this.meters = meters;
    }

    void begin(@Observes StartupEvent start, Rounds rounds) {
        rounds.every(Duration.ofMinutes(10), this::sweep);
    }

    /** Returns how many rows it deleted. */
    int sweep() {
        var gone = QuarkusTransaction.requiringNew().call(budgets::forget);
        meters.counter("barnstorm.sweep", "job", "daily-budgets").increment(gone);
        return gone;
    }
}
