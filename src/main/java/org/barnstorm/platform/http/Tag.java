package org.barnstorm.platform.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.stream.Stream;

/** ETags of answers that have no version: made from what is in them, so that what is the same has the same. */
public final class Tag {
    private static final int BYTES = 18;

    private Tag() {}

    /** The strong tag of a text, quoted. */
    public static String of(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            var start = java.util.Arrays.copyOf(hash, BYTES);
            return '"' + Base64.getUrlEncoder().encodeToString(start) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /**
     * Whether who asks has it already: weakly compared, as RFC 9110 section 13.1.2 has it, because proxies that compress
     * weaken tags.
     *
     * @param ifNoneMatch the header; null when there is none
     */
    public static boolean isKnown(String tag, String ifNoneMatch) {
        if (ifNoneMatch == null) return false;
        return Stream.of(ifNoneMatch.split(","))
                .map(String::strip)
                .anyMatch(each -> each.equals("*") || each.equals(tag) || each.equals("W/" + tag));
    }
}
