package org.barnstorm.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class FoldingTest {
    @Test
    void a_line_of_75_bytes_stays_and_one_of_76_is_folded() {
        assertThat(Folding.fold("a".repeat(75) + "\r\n")).isEqualTo("a".repeat(75) + "\r\n");
        assertThat(Folding.fold("a".repeat(76) + "\r\n")).isEqualTo("a".repeat(75) + "\r\n a\r\n");
        assertThat(Folding.fold("a".repeat(150) + "\r\n"))
                .isEqualTo("a".repeat(75) + "\r\n " + "a".repeat(74) + "\r\n a\r\n");
    }

    @Test
    void no_character_is_cut() {
        assertThat(Folding.fold("a".repeat(74) + "é\r\n")).isEqualTo("a".repeat(74) + "\r\n é\r\n");
        assertThat(Folding.fold("a".repeat(72) + "😀\r\n")).isEqualTo("a".repeat(72) + "\r\n 😀\r\n");
    }

    @Property
    void whatever_the_line_it_is_whole_again_when_unfolded(@ForAll @NotBlank @StringLength(max = 400) String any) {
        var line = any.replaceAll("[\r\n]", "").replaceAll("\\p{Cs}", "");
        var folded = Folding.fold(line + "\r\n");
        assertThat(Folded.open(folded)).isEqualTo(line + "\r\n");
        for (var each : folded.split("\r\n")) {
            assertThat(each.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75);
        }
    }
}
