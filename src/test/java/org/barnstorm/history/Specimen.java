package org.barnstorm.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.barnstorm.history.Snapshot.Row;

/** A history of one task with what is stored in the end, for tests of the checker. */
record Specimen(UUID task, TaskFacts facts, List<Operation> operations, List<Row> rows, Integer taken) {
    Report check() {
        var rest = rows == null ? null : new Snapshot(rows, taken == null ? Map.of() : Map.of(task, taken));
        return HistoryChecker.check(new History(operations), Map.of(task, facts), rest);
    }

    /** As clients alone saw it. */
    Specimen withoutTables() {
        return new Specimen(task, facts, operations, null, null);
    }

    Specimen and(Operation more) {
        var all = new ArrayList<>(operations);
        all.add(more);
        return new Specimen(task, facts, all, rows, taken);
    }

    Specimen with(Operation before, Operation after) {
        return each(operation -> operation == before ? after : operation);
    }

    Specimen each(UnaryOperator<Operation> change) {
        return new Specimen(task, facts, operations.stream().map(change).toList(), rows, taken);
    }

    Specimen eachRow(UnaryOperator<Row> change) {
        return with(rows.stream().map(change).filter(java.util.Objects::nonNull).toList());
    }

    /** With other rows, and a counter that counts them. */
    Specimen with(List<Row> changed) {
        var holding =
                (int) changed.stream().filter(row -> Verb.holds(row.state())).count();
        return new Specimen(task, facts, operations, changed, holding);
    }

    long end() {
        return operations.stream()
                .mapToLong(each -> each.returned() == Long.MAX_VALUE ? each.invoked() : each.returned())
                .max()
                .orElse(0);
    }
}
