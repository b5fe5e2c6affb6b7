package org.barnstorm.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Makes one operation of what a client sent again and again with one idempotency key (I-15). A repeated answer shows the
 * thing as it is now, so only its identity counts.
 */
final class Attempts {
    private record Key(String client, String key) {}

    private final UUID task;
    private final List<Operation> operations = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    private Attempts(UUID task) {
        this.task = task;
    }

    static Attempts of(UUID task, History history) {
        var attempts = new Attempts(task);
        Map<Key, List<Operation>> byKey = new LinkedHashMap<>();
        for (var operation : history.operations()) {
            var key = operation.ask().key();
            // What was refused had no effect, and says something about its own moment only.
            if (key == null || operation.outcome() instanceof Outcome.Fail) attempts.operations.add(operation);
            else
                byKey.computeIfAbsent(new Key(operation.client(), key), each -> new ArrayList<>())
                        .add(operation);
        }
        byKey.forEach((key, tries) -> attempts.operations.add(attempts.one(key, tries)));
        attempts.operations.sort(Comparator.comparingLong(Operation::invoked).thenComparingLong(Operation::number));
        return attempts;
    }

    private Operation one(Key key, List<Operation> tries) {
        var first = tries.get(0);
        if (tries.size() == 1) return first;
        var done = tries.stream().filter(Operation::isOk).toList();
        if (done.isEmpty()) return first; // the earliest: at most one of them took effect, at any time after it
        var things = done.stream()
                .map(each -> each.answer().orElseThrow().hold())
                .distinct()
                .toList();
        if (things.size() > 1) {
            findings.add(new Finding(
                    Finding.Rule.TWICE, task, "Key " + key.key() + " of " + key.client() + " made " + things, tries));
        }
        var earliest =
                done.stream().min(Comparator.comparingLong(Operation::returned)).orElseThrow();
        var told = earliest.answer().orElseThrow();
        var known = Answer.hold(told.hold(), told.member(), told.fence(), null, null);
        return new Operation(
                first.number(),
                first.client(),
                first.ask(),
                first.invoked(),
                new Outcome.Ok(earliest.returned(), 200, known));
    }

    /** Ordered by when they were invoked. */
    List<Operation> operations() {
        return operations;
    }

    List<Finding> findings() {
        return findings;
    }
}
