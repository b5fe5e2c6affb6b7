package org.barnstorm.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustLevelTest {
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    private static final MandateConfig.Trust RULES = new Defaults();

    @ParameterizedTest
    @CsvSource({
        // lead, organiser, vouched, confirmed, days, level
        "false, false, false, 0, 0, 0",
        "false, false, true, 0, 0, 1",
        "false, false, false, 1, 0, 1",
        "false, false, false, 3, 13, 1",
        "false, false, false, 2, 14, 1",
        "false, false, false, 3, 14, 2",
        "false, false, true, 9, 90, 2",
        "false, true, false, 0, 0, 3",
        "true, true, true, 9, 90, 4",
        "true, false, false, 0, 0, 4"
    })
    void the_level_comes_from_what_others_confirmed_and_granted(
            boolean lead, boolean organiser, boolean vouched, long confirmed, long days, int level) {
        var first = confirmed == 0 ? null : NOON;
        var last = confirmed == 0 ? null : NOON.plus(Duration.ofDays(days));
        var evidence = new TrustLevel.Evidence(lead, organiser, vouched, confirmed, first, last);
        assertThat(TrustLevel.of(evidence, RULES)).isEqualTo(level);
    }

    @Test
    void without_work_no_time_has_passed() {
        assertThat(new TrustLevel.Evidence(false, false, false, 0, null, null).over())
                .isZero();
    }

    private record Defaults() implements MandateConfig.Trust {
        @Override
        public int confirmed() {
            return 3;
        }

        @Override
        public Duration over() {
            return Duration.ofDays(14);
        }

        @Override
        public int vouchFrom() {
            return 2;
        }

        @Override
        public int vouches() {
            return 5;
        }

        @Override
        public Duration spentFor() {
            return Duration.ofDays(180);
        }
    }
}
