package org.barnstorm.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.barnstorm.history.Search.Verdict;

/** The search finds an order exactly when there is one: compared with trying all of them. */
class SearchTest {
    private static final int MOST = 6;
    private static final AtomicInteger ORDERED = new AtomicInteger();
    private static final AtomicInteger BROKEN = new AtomicInteger();

    @Property(tries = 6_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    @Label("the search agrees with trying every order")
    void the_search_agrees_with_trying_every_order(@ForAll Random random) {
        var specimen = some(random);
        var exists = BruteForce.explains(specimen);
        var verdict = HistoryChecker.search(specimen.operations(), specimen.facts(), specimen.rows())
                .orElseThrow()
                .verdict();
        assertThat(verdict).as("%s", specimen).isEqualTo(exists ? Verdict.AN_ORDER_EXISTS : Verdict.NO_ORDER_EXISTS);
        (exists ? ORDERED : BROKEN).incrementAndGet();
    }

    /** Short, without keys and without leases that run out; good, or changed at random. */
    private static Specimen some(Random random) {
        var setting = new Simulation.Setting(
                1 + random.nextInt(3),
                1 + random.nextInt(2),
                2 + random.nextInt(MOST - 1),
                Long.MAX_VALUE,
                random.nextDouble() * 0.4,
                0.1,
                false);
        var good = Simulation.run(setting, random).each(SearchTest::withoutKey);
        if (random.nextBoolean()) good = good.withoutTables();
        return random.nextInt(4) == 0 ? good : Mutation.of(good, random);
    }

    private static Operation withoutKey(Operation operation) {
        return new Operation(
                operation.number(),
                operation.client(),
                operation.ask().with(null),
                operation.invoked(),
                operation.outcome());
    }

    @AfterContainer
    static void both_were_seen() {
        System.out.printf(
                "The search agreed on %d histories with an order and %d without%n", ORDERED.get(), BROKEN.get());
        assertThat(ORDERED.get()).isGreaterThan(500);
        assertThat(BROKEN.get()).isGreaterThan(500);
    }
}
