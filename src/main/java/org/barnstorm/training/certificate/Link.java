package org.barnstorm.training.certificate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.random.RandomGenerator;

/** The secret part of a certificate's address: 192 random bits, of which only the hash is kept. */
record Link(String secret) {
    private static final int BYTES = 24;

    static Link random(RandomGenerator chance) {
        var bytes = new byte[BYTES];
        chance.nextBytes(bytes);
        return new Link(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Plain SHA-256: there is nothing to guess in so many random bits. */
    byte[] hash() {
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
