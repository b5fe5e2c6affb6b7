package org.barnstorm.authority;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What one live mandate gives its holder: these capabilities at this group and everything below it, as far as they count
 * there, and for the tasks to which it is limited, if it is.
 */
public record Grant(UUID mandateId, Set<Capability> capabilities, GroupRef scope, Limits limits, Unlocks unlocks) {
    /** Whatever the act is about: a limited mandate never does. */
    public boolean allows(Capability capability, GroupPath where) {
        return limits.isNone() && reaches(capability, where);
    }

    /** An act on a task. */
    public boolean allows(Capability capability, GroupPath where, Matter about) {
        return reaches(capability, where) && limits.allow(about);
    }

    /** Whether it would, but for its limits. */
    public boolean reaches(Capability capability, GroupPath where) {
        return covers(capability, where) && unlocks.counts(capability, scope.path(), where);
    }

    /** The same one with no more than these. */
    Grant limitedTo(Set<Capability> most) {
        var left = capabilities.stream().filter(most::contains).collect(Collectors.toUnmodifiableSet());
        return new Grant(mandateId, left, scope, limits, unlocks);
    }

    /** Whether it would reach there if the group were certified. */
    boolean covers(Capability capability, GroupPath where) {
        return capabilities.contains(capability) && scope.path().covers(where);
    }
}
