package org.barnstorm.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.EnumSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.barnstorm.history.Finding.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The checker's own proof: it is silent about thousands of good histories, and finds whatever is planted in them. */
class HistoryCheckerTest {
    private static final int GOOD = 10_000;
    private static final int PLANTED_EACH = 25;
    private static final int SHORT = 36;

    /** These are only seen where every order can be tried. */
    private static final Set<Plant> BY_SEARCH_ALONE =
            EnumSet.of(Plant.FULL_WITH_PLACES_FREE, Plant.MORE_TAKEN_THAN_ASKED_FOR);

    private static final AtomicInteger HISTORIES = new AtomicInteger();
    private static final AtomicInteger OPERATIONS = new AtomicInteger();
    private static final AtomicInteger UNKNOWN = new AtomicInteger();
    private static final AtomicInteger SEARCHED = new AtomicInteger();
    private static final AtomicInteger UNDECIDED = new AtomicInteger();
    private static final AtomicLong NANOS = new AtomicLong();

    @Property(tries = GOOD, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    @Label("no alarm about any good history")
    void no_alarm_about_any_good_history(@ForAll Random random) {
        var good = Simulation.run(Simulation.any(random, SHORT), random);
        var began = System.nanoTime();
        var report = good.check();
        NANOS.addAndGet(System.nanoTime() - began);
        assertThat(report.findings()).as("%s", good).isEmpty();
        HISTORIES.incrementAndGet();
        OPERATIONS.addAndGet(report.operations());
        UNKNOWN.addAndGet(report.unknown());
        SEARCHED.addAndGet(report.searched());
        UNDECIDED.addAndGet(report.undecided());
    }

    @Property(tries = 20, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    @Label("no alarm about any long history")
    void no_alarm_about_any_long_history(@ForAll Random random) {
        var good = longOne(random);
        assertThat(good.operations()).hasSizeGreaterThan(HistoryChecker.LONGEST_SEARCHED);
        assertThat(good.check().findings()).isEmpty();
    }

    /** A random history that has a place for the violation, with its seed so that a miss can be seen again. */
    @ParameterizedTest
    @EnumSource(Plant.class)
    void every_planted_violation_is_found(Plant plant) {
        Map<Rule, Integer> by = new TreeMap<>();
        var planted = 0;
        for (var seed = 0L; planted < PLANTED_EACH; seed++) {
            var random = new Random(31 * seed + plant.ordinal());
            var good = Simulation.run(Simulation.any(random, 3 + random.nextInt(SHORT - 3)), random);
            if (!good.facts().closed()) continue;
            var bad = plant.in(good, random);
            if (bad.isEmpty()) continue;
            planted++;
            assertThat(good.check().findings()).as("before").isEmpty();
            var report = bad.get().check();
            assertThat(report.findings()).as("seed %d: %s", seed, bad.get()).isNotEmpty();
            report.findings().stream().map(Finding::rule).distinct().forEach(rule -> by.merge(rule, 1, Integer::sum));
        }
        System.out.printf("%s: %d of %d found, by %s%n", plant, planted, PLANTED_EACH, by);
    }

    @ParameterizedTest
    @EnumSource(Plant.class)
    void most_kinds_are_found_in_histories_that_are_too_long_to_search(Plant plant) {
        if (BY_SEARCH_ALONE.contains(plant)) return;
        var planted = 0;
        for (var seed = 0L; planted < 5; seed++) {
            var random = new Random(31 * seed + plant.ordinal());
            var bad = plant.in(longOne(random), random);
            if (bad.isEmpty()) continue;
            planted++;
            var report = bad.get().check();
            assertThat(report.searched()).isZero();
            assertThat(report.findings()).as("seed %d", seed).isNotEmpty();
        }
    }

    @Example
    @Label("a client in a process of its own needs nothing but the JDK")
    void a_client_in_a_process_of_its_own_needs_nothing_but_the_JDK() {
        var all = new ClassFileImporter().importPackages("org.barnstorm.history");
        ArchRuleDefinition.classes()
                .that(JavaClass.Predicates.simpleNameEndingWith("Test").negate())
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.barnstorm.history")
                .check(all);
    }

    private static Specimen longOne(Random random) {
        var endless = random.nextBoolean();
        var setting = new Simulation.Setting(
                8, 1 + random.nextInt(4), 400, endless ? Long.MAX_VALUE : 200, 0.05, 0.01, false);
        return Simulation.run(setting, random);
    }

    @AfterContainer
    static void counts() {
        System.out.printf(
                "%d good histories, %d operations (%d unknown), 0 alarms; every order tried for %d, undecided %d; %d ms%n",
                HISTORIES.get(),
                OPERATIONS.get(),
                UNKNOWN.get(),
                SEARCHED.get(),
                UNDECIDED.get(),
                NANOS.get() / 1_000_000);
        assertThat(UNDECIDED.get()).isLessThan(GOOD / 1000);
    }
}
