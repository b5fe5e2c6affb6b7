package org.barnstorm.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private final Instant now = Instant.parse("2026-11-21T09:30:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            120 | PT2M
            ' 5 ' | PT5S
            0 | PT0S
            999999999 | PT24H
            Sat, 21 Nov 2026 09:31:00 GMT | PT1M
            Sat, 21 Nov 2026 09:00:00 GMT | PT0S
            Sun, 21 Nov 2027 09:00:00 GMT | PT24H
            """)
    void seconds_and_dates_are_understood_up_to_a_day(String header, Duration wait) {
        assertThat(RetryAfter.of(header, now)).isEqualTo(wait);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "1e9", "99999999999999999999", "Sat, 99 Nov 2026 09:31:00 GMT"})
    void what_is_neither_is_passed_over(String header) {
        assertThat(RetryAfter.of(header, now)).isNull();
    }

    @Test
    void none_is_none() {
        assertThat(RetryAfter.of(null, now)).isNull();
    }
}
