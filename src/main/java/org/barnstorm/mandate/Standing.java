package org.barnstorm.mandate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far somebody is trusted in a group, as daily budgets tell people apart: the levels, and organisers on probation. */
@Schema(description = "How far one is trusted, as daily budgets tell people apart.")
public enum Standing {
    /** Level 0. */
    NEW,
    /** Level 1. */
    KNOWN,
    /** Level 2. */
    ACTIVE,
    /** Level 3, with tasks that wait to be released. */
    PROBATION,
    /** Level 3. */
    ORGANISER,
    /** Level 4. */
    LEAD;

    static Standing of(int level) {
        return switch (level) {
            case 0 -> NEW;
            case 1 -> KNOWN;
            case 2 -> ACTIVE;
            case 3 -> ORGANISER;
            default -> LEAD;
        };
    }
}
