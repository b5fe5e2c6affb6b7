package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Tasks that would wait for each other are found before they do. */
class NeedCycleTest {
    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);
    private static final UUID C = new UUID(0, 3);
    private static final UUID D = new UUID(0, 4);

    @Test
    void a_task_cannot_need_itself() {
        assertThat(NeedCycle.closedBy(A, List.of(A), Map.of())).contains(List.of(A, A));
    }

    @Test
    void the_circle_is_shown_from_the_task_back_to_it() {
        var needs = Map.of(B, List.of(D, C), C, List.of(A));
        assertThat(NeedCycle.closedBy(A, List.of(D, B), needs)).contains(List.of(A, B, C, A));
    }

    @Test
    void several_ways_to_the_same_task_are_no_circle() {
        var needs = Map.of(B, List.of(D), C, List.of(D));
        assertThat(NeedCycle.closedBy(A, List.of(B, C, D), needs)).isEmpty();
    }

    @Test
    void a_circle_that_others_have_among_themselves_is_not_closed_by_this_task() {
        assertThat(NeedCycle.closedBy(A, List.of(B), Map.of(B, List.of(C), C, List.of(B))))
                .isEmpty();
    }

    /** One wish: this task needs those. */
    record Wish(int task, List<Integer> needs) {}

    @Property(tries = 1000)
    @Label("whatever is wished, what is granted has an order in which all of it can be done")
    void what_is_granted_can_be_done(@ForAll("wishes") List<Wish> wishes) {
        Map<UUID, List<UUID>> needs = new HashMap<>();
        for (var wish : wishes) {
            var task = id(wish.task());
            var wanted = wish.needs().stream().map(NeedCycleTest::id).toList();
            var circle = NeedCycle.closedBy(task, wanted, needs);
            if (circle.isEmpty()) needs.put(task, wanted);
            else assertIsCircle(circle.get(), task, wanted, needs);
        }
        assertThat(done(needs)).containsAll(needs.keySet());
    }

    private static void assertIsCircle(List<UUID> circle, UUID task, List<UUID> wanted, Map<UUID, List<UUID>> needs) {
        assertThat(circle).startsWith(task).endsWith(task);
        assertThat(wanted).contains(circle.get(1));
        for (var i = 1; i < circle.size() - 1; i++)
            assertThat(needs.get(circle.get(i))).contains(circle.get(i + 1));
    }

    /** Does again and again what needs nothing that is not done. */
    private static Set<UUID> done(Map<UUID, List<UUID>> needs) {
        Set<UUID> done = new HashSet<>();
        var left = new ArrayList<>(needs.keySet());
        for (var i = 0; i < 8; i++) done.add(id(i));
        done.removeAll(left);
        while (left.removeIf(task -> done.containsAll(needs.get(task)) && done.add(task))) {}
        return done;
    }

    @Provide
    Arbitrary<List<Wish>> wishes() {
        var number = Arbitraries.integers().between(0, 7);
        return net.jqwik.api.Combinators.combine(
                        number, number.list().uniqueElements().ofMaxSize(4))
                .as(Wish::new)
                .list()
                .ofMaxSize(20);
    }

    private static UUID id(int number) {
        return new UUID(1, number);
    }
}
