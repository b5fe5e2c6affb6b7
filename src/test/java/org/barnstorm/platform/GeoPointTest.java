package org.barnstorm.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.barnstorm.platform.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeoPointTest {
    @ParameterizedTest
    @CsvSource({"50.857700, 50.8577", "50.857705, 50.85771", "50, 50", "-0.0000001, 0", "1E+1, 10", "90.00000, 90"})
    void a_latitude_is_kept_to_five_decimals_without_idle_zeros(String sent, String kept) {
        assertThat(GeoPoint.latitude(new BigDecimal(sent)).toString()).isEqualTo(kept);
    }

    /** T-28: rounding such a number first would keep a thread busy for minutes. */
    @ParameterizedTest
    @ValueSource(strings = {"1e-30000000", "1e30000000", "1e-1000000", "0.000000000000000000000000001", "90.00001"})
    void a_number_that_is_no_latitude_is_refused_before_any_arithmetic(String sent) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> GeoPoint.latitude(new BigDecimal(sent)));
    }

    @Test
    void a_point_has_two_numbers_of_degrees() {
        for (var coordinates : List.of(
                List.<BigDecimal>of(),
                List.of(BigDecimal.ONE),
                List.of(new BigDecimal("180.1"), BigDecimal.ONE),
                Arrays.asList(BigDecimal.ONE, null))) {
            assertThatExceptionOfType(Refusal.class).isThrownBy(() -> new GeoPoint("Point", coordinates));
        }
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new GeoPoint("Polygon", List.of(BigDecimal.ONE, BigDecimal.ONE)));
    }
}
