package org.barnstorm.authority;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that one person may do only so often in a day, the more the further they are trusted. */
@Schema(
        description =
                "What is counted by the day. TASKS: made. ASSIGNMENTS: people offered a place, or invited to a task."
                        + " PEOPLE: different people whose names one saw in lists and exports. EXPORTS: begun.")
public enum Budget {
    TASKS("tasks made"),
    ASSIGNMENTS("people offered a place, or invited to a task"),
    PEOPLE("different people looked at"),
    EXPORTS("exports begun");

    private final String meaning;

    Budget(String meaning) {
        this.meaning = meaning;
    }

    /** What is counted, in an organiser's words. */
    public String meaning() {
        return meaning;
    }
}
