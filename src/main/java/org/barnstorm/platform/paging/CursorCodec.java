package org.barnstorm.platform.paging;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.barnstorm.platform.problem.Refusal;

/**
 * Cursors that nobody can forge or carry elsewhere: the sort key of a row with an HMAC-SHA256 (RFC 2104) over it and
 * over the query and caller it was made for.
 */
final class CursorCodec {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int MAC_BYTES = 16; // truncated to 128 bits, RFC 2104 section 5
    private static final char SEPARATOR = '\u0000';

    private final SecretKeySpec key;

    /** @param key at least 32 random bytes */
    CursorCodec(byte[] key) {
        if (key.length < 32) throw new IllegalArgumentException("A cursor key has at least 32 bytes");
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    String seal(String binding, List<String> values) {
        var text = String.join(String.valueOf(SEPARATOR), values).getBytes(StandardCharsets.UTF_8);
        var sealed = ByteBuffer.allocate(MAC_BYTES + text.length)
                .put(mac(binding, text))
                .put(text)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    List<String> open(String binding, String cursor) {
        var sealed = decode(cursor);
        if (sealed.length <= MAC_BYTES) throw refused();
        var text = Arrays.copyOfRange(sealed, MAC_BYTES, sealed.length);
        if (!MessageDigest.isEqual(mac(binding, text), Arrays.copyOf(sealed, MAC_BYTES))) throw refused();
        return List.of(new String(text, StandardCharsets.UTF_8).split(String.valueOf(SEPARATOR), -1));
    }

    private byte[] mac(String binding, byte[] text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(binding.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Arrays.copyOf(mac.doFinal(text), MAC_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }

    private static byte[] decode(String cursor) {
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            throw refused();
        }
    }

    private static Refusal refused() {
        return Refusal.malformed(
                "invalid-cursor",
                "This cursor was not made for you and this query. Start again without it and keep the other parameters.");
    }
}
