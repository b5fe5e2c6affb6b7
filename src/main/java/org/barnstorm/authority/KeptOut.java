package org.barnstorm.authority;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Where somebody is suspended.
 *
 * @param branches groups from which downwards
 * @param groups these very groups, to which they were moved meanwhile
 */
public record KeptOut(Set<UUID> branches, Set<UUID> groups) {
    public static final KeptOut NOWHERE = new KeptOut(Set.of(), Set.of());

    public KeptOut {
        branches = Set.copyOf(branches);
        groups = Set.copyOf(groups);
    }

    /** @param line a group and those above it, nearest first */
    public boolean isFrom(List<UUID> line) {
        return groups.contains(line.get(0)) || !Collections.disjoint(branches, line);
    }
}
