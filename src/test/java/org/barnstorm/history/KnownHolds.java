package org.barnstorm.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
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
    private final Map<UUID, Lease> leases = new HashMap<>();
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
        readLeases(operations);
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

    /** What all answers together say of a lease before anybody asked for a longer one. */
    private void readLeases(List<Operation> operations) {
        var renewed = new HashMap<UUID, Long>();
        for (var operation : operations) {
            if (!operation.verb().renews() || operation.outcome() instanceof Outcome.Fail) continue;
            var ask = operation.ask();
            renewed.merge(ask.hold() == null ? ask.member() : ask.hold(), operation.invoked(), Math::min);
        }
        for (var operation : operations) {
            var told = operation.answer().orElse(Answer.EMPTY);
            if (told.hold() == null || told.lease() == null) continue;
            var known = byId.get(told.hold());
            var until = Math.min(
                    renewed.getOrDefault(told.hold(), Long.MAX_VALUE),
                    renewed.getOrDefault(known.member(), Long.MAX_VALUE));
            if (operation.returned() < until) leases.merge(told.hold(), told.lease(), Lease::and);
        }
    }

    /** When the lease with which a hold began runs out, as far as answers tell. */
    Lease leaseOf(UUID id) {
        return leases.getOrDefault(id, Lease.UNKNOWN);
    }

    /** The highest fence that is known. */
    long highest() {
        return fences.isEmpty() ? Long.MIN_VALUE : fences.get(fences.size() - 1);
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

    boolean isTaken(long fence) {
        return Collections.binarySearch(fences, fence) >= 0;
    }
}
