package org.barnstorm.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.barnstorm.platform.problem.Refusal;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class GroupPathTest {
    private static GroupPath path(String value) {
        return new GroupPath(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"uk", "uk.south-east", "uk.south-east.brighton-pavilion", "0.1.2", "a-b-c"})
    void slugs_joined_by_dots_are_a_path(String value) {
        assertThat(path(value)).hasToString(value);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {"UK", "uk.", ".uk", "uk..x", "-uk", "uk-", "u--k", "u k", "ük", "uk\n", "uk/x", "uk_x", "%"})
    void anything_else_is_not(String value) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> path(value)).satisfies(e -> assertThat(e.code())
                .isEqualTo("malformed-path"));
    }

    @Test
    void it_ends_at_255_characters() {
        assertThat(path("a".repeat(255))).isNotNull();
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> path("a".repeat(256)));
    }

    /** The shape is read by a regular expression, and nested repeats can take for ever (T-32). */
    @ParameterizedTest
    @ValueSource(strings = {"a", "a-", "a.", "-"})
    void reading_a_hostile_one_takes_no_time(String part) {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(2), () -> assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> path(part.repeat(254 / part.length()) + "!")));
    }

    @ParameterizedTest
    @CsvSource({
        "uk, uk, true",
        "uk, uk.south-east, true",
        "uk, uk.south-east.hove, true",
        "uk.south-east, uk, false",
        "uk, ukraine, false",
        "uk.south, uk.south-east, false",
        "uk.south-east, uk.south-east2.hove, false"
    })
    void it_covers_itself_and_what_is_below(String above, String below, boolean covered) {
        assertThat(path(above).covers(path(below))).isEqualTo(covered);
    }

    @Test
    void it_knows_its_place() {
        var hove = path("uk.south-east.hove");
        assertThat(hove.parent()).contains(path("uk.south-east"));
        assertThat(hove.slug()).isEqualTo("hove");
        assertThat(hove.movement()).isEqualTo(path("uk"));
        assertThat(path("uk").parent()).isEmpty();
        assertThat(path("uk").movement()).isEqualTo(path("uk"));
        assertThat(path("uk").slug()).isEqualTo("uk");
    }
}
