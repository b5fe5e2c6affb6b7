package org.barnstorm.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses are the same. */
class EmailTest {
    private static final String LETTERS = "aBzZéÉÄßİıſＡ＠@..-_+'\" \t\u00A0\u200B\u0000ﬁ①Å\u0041\u030A,;<>";

    @ParameterizedTest
    @CsvSource({
        "Ada@Example.ORG, ada@example.org",
        "'  ada@example.org\t', ada@example.org",
        "ａｄａ＠example.org, ada@example.org",
        "ada.byron+news@example.org, ada.byron+news@example.org",
        "ÀDA@bücher.example, àda@bücher.example"
    })
    void an_address_is_compared_in_one_way_of_writing_it(String given, String normal) {
        assertThat(Email.normal(given)).contains(normal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "ada@",
                "@example.org",
                "ada@localhost",
                "ada@@example.org",
                "ada@example.org, ben@example.org",
                "a da@example.org",
                "ada@exa mple.org",
                "ada\u0000@example.org",
                "ada@example..org",
                "<ada@example.org>",
                "=cmd()@example.org;x",
                "ada\u200b@example.org"
            })
    void what_is_no_address_is_none(String given) {
        assertThat(Email.normal(given)).isEmpty();
    }

    @Test
    void an_address_is_not_longer_than_mail_can_be() {
        assertThat(Email.normal("a".repeat(65) + "@example.org")).isEmpty();
        assertThat(Email.normal("a@" + "b".repeat(250) + ".org")).isEmpty();
        assertThat(Email.normal("a".repeat(1_000_000))).isEmpty();
        assertThat(Email.normal(null)).isEmpty();
    }

    @Test
    void writing_it_in_one_way_twice_changes_nothing_and_case_and_space_around_it_do_not_matter() {
        var chance = new Random(36);
        var good = 0;
        for (var i = 0; i < 100_000; i++) {
            var text = text(chance) + "@" + text(chance) + ".org";
            var normal = Email.normal(text);
            if (normal.isEmpty()) continue;
            good++;
            assertThat(Email.normal(normal.get())).as(text).isEqualTo(normal);
            assertThat(Email.normal(" " + text + "\n")).as(text).isEqualTo(normal);
            assertThat(normal.get())
                    .isEqualTo(normal.get().toLowerCase(Locale.ROOT))
                    .doesNotContain(" ", "\u0000");
        }
        assertThat(good).isGreaterThan(1_000);
    }

    private static String text(Random chance) {
        var text = new StringBuilder();
        for (var i = chance.nextInt(4); i >= 0; i--) text.append(LETTERS.charAt(chance.nextInt(LETTERS.length())));
        return text.toString();
    }
}
