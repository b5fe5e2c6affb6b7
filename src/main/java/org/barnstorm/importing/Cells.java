package org.barnstorm.importing;

/** What is written into files that people open in a spreadsheet: nothing in a cell may be taken for a formula. */
final class Cells {
    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private Cells() {}

    /** The text, with an apostrophe before it where a spreadsheet would compute something; empty for null. */
    static String safe(String text) {
        if (text == null || text.isEmpty()) return "";
        return BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
