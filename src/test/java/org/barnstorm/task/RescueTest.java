package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.barnstorm.task.Rescue.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RescueTest {
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    private static final Patience PATIENCE = new Patience(Duration.ofHours(2), 2, Duration.ofMinutes(10));
    private static final Task TASK = TaskTest.taskThatIs(Task.Status.OPEN);

    @ParameterizedTest
    @CsvSource({
        "OPEN, false, 0, ",
        "OPEN, true, 0, RESCUED",
        "OPEN, false, 119, ",
        "OPEN, false, 120, UNRESCUED",
        "OPEN, true, 120, RESCUED",
        "CLOSED, false, 0, STOPPED",
        "CANCELLED, true, 120, STOPPED"
    })
    void how_a_call_ends(Task.Status status, boolean full, int minutes, Result result) {
        var rescue = new Rescue(TASK, 20, PATIENCE, NOON);
        assertThat(rescue.outcome(status, full, NOON.plus(Duration.ofMinutes(minutes))))
                .isEqualTo(java.util.Optional.ofNullable(result));
    }

    @Test
    void a_call_that_reaches_nobody_has_failed_at_once() {
        var rescue = new Rescue(TASK, 0, PATIENCE, NOON);
        assertThat(rescue.until()).isEqualTo(NOON);
        assertThat(rescue.outcome(Task.Status.OPEN, false, NOON)).contains(Result.UNRESCUED);
    }

    @Test
    void a_call_ends_once() {
        var rescue = new Rescue(TASK, 3, PATIENCE, NOON);
        assertThat(rescue.isOpen()).isTrue();
        rescue.end(Result.RESCUED, NOON);
        assertThat(rescue.isOpen()).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> rescue.end(Result.UNRESCUED, NOON));
        assertThat(rescue.result()).isEqualTo(Result.RESCUED);
        assertThat(rescue.endedAt()).isEqualTo(NOON);
    }

    @ParameterizedTest
    @EnumSource
    void each_end_has_a_name_in_the_journal(Result result) {
        assertThat(result.event()).startsWith("task.").contains(result.name().toLowerCase(Locale.ROOT));
    }
}
