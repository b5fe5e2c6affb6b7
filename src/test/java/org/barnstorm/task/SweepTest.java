package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.barnstorm.platform.Sweep;
import org.junit.jupiter.api.Test;

/** One round of a sweeper. */
@QuarkusTest
class SweepTest {
    @Inject
    Sweep sweep;

    private final List<UUID> due =
            new ArrayList<>(Stream.generate(UUID::randomUUID).limit(450).toList());

    @Test
    void all_that_is_due_is_done_however_much_it_is() {
        assertThat(sweep.each("test", this::first, due::remove)).isEqualTo(450);
        assertThat(due).isEmpty();
    }

    @Test
    void what_cannot_be_done_is_left_to_the_next_round() {
        var broken = due.get(0);
        assertThat(sweep.each("test", this::first, id -> !id.equals(broken) && due.remove(id)))
                .isEqualTo(449);
        assertThat(sweep.each("test", this::first, id -> {
                    throw new IllegalStateException();
                }))
                .isZero();
        assertThat(due).containsExactly(broken);
    }

    private List<UUID> first(int most) {
        return List.copyOf(due.subList(0, Math.min(most, due.size())));
    }
}
