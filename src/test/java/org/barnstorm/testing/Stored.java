package org.barnstorm.testing;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.UUID;
import org.barnstorm.history.Snapshot;

/** The tables of tasks and their holds as they are, for the history checker. */
public final class Stored {
    private static final String ROWS =
            "select id, task_id, member_id, status, fence from assignment where task_id = any (?)";
    private static final String TAKEN = "select id, taken from task where id = any (?)";

    private Stored() {}

    public static Snapshot of(Collection<UUID> tasks) {
        var rows = new ArrayList<Snapshot.Row>();
        var taken = new HashMap<UUID, Integer>();
        try (var owner = TestStack.asOwner();
                var holds = owner.prepareStatement(ROWS);
                var counters = owner.prepareStatement(TAKEN)) {
            var ids = owner.createArrayOf("uuid", tasks.toArray());
            holds.setArray(1, ids);
            for (var row = holds.executeQuery(); row.next(); ) {
                rows.add(new Snapshot.Row(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getObject(3, UUID.class),
                        row.getString(4),
                        row.getLong(5)));
            }
            counters.setArray(1, ids);
            for (var row = counters.executeQuery(); row.next(); ) {
                taken.put(row.getObject(1, UUID.class), row.getInt(2));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new Snapshot(rows, taken);
    }
}
