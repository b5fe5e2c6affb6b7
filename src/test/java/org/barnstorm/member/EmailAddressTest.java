package org.barnstorm.member;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two spellings of one address are one, and two addresses are not. */
class EmailAddressTest {
    @ParameterizedTest
    @CsvSource({
        "ada@example.org, ada@example.org",
        "' Ada@EXAMPLE.org ', ada@example.org",
        "ada@bücher.example, ada@xn--bcher-kva.example",
        "a.d.a+doors@example.org, a.d.a+doors@example.org"
    })
    void it_is_read(String written, String value) {
        assertThat(EmailAddress.of(written).orElseThrow().value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "ada", "@", "ada@", "@example.org", "a@b@c", "a b@c", "a@b c", "<a@b>", "a@..", "a,b@c"})
    void anything_else_is_none(String written) {
        assertThat(EmailAddress.of(written)).isEmpty();
        assertThat(EmailAddress.of(null)).isEmpty();
        assertThat(EmailAddress.of("a".repeat(250) + "@example.org")).isEmpty();
    }

    @Test
    void a_hash_tells_addresses_apart_and_logs_say_nothing() {
        var ada = EmailAddress.of("ada@example.org").orElseThrow();
        assertThat(ada.hash())
                .hasSize(32)
                .isEqualTo(EmailAddress.of("ADA@example.org").orElseThrow().hash());
        assertThat(ada.hash())
                .isNotEqualTo(EmailAddress.of("ben@example.org").orElseThrow().hash());
        assertThat(ada.toString()).doesNotContain("ada");
    }
}
