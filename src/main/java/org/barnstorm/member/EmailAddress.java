package org.barnstorm.member;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/**
 * An address as {@link Email} compares them, and its domain as the DNS has it.
 */
record EmailAddress(String value) {
    /** The address that somebody wrote; none if it cannot be one. */
    static Optional<EmailAddress> of(String written) {
        return Email.normal(written).flatMap(EmailAddress::inDns);
    }

    private static Optional<EmailAddress> inDns(String email) {
        var domain = email.indexOf('@') + 1;
        try {
            return Optional.of(new EmailAddress(email.substring(0, domain) + IDN.toASCII(email.substring(domain))));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) { // what IDN makes of nonsense
            return Optional.empty();
        }
    }

    /** What is kept of it where the address itself is nobody's business. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(("signup " + value).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Addresses stay out of logs. */
    @Override
    public String toString() {
        return "EmailAddress";
    }
}
