package org.barnstorm.member;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address as addresses are compared here: Unicode NFKC, without white space around it, in lower case. Nothing else
 * is taken away: dots and plus signs mean something else with each provider.
 */
public final class Email {
    private static final int LONGEST = 254; // RFC 5321
    private static final int LONGEST_LOCAL = 64;
    private static final Pattern SHAPE =
            Pattern.compile("[^\\s\\p{Cntrl}\\p{Cf}@,;<>()\\[\\]\"\\\\]+@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+");

    private Email() {}

    /** The address as it is compared; none when the text is no address. */
    public static Optional<String> normal(String text) {
        if (text == null || text.length() > 4 * LONGEST) return Optional.empty();
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        // Some letters in lower case are no longer composed: once more, so that a second time changes nothing.
        var email = Normalizer.normalize(plain, Normalizer.Form.NFKC);
        var local = email.indexOf('@');
        if (email.length() > LONGEST
                || local > LONGEST_LOCAL
                || !SHAPE.matcher(email).matches()) return Optional.empty();
        return Optional.of(email);
    }
}
