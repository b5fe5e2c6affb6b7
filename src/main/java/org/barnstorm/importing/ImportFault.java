package org.barnstorm.importing;

import org.barnstorm.platform.Formula;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A row of the error file; for the contract, which knows no other way to say what the columns of a file mean. */
@Schema(name = "ImportFault", description = "A line of a file with people that brings nobody, and why: a row of CSV.")
record ImportFault(
        @Schema(description = "Where the line begins in the file.", examples = "17")
        long line,

        @Schema(description = "Why it brings nobody.") Reason reason,

        @Schema(description = "The same in words.", examples = "This is not an e-mail address.")
        String explanation,

        @Schema(description = "Column in which the fault is; empty if it is in no particular one.", examples = "email")
        String column,

        @Schema(description = "What stands there.", examples = "ada at example")
        String cell) {

    static ImportFault of(Line line) {
        var reason = reason(line);
        return new ImportFault(line.line(), reason, reason.meaning(), safe(line.column()), safe(line.cell()));
    }

    private static Reason reason(Line line) {
        if (line.reason() != null) return line.reason();
        return line.verdict() == Verdict.OPTED_OUT ? Reason.OPTED_OUT : Reason.UNDECIDED;
    }

    private static String safe(String text) {
        return text == null ? "" : Formula.harmless(text);
    }
}
