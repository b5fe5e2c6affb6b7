package org.barnstorm.authority;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What one live mandate gives its holder: these capabilities at this group and everything below it, as far as they count
 * there.
 */
public record Grant(UUID mandateId, Set<Capability> capabilities, GroupRef scope, Unlocks unlocks) {
    public boolean allows(Capability capability, GroupPath where) {
        return covers(capability, where) && unlocks.counts(capability, scope.path(), where);
    }

    /** The same one with no more than these. */
    Grant limitedTo(Set<Capability> most) {
        var left = capabilities.stream().filter(most::contains).collect(Collectors.toUnmodifiableSet());
        return new Grant(mandateId, left, scope, unlocks);
    }

    /** Whether it would allow this if the group were certified. */
    boolean covers(Capability capability, GroupPath where) {
        return capabilities.contains(capability) && scope.path().covers(where);
    }
}
