package org.barnstorm.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class HistoryCheckerTest {
    @Test
    void no_alarm() {
        var random = new Random(7);
        var began = System.nanoTime();
        int ops = 0, unknown = 0, undecided = 0, slow = 0;
        for (var i = 0; i < 12_000; i++) {
            var good = Simulation.run(Simulation.any(random, 40), random);
            var t = System.nanoTime();
            var report = good.check();
            var ms = (System.nanoTime() - t) / 1_000_000;
            if (ms > 200) {
                slow++;
                System.out.println("slow " + i + " " + ms + " " + report.summary());
            }
            ops += report.operations();
            unknown += report.unknown();
            undecided += report.undecided();
            if (!report.isClean()) {
                System.out.println(i);
                good.operations().stream()
                        .sorted(java.util.Comparator.comparingLong(Operation::invoked))
                        .forEach(System.out::println);
                var min = good.withoutTables();
                for (var op : good.operations()) {
                    var drop = op;
                    var less = new Specimen(
                            good.task(),
                            good.facts(),
                            min.operations().stream().filter(o -> o != drop).toList(),
                            null,
                            null);
                    if (!less.check().isClean()) min = less;
                }
                for (var op : min.operations()) System.out.println("MIN " + op);
                System.out.println(
                        "without tables " + good.withoutTables().check().isClean());
                System.out.println(good.facts() + "\n" + good.rows() + "\n" + report.findings());
            }
            assertThat(report.findings()).isEmpty();
        }
        System.out.println(ops + " " + unknown + " undecided " + undecided + " slow " + slow + " ms "
                + (System.nanoTime() - began) / 1_000_000);
    }
}
