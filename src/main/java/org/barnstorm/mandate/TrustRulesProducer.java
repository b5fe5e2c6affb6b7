package org.barnstorm.mandate;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import java.util.Map;
import org.barnstorm.authority.Budget;

/** Reads the rules from the settings. */
class TrustRulesProducer {
    @Produces
    @ApplicationScoped
    TrustRules rules(TrustConfig config) {
        var probation = config.probation();
        var levels = config.budgets();
        return new TrustRules(
                new TrustRules.Probationary(probation.tasks(), probation.days(), probation.percent()),
                Map.of(
                        Standing.NEW, day(levels.newcomer()),
                        Standing.KNOWN, day(levels.known()),
                        Standing.ACTIVE, day(levels.active()),
                        Standing.PROBATION, day(levels.probation()),
                        Standing.ORGANISER, day(levels.organiser()),
                        Standing.LEAD, day(levels.lead())));
    }

    /** Numbers that make no sense are found when the service starts, not when somebody first meets them. */
    void check(@Observes StartupEvent start, TrustConfig config) {
        rules(config);
    }

    private static Map<Budget, Integer> day(TrustConfig.Day day) {
        return Map.of(
                Budget.TASKS, day.tasks(),
                Budget.ASSIGNMENTS, day.assignments(),
                Budget.PEOPLE, day.people(),
                Budget.EXPORTS, day.exports());
    }
}
