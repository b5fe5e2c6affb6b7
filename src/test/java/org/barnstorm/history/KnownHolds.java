package org.barnstorm.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.history.Snapshot.Row;

/**
 * The holds that anybody ever mentions, so that the search knows at once what an operation without an answer may have made.
 * A hold that is not among them was never seen again.
 */
final class KnownHolds {
    /**
     * @param member null if nobody said
     * @param fence null if nobody said
     * @param certain whether it existed, by an answer or by the tables; else it was only asked about
     */
    record Known(UUID id, UUID member, Long fence, boolean certain) {}

    private final Map<UUID, Known> byId = new LinkedHashMap<>();
    private final List<Long> fences;
    private final boolean complete;

    KnownHolds(List<Operation> operations, List<Row> rows) {
        for (var operation : operations) {
            var ask = operation.ask();
            var told = operation.answer().orElse(Answer.EMPTY);
            // The new hold of a move is another than the one that was asked about.
            var about = operation.verb() == Verb.MOVE ? ask.to() : ask.member();
            if (told.hold() != null)
                add(told.hold(), told.member() == null ? about : told.member(), told.fence(), true);
            if (ask.hold() != null) add(ask.hold(), ask.member(), null, operation.isOk());
        }
        if (rows != null) for (var row : rows) add(row.hold(), row.member(), row.fence(), true);
        complete = rows != null;
        fences = byId.values().stream()
                .filter(each -> each.certain() && each.fence() != null)
                .map(Known::fence)
                .sorted()
                .toList();
    }

    private void add(UUID id, UUID member, Long fence, boolean certain) {
        byId.merge(
                id,
                new Known(id, member, fence, certain),
                (one, other) -> new Known(
                        id,
                        one.member() == null ? other.member() : one.member(),
                        one.fence() == null ? other.fence() : one.fence(),
                        one.certain() || other.certain()));
    }

    /** What a new hold of this member may be. */
    List<Known> of(UUID member) {
        var mine = new ArrayList<Known>();
        for (var each : byId.values()) {
            if (each.member() == null || each.member().equals(member)) mine.add(each);
        }
        return mine;
    }

    Long fenceOf(UUID id) {
        var known = byId.get(id);
        return known == null ? null : known.fence();
    }

    /** Whether a hold can have been made that is nowhere mentioned: not if the tables were read. */
    boolean mayBeUnseen() {
        return !complete;
    }

    /** Whether a hold is known whose fence is above the one and below the other: it would have had to come before. */
    boolean between(long low, long high) {
        for (var fence : fences) if (fence > low && fence < high) return true;
        return false;
    }
}
