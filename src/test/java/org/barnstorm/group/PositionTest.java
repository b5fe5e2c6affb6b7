package org.barnstorm.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.barnstorm.platform.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {
    @ParameterizedTest
    @CsvSource({
        "'50.83,-0.14', 50.83, -0.14",
        "'50.829999,-0.141234567', 50.83, -0.14",
        "'-90,180', -90, 180",
        "'90,-180', 90, -180",
        "'0,0', 0, 0"
    })
    void it_is_kept_to_two_decimals_whatever_was_sent(String text, double latitude, double longitude) {
        assertThat(Position.fromString(text)).isEqualTo(new Position(latitude, longitude));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                "50.83",
                "50.83;-0.14",
                "50.83,-0.14,0",
                "90.01,0",
                "0,180.5",
                "-91,0",
                "1e1,0",
                "NaN,0",
                " 1,1",
                "1, 1",
                "+1,1",
                "0x1,1",
                "1.,1",
                "١,١",
                "999999999999999999999,0"
            })
    void what_is_no_position_is_refused(String text) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Position.fromString(text))
                .satisfies(e -> assertThat(e.code()).isEqualTo("malformed-position"));
    }

    @Test
    void more_digits_than_anybody_means_are_refused() {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Position.fromString("1." + "1".repeat(100) + ",1"));
    }
}
