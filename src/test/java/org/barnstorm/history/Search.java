package org.barnstorm.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The second pass: looks for an order of the steps of one task that explains every answer, each step between its invocation
 * and its answer (Wing and Gong, with Lowe's memory of what was tried). What has no certain outcome may be left out or may
 * come at any time after it was invoked; leases may run out whenever they can have.
 */
final class Search {
    /** What the search says. */
    enum Verdict {
        AN_ORDER_EXISTS,
        NO_ORDER_EXISTS,
        UNDECIDED
    }

    private record Tried(long done, Places places) {}

    private static final class GaveUp extends RuntimeException {}

    private final List<Step> steps;
    private final int budget;
    private final Set<Tried> tried = new HashSet<>();
    private long furthest;
    private List<Step> stuckAt = List.of();

    /** @param budget after so many states that led nowhere it gives up */
    Search(List<Step> steps, int budget) {
        if (steps.size() > Long.SIZE) throw new IllegalArgumentException(steps.size() + " steps");
        this.steps = steps.stream()
                .sorted(Comparator.comparing(Step::isCertain)
                        .reversed()
                        .thenComparingLong(Step::returned)
                        .thenComparingLong(Step::invoked))
                .toList();
        this.budget = budget;
    }

    Verdict verdict() {
        try {
            return explains(0, Places.NONE) ? Verdict.AN_ORDER_EXISTS : Verdict.NO_ORDER_EXISTS;
        } catch (GaveUp e) {
            return Verdict.UNDECIDED;
        }
    }

    /** After the longest explanation of a beginning: the steps one of which should have come next. */
    List<Step> stuckAt() {
        return stuckAt;
    }

    /** How many states were seen to lead nowhere. */
    int tried() {
        return tried.size();
    }

    private boolean explains(long before, Places places) {
        var done = withLooks(before, places);
        var deadline = deadline(done);
        if (deadline == Long.MIN_VALUE) return true;
        var here = new Tried(done, places);
        if (tried.contains(here)) return false;
        for (var i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            if (isDone(done, i) || step.invoked() > deadline) continue;
            for (var after : step.on(places)) {
                if (explains(done | 1L << i, after)) return true;
            }
        }
        if (explainsAfterAnExpiry(done, places, deadline)) return true;
        if (tried.size() >= budget) throw new GaveUp();
        tried.add(here);
        remember(done, deadline);
        return false;
    }

    private boolean explainsAfterAnExpiry(long done, Places places, long deadline) {
        for (var i = 0; i < places.holds().size(); i++) {
            var hold = places.holds().get(i);
            if (!Verb.hasLease(hold.state()) || hold.lease().earliest() > deadline) continue;
            if (explains(done, places.with(i, hold.become("EXPIRED", Lease.ENDLESS)))) return true;
        }
        return false;
    }

    /** Whatever can come now and changes nothing may as well come now: it stands in nobody's way later. */
    private long withLooks(long before, Places places) {
        var done = before;
        for (var again = true; again; ) {
            again = false;
            var deadline = deadline(done);
            for (var i = 0; i < steps.size(); i++) {
                var step = steps.get(i);
                if (isDone(done, i) || !step.isCertain() || step.invoked() > deadline) continue;
                var after = step.on(places);
                if (after.size() != 1 || after.get(0) != places) continue;
                done |= 1L << i;
                again = true;
            }
        }
        return done;
    }

    /** The first answer among the certain steps that are left: what comes next was invoked before. None left: the least. */
    private long deadline(long done) {
        var earliest = Long.MIN_VALUE;
        for (var i = 0; i < steps.size(); i++) {
            if (isDone(done, i) || !steps.get(i).isCertain()) continue;
            return steps.get(i).returned(); // ordered by it
        }
        return earliest;
    }

    private void remember(long done, long deadline) {
        if (Long.bitCount(done) < Long.bitCount(furthest)) return;
        furthest = done;
        var next = new ArrayList<Step>();
        for (var i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            if (!isDone(done, i) && step.isCertain() && step.invoked() <= deadline) next.add(step);
        }
        stuckAt = List.copyOf(next);
    }

    private static boolean isDone(long done, int step) {
        return (done & 1L << step) != 0;
    }
}
