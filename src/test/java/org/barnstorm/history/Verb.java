package org.barnstorm.history;

import java.util.List;
import java.util.Set;

/** What a client asks for. The states are those of {@code docs/tasks.md}, by name. */
public enum Verb {
    /** Take a place for oneself, or get the hold one has again. */
    CLAIM(Set.of(), "HELD"),
    /** Give a place to somebody who has not answered yet. */
    OFFER(Set.of(), "OFFERED"),
    ACCEPT(Set.of("OFFERED"), "HELD"),
    DECLINE(Set.of("OFFERED"), "DECLINED"),
    RELEASE(Set.of("HELD"), "RELEASED"),
    /** A longer lease. */
    EXTEND(Set.of("HELD"), "HELD"),
    /** The first state is the usual one; the others are for tasks that need no verification, or that open again. */
    COMPLETE(Set.of("HELD"), "DONE", "VERIFIED", "ATTEMPTED"),
    VERIFY(Set.of("DONE"), "VERIFIED"),
    REJECT(Set.of("DONE"), "REJECTED"),
    /** The place goes to {@link Ask#to}, and is never empty in between: one hold ends and another begins. */
    MOVE(Set.of("OFFERED", "HELD"), "MOVED"),
    /** Somebody else ends a hold: the task is cancelled, the person did not come, what they did is undone. */
    END(Set.of("OFFERED", "HELD", "DONE", "VERIFIED"), "CANCELLED", "NO_SHOW", "UNDONE"),
    /** How a hold stands. */
    READ_HOLD(Set.of()),
    /** How many places of a task are taken. */
    READ_TAKEN(Set.of());

    private static final Set<String> HOLDING = Set.of("OFFERED", "HELD", "DONE", "VERIFIED");

    private final Set<String> from;
    private final String[] to;

    Verb(Set<String> from, String... to) {
        this.from = from;
        this.to = to;
    }

    /** Whether a hold in this state has a place. */
    public static boolean holds(String state) {
        return HOLDING.contains(state);
    }

    /** Whether a hold in this state can lose its place to the clock. */
    static boolean hasLease(String state) {
        return state.equals("OFFERED") || state.equals("HELD");
    }

    /** The states of a hold in which this can be done to it. */
    Set<String> from() {
        return from;
    }

    /** What becomes of the hold; more than one where the answer alone knows. */
    String[] to() {
        return to.clone();
    }

    /** Begins a hold, if it does anything. */
    boolean takes() {
        return this == CLAIM || this == OFFER;
    }

    boolean reads() {
        return this == READ_HOLD || this == READ_TAKEN;
    }

    /** Whether an answer to this may name the state; organisers end a hold in more ways than this list knows. */
    boolean mayLeadTo(String state) {
        return this == END ? !holds(state) : List.of(to).contains(state);
    }

    /** Needs a lease that still runs; the others can be done until the sweeper has come. */
    boolean needsLease() {
        return this == ACCEPT || this == COMPLETE || this == EXTEND;
    }

    /** Begins the lease again. */
    boolean renews() {
        return this == ACCEPT || this == EXTEND;
    }

    /** Can make a place free that a hold has. */
    boolean mayEnd() {
        for (var state : to) if (!holds(state)) return true;
        return false;
    }
}
