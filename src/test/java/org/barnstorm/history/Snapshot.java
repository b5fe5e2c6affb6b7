package org.barnstorm.history;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The tables after everything has come to rest.
 *
 * @param rows every assignment of the tasks that are checked
 * @param taken the counter of each of these tasks
 */
public record Snapshot(List<Row> rows, Map<UUID, Integer> taken) {
    /** An assignment as it is stored. */
    public record Row(UUID hold, UUID task, UUID member, String state, long fence) {}
}
