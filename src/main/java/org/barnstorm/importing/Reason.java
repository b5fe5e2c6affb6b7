package org.barnstorm.importing;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a line brings nobody. */
@Schema(description = "Why a line brings nobody.")
enum Reason {
    NO_EMAIL("There is no e-mail address, and nobody can be expected without one."),
    BAD_EMAIL("This is not an e-mail address."),
    TOO_LONG("This is longer than it may be."),
    WRONG_CELLS("The line does not have as many cells as the first line."),
    OPTED_OUT("They do not want to hear from the movement, or have not agreed to."),
    OBJECTED("They do not want to be expected in this group, or were forgotten there."),
    REPEATED("An earlier line has this e-mail address."),
    UNDECIDED("It may be somebody who is there already, and nobody decided.");

    private final String meaning;

    Reason(String meaning) {
        this.meaning = meaning;
    }

    /** In words, for whoever repairs the file. */
    String meaning() {
        return meaning;
    }
}
