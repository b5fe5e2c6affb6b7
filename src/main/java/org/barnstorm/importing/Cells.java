package org.barnstorm.importing;

/** What is written into files that people open in a spreadsheet: nothing in a cell may be taken for a formula. */
final class Cells {
    /** Also as East Asian keyboards write them. */
    private static final String BEGINS_A_FORMULA = "=+-@|%\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private Cells() {}

    /** The text, with an apostrophe before it where a spreadsheet would compute something; empty for null. */
    static String safe(String text) {
        if (text == null) return "";
        return text.chars().dropWhile(Cells::isUnseen).limit(1).anyMatch(sign -> BEGINS_A_FORMULA.indexOf(sign) >= 0)
                ? "'" + text
                : text;
    }

    /** Some programs drop it before they look. */
    private static boolean isUnseen(int sign) {
        if (sign == '\t' || sign == '\r' || sign == '\n') return false;
        return Character.isWhitespace(sign)
                || Character.isSpaceChar(sign)
                || Character.getType(sign) == Character.FORMAT;
    }
}
