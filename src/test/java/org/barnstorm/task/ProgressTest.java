package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.platform.problem.Refusal.Violation;
import org.junit.jupiter.api.Test;

class ProgressTest {
    @Test
    void ticks_are_in_order_and_each_is_there_once() {
        assertThat(new Progress(3L, List.of(2, 0, 2)).ticks(3)).containsExactly(0, 2);
        assertThat(new Progress(3L, List.of()).ticks(3)).isEmpty();
        assertThat(new Progress(3L, List.of()).ticks(0)).isEmpty();
    }

    @Test
    void a_step_that_the_task_does_not_have_is_named() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new Progress(3L, List.of(0, 3, -1)).ticks(3))
                .satisfies(refusal -> assertThat(refusal.violations())
                        .extracting(Violation::pointer)
                        .containsExactly("/done/1", "/done/2"));
    }

    @Test
    void a_task_without_steps_takes_no_ticks() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new Progress(3L, List.of(0)).ticks(0))
                .satisfies(refusal -> assertThat(refusal.violations())
                        .extracting(Violation::detail)
                        .containsExactly("This task has no steps."));
    }
}
