package org.barnstorm.platform;

/**
 * What spreadsheets would compute, and with it fetch addresses or start programs: text that begins with one of these signs,
 * also as East Asian keyboards write them and behind what one does not see. An apostrophe in front makes it text.
 */
public final class Formula {
    private static final String SIGNS =
            "=+-@\t\r\n|%\uFF1D\uFF0B\uFF0D\uFF20\uFF5C\uFF05\uFE62\uFE63\uFE66\uFE6B\u2212";

    private Formula() {}

    public static String harmless(String text) {
        return isFormula(text) ? "'" + text : text;
    }

    private static boolean isFormula(String text) {
        for (var i = 0; i < text.length(); ) {
            var sign = text.codePointAt(i);
            if (SIGNS.indexOf(sign) >= 0) return true;
            if (!isUnseen(sign)) return false;
            i += Character.charCount(sign);
        }
        return false;
    }

    /** Spaces of all kinds, and what has no width: importers drop some of them before they look. */
    private static boolean isUnseen(int sign) {
        return Character.isWhitespace(sign)
                || Character.isSpaceChar(sign)
                || switch (Character.getType(sign)) {
                    case Character.CONTROL, Character.FORMAT -> true;
                    default -> false;
                };
    }
}
