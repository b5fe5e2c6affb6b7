package org.barnstorm.integration;

import static org.barnstorm.authority.Capability.ASSIGNMENT_READ;
import static org.barnstorm.authority.Capability.JOURNAL_READ;
import static org.barnstorm.authority.Capability.MANDATE_READ;
import static org.barnstorm.authority.Capability.MEMBER_MANAGE;
import static org.barnstorm.authority.Capability.MEMBER_READ;
import static org.barnstorm.authority.Capability.QUALIFICATION_READ;
import static org.barnstorm.authority.Capability.TASK_ASSIGN;
import static org.barnstorm.authority.Capability.TASK_CREATE;
import static org.barnstorm.authority.Capability.TASK_EDIT;
import static org.barnstorm.authority.Capability.TASK_REVIEW;
import static org.barnstorm.authority.Capability.TASK_VERIFY;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.Capability;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.platform.journal.JournalEntry;

/**
 * Who gets which changes: those of things that their mandates show. What is not named here only who may read the journal
 * gets, so that a new kind of change is shown to nobody else by accident (I-14).
 */
final class ChangeSight {
    private static final Set<Capability> OVER_TASKS =
            EnumSet.of(TASK_CREATE, TASK_EDIT, TASK_ASSIGN, TASK_VERIFY, TASK_REVIEW, ASSIGNMENT_READ);

    private ChangeSight() {}

    static boolean shows(Caller caller, JournalEntry entry) {
        var held = caller.capabilitiesAt(new GroupPath(entry.group()));
        if (held.contains(JOURNAL_READ)) return true;
        return switch (entry.subjectType()) {
            case "group" -> true; // the tree is open to everybody whom it exists for
            case "task" -> isDraft(entry) ? held.contains(TASK_EDIT) : !Collections.disjoint(held, OVER_TASKS);
            case "assignment" -> held.contains(ASSIGNMENT_READ);
            case "membership" -> held.contains(isSuspension(entry) ? MEMBER_MANAGE : MEMBER_READ);
            case "mandate" -> held.contains(MANDATE_READ);
            case "qualification" -> held.contains(QUALIFICATION_READ);
            default -> false;
        };
    }

    /** As it was then: what happened to it as a draft stays with those who see drafts. */
    private static boolean isDraft(JournalEntry entry) {
        return "DRAFT".equals(entry.data().get("status"));
    }

    private static boolean isSuspension(JournalEntry entry) {
        return entry.type().equals("membership.suspended") || entry.type().equals("membership.resumed");
    }
}
