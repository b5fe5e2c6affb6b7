package org.barnstorm.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The second pass: looks for an order of the steps of one task that explains every answer, each step between its invocation
 * and its answer (Wing and Gong, with Lowe's memory of what was tried). What has no certain outcome may be left out or may
 * come at any time after it was invoked; leases may run out whenever they can have. Such moves are only made where the step
 * that comes next needs them: wherever one can be made later with the same result, it is made later.
 */
final class Search {
    /** What the search says. */
    enum Verdict {
        AN_ORDER_EXISTS,
        NO_ORDER_EXISTS,
        UNDECIDED
    }

    private record Tried(long done, Places places, Places base, int last) {}

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
        return next(done) == null || goesOn(done, places, places, List.of());
    }

    /**
     * Whether the rest can be explained from here.
     *
     * @param base where the moves began that led here and that nothing has needed yet
     */
    private boolean goesOn(long done, Places here, Places base, List<Move> moves) {
        var key = new Tried(
                done,
                here,
                base,
                moves.isEmpty() ? -1 : moves.get(moves.size() - 1).order());
        if (tried.contains(key)) return false;
        var deadline = next(done).returned();
        for (var i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            if (!step.isCertain() || isDone(done, i) || step.invoked() > deadline) continue;
            for (var after : step.on(here)) {
                if (moves.stream().anyMatch(move -> move.canFollow(step, base, moves, after))) continue;
                if (explains(done | 1L << i, after)) return true;
                if (after == here) return nothing(key, deadline); // what changes nothing stands in nobody's way
            }
        }
        for (var move : moves(done, here, deadline)) {
            for (var after : move.on(here)) {
                if (isOutOfOrder(base, moves, move, after)) continue;
                if (goesOn(done | move.bit(), after, base, Move.and(moves, move))) return true;
            }
        }
        return nothing(key, deadline);
    }

    /** Of two moves that may change places, the one with the lower number comes first. */
    private static boolean isOutOfOrder(Places base, List<Move> moves, Move move, Places after) {
        return !moves.isEmpty()
                && move.order() < moves.get(moves.size() - 1).order()
                && Move.commute(base, moves, move, after);
    }

    private List<Move> moves(long done, Places here, long deadline) {
        var moves = new ArrayList<Move>();
        var asked = new HashSet<Ask>();
        for (var i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            if (step.isCertain() || isDone(done, i) || step.invoked() > deadline) continue;
            if (asked.add(step.operation().ask().with(null)))
                moves.add(Move.of(step, i)); // of equals the first will do
        }
        for (var i = 0; i < here.holds().size(); i++) {
            var hold = here.holds().get(i);
            if (Verb.hasLease(hold.state()) && hold.lease().earliest() <= deadline) moves.add(Move.expiry(hold, i));
        }
        return moves;
    }

    private boolean nothing(Tried key, long deadline) {
        if (tried.size() >= budget) throw new GaveUp();
        tried.add(key);
        remember(key.done(), deadline);
        return false;
    }

    /** Whatever can come now and changes nothing may as well come now. */
    private long withLooks(long before, Places places) {
        var done = before;
        for (var again = true; again; ) {
            again = false;
            var next = next(done);
            for (var i = 0; next != null && i < steps.size(); i++) {
                var step = steps.get(i);
                if (!step.isCertain() || isDone(done, i) || step.invoked() > next.returned()) continue;
                var after = step.on(places);
                if (after.size() != 1 || after.get(0) != places) continue;
                done |= 1L << i;
                again = true;
                break;
            }
        }
        return done;
    }

    /** The first to be answered of the certain steps that are left: whatever comes next was invoked before. */
    private Step next(long done) {
        for (var i = 0; i < steps.size(); i++) {
            if (!isDone(done, i) && steps.get(i).isCertain()) return steps.get(i); // in the order of the answers
        }
        return null;
    }

    private void remember(long done, long deadline) {
        var certain = steps.stream().filter(Step::isCertain).count();
        var reached = done & ((1L << certain) - 1);
        if (Long.bitCount(reached) < Long.bitCount(furthest)) return;
        furthest = reached;
        var next = new ArrayList<Step>();
        for (var i = 0; i < certain; i++) {
            if (!isDone(done, i) && steps.get(i).invoked() <= deadline) next.add(steps.get(i));
        }
        stuckAt = List.copyOf(next);
    }

    private static boolean isDone(long done, int step) {
        return (done & 1L << step) != 0;
    }
}
