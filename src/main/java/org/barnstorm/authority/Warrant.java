package org.barnstorm.authority;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * The mandates by which somebody may act on a task, shared until the transaction ends. They are locked before the task is,
 * so what they are limited to is asked again of the task as it is under its lock, and as it will be.
 *
 * @param shared those that allowed it before, in the order in which they were locked
 */
public record Warrant(Caller caller, Capability capability, GroupRef where, List<Grant> shared) {
    public Warrant {
        shared = List.copyOf(shared);
    }

    /** The mandate that allows an act about all of this; refused if none of them does. */
    public UUID over(Matter... about) {
        return shared.stream()
                .filter(grant -> Arrays.stream(about).allMatch(grant.limits()::allow))
                .findFirst()
                .map(Grant::mandateId)
                .orElseThrow(() -> caller.lacking(capability, where.path()));
    }

    /** Whether it matters what the act is about. */
    public boolean isLimited() {
        return shared.stream().noneMatch(grant -> grant.limits().isNone());
    }
}
