package org.barnstorm.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final Random chance = new Random(7);

    @Test
    void each_wait_is_twice_as_long_and_none_longer_than_half_a_day() {
        for (var failures = 1; failures < 60; failures++) {
            var most = Math.min(5 * Math.pow(2, failures - 1), Backoff.LONGEST.toSeconds());
            assertThat(Backoff.after(failures, chance).toMillis() / 1000.0).isBetween(most / 2, most);
        }
    }

    @Test
    void not_all_come_at_once() {
        var waits = IntStream.range(0, 100)
                .mapToObj(i -> Backoff.after(8, chance))
                .distinct()
                .count();
        assertThat(waits).isGreaterThan(90);
    }

    @Test
    void within_three_days_there_are_about_twenty_attempts() {
        var spent = Duration.ZERO;
        var attempts = 1;
        while (spent.compareTo(Duration.ofDays(3)) < 0) spent = spent.plus(Backoff.after(attempts++, chance));
        assertThat(attempts).isBetween(15, 26);
    }
}
