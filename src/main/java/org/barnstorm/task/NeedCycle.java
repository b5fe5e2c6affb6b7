package org.barnstorm.task;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Finds tasks that would wait for each other, and so for ever. */
final class NeedCycle {
    private NeedCycle() {}

    /**
     * The shortest circle that one task closes by needing others.
     *
     * @param needs what every task that can be reached from those others needs itself
     * @return the task, what it would need, and so on back to the task
     */
    static Optional<List<UUID>> closedBy(UUID task, Collection<UUID> wanted, Map<UUID, List<UUID>> needs) {
        Map<UUID, UUID> neededBy = new HashMap<>();
        var next = new ArrayDeque<UUID>();
        for (var need : wanted) {
            if (neededBy.putIfAbsent(need, task) == null) next.add(need);
        }
        while (!next.isEmpty()) {
            var at = next.remove();
            if (at.equals(task)) return Optional.of(back(task, neededBy));
            for (var need : needs.getOrDefault(at, List.of())) {
                if (neededBy.putIfAbsent(need, at) == null) next.add(need);
            }
        }
        return Optional.empty();
    }

    private static List<UUID> back(UUID task, Map<UUID, UUID> neededBy) {
        var circle = new ArrayList<>(List.of(task));
        var at = task;
        do {
            at = neededBy.get(at);
            circle.add(at);
        } while (!at.equals(task));
        Collections.reverse(circle);
        return circle;
    }
}
