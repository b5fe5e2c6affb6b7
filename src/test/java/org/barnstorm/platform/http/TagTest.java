package org.barnstorm.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagTest {
    private static final String TAG = Tag.of("what is in it");

    @Test
    void what_is_the_same_has_the_same() {
        assertThat(TAG).isEqualTo(Tag.of("what is in it")).isNotEqualTo(Tag.of("what is in it."));
        assertThat(TAG).matches("\"[A-Za-z0-9_-]{24}\"");
    }

    @Test
    void who_has_it_is_told_so() {
        assertThat(Tag.isKnown(TAG, TAG)).isTrue();
        assertThat(Tag.isKnown(TAG, "\"other\", " + TAG)).isTrue();
        assertThat(Tag.isKnown(TAG, "W/" + TAG)).isTrue();
        assertThat(Tag.isKnown(TAG, "*")).isTrue();
        assertThat(Tag.isKnown(TAG, null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"other\"", "", "other", "W/\"other\""})
    void who_has_another_is_not(String header) {
        assertThat(Tag.isKnown(TAG, header)).isFalse();
    }
}
