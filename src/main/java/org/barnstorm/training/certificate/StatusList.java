package org.barnstorm.training.certificate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Collection;
import java.util.zip.GZIPOutputStream;

/**
 * One bit for each credential, set once it stands for nothing any more (W3C Bitstring Status List v1.0).
 *
 * @param encoded the bits as they stand in a credential
 * @param credential the signed credential that has them
 * @param tag entity tag of that credential
 */
record StatusList(String encoded, String credential, String tag) {
    /** The least that the standard allows: in so many, nobody sees from a request whose credential is being verified. */
    static final int BITS = 131_072;

    /** A list gets no more places than this: then a random one is free at the first or second try. */
    static final int FULL = BITS / 2;

    /** The first index is the leftmost bit; compressed with GZIP; multibase base64url without padding. */
    static String encode(Collection<Integer> revoked) {
        var bits = new byte[BITS / Byte.SIZE];
        for (int index : revoked) bits[index / Byte.SIZE] |= (byte) (0x80 >>> index % Byte.SIZE);
        var compressed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bits);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory can be written", e);
        }
        return "u" + Base64.getUrlEncoder().withoutPadding().encodeToString(compressed.toByteArray());
    }
}
