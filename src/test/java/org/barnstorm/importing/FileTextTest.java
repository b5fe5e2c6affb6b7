package org.barnstorm.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.barnstorm.platform.problem.Refusal;
import org.junit.jupiter.api.Test;

/** Text that comes in and goes out: UTF-8, and nothing that a spreadsheet computes. */
class FileTextTest {
    @Test
    void cells_are_quoted_so_that_none_becomes_two() throws IOException {
        var out = new ByteArrayOutputStream();
        var draft = Draft.refused(7, Reason.BAD_EMAIL, "=email", "=a\",\"b\r\nc");
        new ErrorsCsv(
                        List.of(Line.nobody(draft, Verdict.REFUSED, Reason.BAD_EMAIL, Line.Like.NOBODY)),
                        after -> List.of())
                .write(out);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo(
                        "\"line\",\"reason\",\"explanation\",\"column\",\"cell\"\r\n"
                                + "\"7\",\"BAD_EMAIL\",\"This is not an e-mail address.\",\"'=email\",\"'=a\"\",\"\"b\r\nc\"\r\n");
    }

    @Test
    void text_may_be_cut_anywhere_when_it_is_checked() {
        var bytes = "Ada Ä € 😀 \uFEFF ende".repeat(2_000).getBytes(StandardCharsets.UTF_8);
        var chance = new Random(7);
        var check = new Utf8();
        for (var at = 0; at < bytes.length; ) {
            var length = Math.min(bytes.length - at, 1 + chance.nextInt(5));
            check.take(java.util.Arrays.copyOfRange(bytes, at, at + length), length);
            at += length;
        }
        check.end();
    }

    @Test
    void what_is_not_utf_8_is_refused() {
        refused("email\nmüller@example.org".getBytes(StandardCharsets.ISO_8859_1));
        refused("\uFEFFemail\n".getBytes(StandardCharsets.UTF_16LE));
        refused("email\n\0".getBytes(StandardCharsets.UTF_8));
        refused(new byte[] {'a', (byte) 0xE2, (byte) 0x82}); // a letter that is cut off
        refused(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}); // half a pair
    }

    private static void refused(byte[] bytes) {
        assertThatThrownBy(() -> {
                    var check = new Utf8();
                    check.take(bytes, bytes.length);
                    check.end();
                })
                .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.code()).isEqualTo("wrong-encoding"));
    }
}
