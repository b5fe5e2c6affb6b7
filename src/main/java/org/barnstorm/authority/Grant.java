package org.barnstorm.authority;

import java.util.Set;
import java.util.UUID;

/** What one live mandate gives its holder: these capabilities at this group and everything below it. */
public record Grant(UUID mandateId, Set<Capability> capabilities, GroupRef scope) {
    public boolean allows(Capability capability, GroupPath where) {
        return capabilities.contains(capability) && scope.path().covers(where);
    }
}
