package org.barnstorm.testing;

import io.quarkus.test.junit.QuarkusMock;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.barnstorm.authority.Budget;
import org.barnstorm.mandate.Standing;
import org.barnstorm.mandate.TrustRules;

/**
 * How far the people of a test are trusted: completely, unless the test says otherwise. A test that is about something else
 * makes as many tasks in a day as it likes.
 */
public final class Trusting {
    private static final int ANY_NUMBER = 1_000_000;

    private Trusting() {}

    /** The settings of a service in which nobody is on probation and no budget is spent. */
    public static Map<String, String> settings() {
        var settings = new HashMap<String, String>();
        settings.put("barnstorm.trust.probation.tasks", "0");
        settings.put("barnstorm.trust.probation.days", "0");
        for (var standing : Standing.values()) {
            for (var budget : Budget.values()) settings.put(key(standing, budget), "" + ANY_NUMBER);
        }
        return settings;
    }

    private static String key(Standing standing, Budget budget) {
        var level = standing == Standing.NEW ? "newcomer" : standing.name().toLowerCase(java.util.Locale.ROOT);
        return "barnstorm.trust.budgets." + level + '.' + budget.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** From now on, for this test: who has not had so many tasks open is on probation, and each of theirs is looked at. */
    public static void probation(int tasks) {
        probation(new TrustRules.Probationary(tasks, 0, 100));
    }

    public static void probation(TrustRules.Probationary rule) {
        install(rule, days(Map.of(), ANY_NUMBER));
    }

    /** From now on, for this test: nobody is on probation, and a day has so much for everybody. */
    public static void budget(Budget budget, int most) {
        install(new TrustRules.Probationary(0, 0, 100), days(Map.of(budget, most), ANY_NUMBER));
    }

    /** As the settings say again. */
    public static void everybody() {
        install(new TrustRules.Probationary(0, 0, 100), days(Map.of(), ANY_NUMBER));
    }

    private static Map<Standing, Map<Budget, Integer>> days(Map<Budget, Integer> some, int others) {
        var days = new EnumMap<Standing, Map<Budget, Integer>>(Standing.class);
        for (var standing : Standing.values()) {
            var day = new EnumMap<Budget, Integer>(Budget.class);
            for (var budget : Budget.values()) day.put(budget, some.getOrDefault(budget, others));
            days.put(standing, day);
        }
        return days;
    }

    private static void install(TrustRules.Probationary rule, Map<Standing, Map<Budget, Integer>> days) {
        QuarkusMock.installMockForType(new TrustRules(rule, days), TrustRules.class);
    }
}
