package org.barnstorm.history;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** All operations of all clients, ordered by when they were invoked. */
public record History(List<Operation> operations) {
    public History {
        operations = operations.stream()
                .sorted(Comparator.comparingLong(Operation::invoked).thenComparingLong(Operation::number))
                .toList();
    }

    /** The history of each task by itself. */
    public Map<UUID, History> byTask() {
        return operations.stream()
                .collect(Collectors.groupingBy(
                        operation -> operation.ask().task(),
                        TreeMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), History::new)));
    }
}
