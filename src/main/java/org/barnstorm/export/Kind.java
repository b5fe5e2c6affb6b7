package org.barnstorm.export;

import static org.barnstorm.authority.Capability.ASSIGNMENT_READ;
import static org.barnstorm.authority.Capability.MEMBER_READ;

import java.util.Locale;
import org.barnstorm.authority.Capability;

/** What can be taken out, and what it takes: no more than the lists of the same things, and no less. */
enum Kind {
    MEMBERS(MEMBER_READ),
    TASKS(ASSIGNMENT_READ),
    ASSIGNMENTS(ASSIGNMENT_READ),
    OUTCOMES(ASSIGNMENT_READ);

    private final Capability needs;

    Kind(Capability needs) {
        this.needs = needs;
    }

    Capability needs() {
        return needs;
    }

    /** As files and metrics are called. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
