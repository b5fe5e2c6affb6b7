package org.barnstorm.authority;

import static org.barnstorm.authority.Capability.ASSIGNMENT_READ;
import static org.barnstorm.authority.Capability.COMPLETION_RECORD;
import static org.barnstorm.authority.Capability.JOURNAL_READ;
import static org.barnstorm.authority.Capability.MEMBER_MANAGE;
import static org.barnstorm.authority.Capability.MEMBER_READ;
import static org.barnstorm.authority.Capability.QUALIFICATION_READ;
import static org.barnstorm.authority.Capability.TASK_ASSIGN;
import static org.barnstorm.authority.Capability.TASK_CREATE;
import static org.barnstorm.authority.Capability.TASK_EDIT;
import static org.barnstorm.authority.Capability.TASK_VERIFY;
import static org.barnstorm.authority.Capability.WORK_UNDO;

import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A named preset of capabilities: only a way to write a mandate. */
@Schema(description = "A named preset of capabilities: only a way to write a mandate.")
public enum Role {
    /** Accountable for a group and everything below it. */
    LEAD(EnumSet.allOf(Capability.class)),
    /** Trained to make and assign work on their own. Verifying stays with others: two people see each result. */
    ORGANISER(EnumSet.of(TASK_CREATE, TASK_EDIT, TASK_ASSIGN, WORK_UNDO, ASSIGNMENT_READ, MEMBER_READ)),
    TRAINER(EnumSet.of(COMPLETION_RECORD, QUALIFICATION_READ, MEMBER_READ)),
    VERIFIER(EnumSet.of(TASK_VERIFY, ASSIGNMENT_READ)),
    /** Looks after who belongs to a group, and what was done there. */
    STEWARD(EnumSet.of(MEMBER_READ, MEMBER_MANAGE, JOURNAL_READ));

    private final Set<Capability> capabilities;

    Role(EnumSet<Capability> capabilities) {
        this.capabilities = Set.copyOf(capabilities);
    }

    public Set<Capability> capabilities() {
        return capabilities;
    }
}
