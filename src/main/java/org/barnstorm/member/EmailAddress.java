package org.barnstorm.member;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address in the form in which two spellings of one are the same: lower case, as the issuer keeps them, and the domain as
 * the DNS has it. Dots and what follows a plus stay: to some servers they matter.
 */
record EmailAddress(String value) {
    private static final int LONGEST = 254;
    private static final Pattern SHAPE = Pattern.compile("[^\\s@<>,;:\"()\\[\\]\\\\]+@[^\\s@<>,;:\"()\\[\\]\\\\]+");

    /** The address that somebody wrote; none if it cannot be one. */
    static Optional<EmailAddress> of(String written) {
        if (written == null) return Optional.empty();
        var text = written.strip().toLowerCase(Locale.ROOT);
        if (text.length() > LONGEST || !SHAPE.matcher(text).matches()) return Optional.empty();
        var at = text.indexOf('@');
        try {
            var domain = IDN.toASCII(text.substring(at + 1)).toLowerCase(Locale.ROOT);
            return Optional.of(new EmailAddress(text.substring(0, at + 1) + domain));
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
