package org.barnstorm.platform.http;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.barnstorm.platform.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PutConditionTest {
    private static final String FIRST = "\"0\"";

    @Test
    void something_new_is_put_where_there_is_nothing() {
        var condition = PutCondition.of(null, "*");
        assertThatNoException().isThrownBy(() -> condition.require(Optional.empty()));
        refused("stale-version", () -> condition.require(Optional.of(0L)));
    }

    @Test
    void an_edit_is_of_the_version_that_is_there() {
        var condition = PutCondition.of(FIRST, null);
        assertThatNoException().isThrownBy(() -> condition.require(Optional.of(0L)));
        refused("stale-version", () -> condition.require(Optional.of(1L)));
        refused("stale-version", () -> condition.require(Optional.empty()));
    }

    @Test
    void one_says_which_of_the_two_it_is() {
        refused("if-match-required", () -> PutCondition.of(null, null));
    }

    @ParameterizedTest
    @CsvSource(
            value = {"'\"0\"', *", "'\"0\"', '\"0\"'", "null, '\"0\"'", "null, ''", "*, null", "0, null"},
            nullValues = "null")
    void anything_else_is_not_understood(String ifMatch, String ifNoneMatch) {
        refused("stale-version", () -> PutCondition.of(ifMatch, ifNoneMatch));
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(act)
                .satisfies(refusal -> org.assertj.core.api.Assertions.assertThat(refusal.code())
                        .isEqualTo(code));
    }
}
