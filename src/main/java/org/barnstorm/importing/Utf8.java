package org.barnstorm.importing;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.barnstorm.platform.problem.Refusal;

/** Checks, piece by piece, that what arrives is text in UTF-8 that can be stored. */
final class Utf8 {
    private static final int LONGEST_LETTER = 4;

    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final CharBuffer scratch = CharBuffer.allocate(8192);
    private final byte[] rest = new byte[LONGEST_LETTER];
    private int left;

    /** Takes the next piece; a letter may be cut in two by its end. */
    void take(byte[] bytes, int length) {
        for (var i = 0; i < length; i++) if (bytes[i] == 0) throw notUtf8();
        var joined = ByteBuffer.allocate(left + length)
                .put(rest, 0, left)
                .put(bytes, 0, length)
                .flip();
        decode(joined, false);
        left = joined.remaining();
        joined.get(rest, 0, left);
    }

    /** There is no more. */
    void end() {
        decode(ByteBuffer.wrap(rest, 0, left), true);
    }

    private void decode(ByteBuffer bytes, boolean last) {
        while (true) {
            scratch.clear();
            var result = decoder.decode(bytes, scratch, last);
            if (result.isError()) throw notUtf8();
            if (result.isUnderflow()) return;
        }
    }

    private static Refusal notUtf8() {
        return Refusal.malformed(
                "wrong-encoding",
                "The file is not text in UTF-8. Save it as “CSV UTF-8”, or convert it, and upload it again.");
    }
}
