package org.barnstorm.mandate;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.barnstorm.authority.Capability;
import org.barnstorm.authority.Limits;
import org.barnstorm.authority.Role;
import org.barnstorm.platform.problem.Refusal;

/**
 * What a mandate covers.
 *
 * @param role the preset it was written with; null for a hand-picked set
 * @param delegationDepth how many more times it may be handed on
 * @param until exclusive; null for no end
 * @param limits to which tasks
 */
record Scope(
        UUID groupId,
        Role role,
        Set<Capability> capabilities,
        int delegationDepth,
        Instant from,
        Instant until,
        Limits limits) {
    static final int DEEPEST = 9;

    /** For whatever task there is. */
    Scope(UUID groupId, Role role, Set<Capability> capabilities, int delegationDepth, Instant from, Instant until) {
        this(groupId, role, capabilities, delegationDepth, from, until, Limits.NONE);
    }

    Scope {
        capabilities = Set.copyOf(capabilities);
        if (capabilities.isEmpty()) {
            throw Refusal.invalid("empty-mandate", "Name a role or at least one capability.");
        }
        if (until != null && !until.isAfter(from)) {
            throw Refusal.invalid("term-backwards", "A mandate ends after it begins, and not in the past.");
        }
        if (delegationDepth < 0 || delegationDepth > DEEPEST) {
            throw Refusal.invalid("depth-out-of-range", "A mandate may be handed on 0 to " + DEEPEST + " times.");
        }
        if (!limits.isNone()) requireLimitable(role, capabilities);
    }

    /** Within limits is what can be told of a task. What cannot would be allowed for everything, or for nothing. */
    private static void requireLimitable(Role role, Set<Capability> capabilities) {
        if (role == null && Limits.canHold(capabilities)) return;
        throw Refusal.invalid(
                "not-limitable",
                "A mandate for a campaign, or with conditions, has no role, and allows what is about tasks:"
                        + " send some of TASK_CREATE, TASK_EDIT, TASK_ASSIGN, TASK_VERIFY, TASK_REVIEW, ASSIGNMENT_READ"
                        + " and MANDATE_GRANT as capabilities.");
    }
}
