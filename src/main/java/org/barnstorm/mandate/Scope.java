package org.barnstorm.mandate;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.barnstorm.authority.Capability;
import org.barnstorm.authority.Role;
import org.barnstorm.platform.problem.Refusal;

/**
 * What a mandate covers.
 *
 * @param role the preset it was written with; null for a hand-picked set
 * @param delegationDepth how many more times it may be handed on
 * @param until exclusive; null for no end
 */
record Scope(UUID groupId, Role role, Set<Capability> capabilities, int delegationDepth, Instant from, Instant until) {
    static final int DEEPEST = 9;

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
    }
}
