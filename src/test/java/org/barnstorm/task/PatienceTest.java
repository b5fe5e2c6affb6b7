package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatienceTest {
    private static final Instant NOW = Instant.parse("2030-01-01T12:00:00Z");
    private static final Patience OFFER = new Patience(Duration.ofMinutes(30), 4, Duration.ofMinutes(2));

    @Test
    void work_at_any_time_can_wait_as_long_as_usual() {
        assertThat(OFFER.before(null, NOW)).isEqualTo(Duration.ofMinutes(30));
    }

    @ParameterizedTest
    @CsvSource({
        "P7D, PT30M",
        "PT2H, PT30M", // a quarter of it is as long as usual
        "PT1H59M, PT29M45S",
        "PT1H, PT15M",
        "PT8M, PT2M",
        "PT7M, PT2M", // a quarter would be too short to answer
        "PT0S, PT2M",
        "PT-1H, PT2M" // it has begun, and still needs somebody
    })
    void near_the_start_only_a_quarter_of_the_time_is_left_to_each(Duration left, Duration offered) {
        assertThat(OFFER.before(NOW.plus(left), NOW)).isEqualTo(offered);
    }

    @Test
    void what_is_usual_is_never_exceeded_even_by_the_least() {
        var hasty = new Patience(Duration.ofMinutes(1), 4, Duration.ofMinutes(2));
        assertThat(hasty.before(null, NOW)).isEqualTo(Duration.ofMinutes(1));
        assertThat(hasty.before(NOW.plus(Duration.ofMinutes(2)), NOW)).isEqualTo(Duration.ofMinutes(1));
    }
}
