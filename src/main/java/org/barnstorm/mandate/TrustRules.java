package org.barnstorm.mandate;

import java.util.Map;
import org.barnstorm.authority.Budget;

/** The numbers of probation and of daily budgets. Tests install their own. */
public class TrustRules {
    private Probationary probation;
    private Map<Standing, Map<Budget, Integer>> days;

    /**
     * When a probation is over.
     *
     * @param tasks so many have been open; 0 for any number
     * @param days so many since the mandate began; 0 for any number
     * @param percent of the tasks until then that are looked at
     */
    public record Probationary(int tasks, int days, int percent) {
        public Probationary {
            if (tasks < 0 || days < 0) throw new IllegalArgumentException("A probation is not shorter than none.");
            if (percent < 1 || percent > 100)
                throw new IllegalArgumentException("A probation looks at 1 to 100 percent.");
        }

        boolean isOff() {
            return tasks == 0 && days == 0;
        }
    }

    protected TrustRules() {} // for the proxy

    public TrustRules(Probationary probation, Map<Standing, Map<Budget, Integer>> days) {
        this.probation = probation;
        this.days = days;
        if (days.values().stream().anyMatch(day -> day.values().stream().anyMatch(most -> most < 0)))
            throw new IllegalArgumentException("A day has at least nothing.");
    }

    public Probationary probation() {
        return probation;
    }

    /** How much of it a day has for people of this standing. */
    public int daily(Standing standing, Budget budget) {
        return days.get(standing).get(budget);
    }
}
