package org.barnstorm.platform.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** The secret part of an address that opens something without a sign-in: 192 random bits, of which only the hash is kept. */
public record Link(String secret) {
    private static final int BYTES = 24;
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{32}");

    public static Link random(RandomGenerator chance) {
        var bytes = new byte[BYTES];
        chance.nextBytes(bytes);
        return new Link(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The link that somebody sent, if it looks like one. */
    public static Optional<Link> of(String text) {
        return Optional.of(text).filter(each -> SHAPE.matcher(each).matches()).map(Link::new);
    }

    /** Plain SHA-256: there is nothing to guess in so many random bits. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Nobody logs it by accident. */
    @Override
    public String toString() {
        return "Link[...]";
    }
}
