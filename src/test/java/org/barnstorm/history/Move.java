package org.barnstorm.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Something that may have happened and need not: an operation without an answer, or a lease that runs out.
 *
 * @param order tells one from another
 * @param bit of its step; none for a lease
 * @param step null for a lease
 * @param hold whose lease runs out; null for an operation
 */
record Move(int order, long bit, Step step, Place hold) {
    static Move of(Step step, int index) {
        return new Move(index, 1L << index, step, null);
    }

    static Move expiry(Place hold, int index) {
        return new Move(Long.SIZE + index, 0, null, hold);
    }

    /** What it can lead to. */
    List<Places> on(Places places) {
        if (step != null) return step.on(places);
        var index = places.holds().indexOf(hold);
        return index < 0 ? List.of() : List.of(places.with(index, hold.become("EXPIRED", Lease.ENDLESS)));
    }

    /** Whether the same comes out if this move is made after the step, and not among the moves before it. */
    boolean canFollow(Step next, Places base, List<Move> moves, Places result) {
        Set<Places> states = Set.of(base);
        for (var move : moves) if (move != this) states = each(states, move::on);
        return each(each(states, next::on), this::on).contains(result);
    }

    /** Whether the same comes out if these two moves are made in the other order. */
    static boolean commute(Places base, List<Move> before, Move last, Places result) {
        Set<Places> states = Set.of(base);
        for (var move : before.subList(0, before.size() - 1)) states = each(states, move::on);
        return each(each(states, last::on), before.get(before.size() - 1)::on).contains(result);
    }

    private static Set<Places> each(Collection<Places> states, java.util.function.Function<Places, List<Places>> on) {
        var after = new LinkedHashSet<Places>();
        for (var state : states) after.addAll(on.apply(state));
        return after;
    }

    static List<Move> and(List<Move> moves, Move last) {
        var all = new ArrayList<>(moves);
        all.add(last);
        return all;
    }
}
