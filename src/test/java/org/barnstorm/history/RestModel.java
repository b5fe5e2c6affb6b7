package org.barnstorm.history;

import java.util.List;
import org.barnstorm.history.Snapshot.Row;

/** Compares a state of the model with the rows of a task. */
final class RestModel {
    private RestModel() {}

    /** Whether the rows are the holds. */
    static boolean agree(Places places, List<Row> rows) {
        for (var hold : places.holds()) {
            if (rows.stream().noneMatch(row -> agree(hold, row))) return false;
        }
        return rows.size() == places.holds().size();
    }

    private static boolean agree(Place hold, Row row) {
        return row.hold().equals(hold.id())
                && row.member().equals(hold.member())
                && row.state().equals(hold.state())
                && (hold.fence() == null || hold.fence() == row.fence());
    }
}
