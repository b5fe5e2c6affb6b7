package org.barnstorm.platform.http;

/** Text that can be stored and sent on as it is: PostgreSQL knows no NUL, UTF-8 no half of a surrogate pair. */
final class PlainText {
    static final String RULE = "Text must not hold the character NUL or half of a surrogate pair.";

    private PlainText() {}

    static boolean is(String text) {
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) return false;
            if (Character.isHighSurrogate(c)) {
                if (++i == text.length() || !Character.isLowSurrogate(text.charAt(i))) return false;
            }
        }
        return true;
    }
}
