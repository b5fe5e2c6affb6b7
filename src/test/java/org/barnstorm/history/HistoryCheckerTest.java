package org.barnstorm.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.barnstorm.history.Finding.Rule;
import org.junit.jupiter.api.Test;

/** The checker's own proof: it is silent about thousands of good histories, and finds whatever is planted. */
class HistoryCheckerTest {
    private static final int GOOD = 10_000;
    private static final int PLANTED_EACH = 60;

    @Test
    void no_alarm_about_any_good_history() {
        var random = new Random(7);
        var operations = 0;
        var unknown = 0;
        var searched = 0;
        var undecided = 0;
        var checking = 0L;
        for (var i = 0; i < GOOD; i++) {
            var good = Simulation.run(Simulation.any(random, 40), random);
            var began = System.nanoTime();
            var report = good.check();
            checking += System.nanoTime() - began;
            assertThat(report.findings()).as("history %d: %s", i, good).isEmpty();
            operations += report.operations();
            unknown += report.unknown();
            searched += report.searched();
            undecided += report.undecided();
        }
        System.out.printf(
                "%d good histories, %d operations (%d unknown): 0 alarms; every order tried for %d, undecided %d; %d ms%n",
                GOOD, operations, unknown, searched, undecided, checking / 1_000_000);
        assertThat(undecided).isZero();
    }

    @Test
    void every_planted_violation_is_found() {
        var random = new Random(11);
        var count = 0;
        var ms = 0L;
        for (var plant : Plant.values()) {
            Map<Rule, Integer> by = new TreeMap<>();
            var slowest = 0L;
            var undecided = 0;
            var missed = 0;
            var tries = 0;
            for (var planted = 0; planted < PLANTED_EACH; ) {
                tries++;
                var good = Simulation.run(Simulation.any(random, 40), random);
                if (!good.facts().closed() || good.operations().size() >= 40) continue;
                var bad = plant.in(good, random);
                if (bad.isEmpty()) continue;
                planted++;
                var began = System.nanoTime();
                var report = bad.get().check();
                var took = (System.nanoTime() - began) / 1_000_000;
                slowest = Math.max(took, slowest);
                if (took > 1000) {
                    System.out.println("SLOW " + plant + bad.get().facts());
                    bad.get().operations().stream()
                            .sorted(java.util.Comparator.comparingLong(Operation::invoked))
                            .forEach(System.out::println);
                    System.out.println("SLOW " + bad.get().rows());
                }

                ms += took;
                undecided += report.undecided();
                if (report.isClean()) {
                    missed++;
                    if (bad.get().operations().size() < 16) {
                        System.out.println("MISSED " + plant + bad.get().facts());
                        bad.get().operations().stream()
                                .sorted(java.util.Comparator.comparingLong(Operation::invoked))
                                .forEach(System.out::println);
                    }
                }
                report.findings().stream()
                        .map(Finding::rule)
                        .distinct()
                        .forEach(rule -> by.merge(rule, 1, Integer::sum));
                count++;
            }
            System.out.println(plant + " " + by + " missed " + missed + " undecided " + undecided + " slowest "
                    + slowest + " ms, tries " + tries);
        }
        System.out.println(count + " in " + ms);
    }
}
