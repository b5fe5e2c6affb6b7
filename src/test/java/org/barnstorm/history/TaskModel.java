package org.barnstorm.history;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.barnstorm.history.KnownHolds.Known;

/**
 * What a task with places does that nobody but the clients of the history touches: the rules of {@code docs/tasks.md}, one
 * operation after the other.
 */
final class TaskModel {
    private static final String FULL = "task-full";
    private static final String LOST = "lease-lost";
    private static final String STATE = "assignment-state";

    private final TaskFacts facts;
    private final KnownHolds known;

    TaskModel(TaskFacts facts, KnownHolds known) {
        this.facts = facts;
        this.known = known;
    }

    /** Whether the answer says anything about the state of the places. */
    static boolean concerns(Operation operation) {
        if (operation.isUnknown()) return !operation.verb().reads();
        if (operation.isOk()) return true;
        return switch (operation.code()) {
            case FULL -> operation.verb().takes();
            case LOST, STATE -> !operation.verb().takes() && !operation.verb().reads();
            default -> isMissing(operation);
        };
    }

    /** See {@link Step#on}. */
    List<Places> on(Places places, Operation operation) {
        if (operation.outcome() instanceof Outcome.Fail) {
            return mayRefuse(places, operation) ? List.of(places) : List.of();
        }
        return switch (operation.verb()) {
            case CLAIM, OFFER -> take(places, operation);
            case READ_TAKEN -> mayCount(places, operation) ? List.of(places) : List.of();
            case READ_HOLD -> read(places, operation);
            case MOVE -> move(places, operation);
            case ACCEPT, DECLINE, RELEASE, EXTEND, COMPLETE, VERIFY, REJECT, END -> act(places, operation);
        };
    }

    private List<Places> take(Places places, Operation operation) {
        var member = operation.ask().member();
        var answer = operation.answer().orElse(Answer.EMPTY);
        var own = places.activeOf(member);
        if (own >= 0) {
            var again = operation.isOk()
                    && operation.verb() == Verb.CLAIM
                    && shows(places.holds().get(own), answer);
            return again ? List.of(places) : List.of();
        }
        if (places.taken() >= facts.capacity()) return List.of();
        var state = operation.verb().to()[0];
        if (answer.state() != null && !answer.state().equals(state)) return List.of();
        return begin(places, operation, answer, state, member);
    }

    /** A new hold: the one that the answer names, or one that is mentioned elsewhere, or one that is never seen again. */
    private List<Places> begin(Places places, Operation operation, Answer answer, String state, UUID member) {
        var after = new ArrayList<Places>();
        var lease = Verb.hasLease(state) ? lease(operation) : Lease.ENDLESS;
        if (answer.hold() != null) {
            var fence = answer.fence() == null ? known.fenceOf(answer.hold()) : answer.fence();
            add(places, new Place(answer.hold(), member, state, fence, lease), after);
            return after;
        }
        for (Known each : known.of(member)) {
            if (answer.fence() != null
                    && each.fence() != null
                    && !answer.fence().equals(each.fence())) continue;
            add(places, new Place(each.id(), member, state, each.fence(), lease), after);
        }
        if (known.mayBeUnseen()) add(places, new Place(null, member, state, answer.fence(), lease), after);
        return after;
    }

    private void add(Places places, Place begun, List<Places> after) {
        if (begun.id() != null && places.indexOf(begun.id()) >= 0) return;
        var fence = begun.fence();
        if (fence == null) after.add(places.and(begun, places.fence() + 1));
        else if (fence > places.fence() && !known.between(places.fence(), fence)) after.add(places.and(begun, fence));
    }

    private List<Places> move(Places places, Operation operation) {
        var after = new ArrayList<Places>();
        var answer = operation.answer().orElse(Answer.EMPTY);
        var state = answer.state() == null ? "HELD" : answer.state();
        if (!Verb.hasLease(state)) return List.of();
        for (var freed : act(places, operation)) {
            if (freed == places || freed.activeOf(operation.ask().to()) >= 0) continue;
            after.addAll(begin(freed, operation, answer, state, operation.ask().to()));
        }
        return after;
    }

    /** Something that is done to one hold, which is in a state where it can be, with the fence it has. */
    private List<Places> act(Places places, Operation operation) {
        var index = find(places, operation);
        if (index < 0) return List.of();
        var verb = operation.verb();
        var hold = places.holds().get(index);
        if (!verb.from().contains(hold.state())
                || !hold.isMeant(null, operation.ask().fence())) return List.of();
        if (verb.needsLease() && operation.invoked() > hold.lease().latest()) return List.of();
        var answer = verb == Verb.MOVE ? Answer.EMPTY : operation.answer().orElse(Answer.EMPTY);
        if (!hold.isMeant(answer.hold(), answer.fence())) return List.of();
        var lease = verb.renews() ? lease(operation) : hold.lease();
        if (answer.state() != null) {
            if (!verb.mayLeadTo(answer.state())) return List.of();
            return List.of(places.with(index, hold.become(answer.state(), lease)));
        }
        var after = new ArrayList<Places>();
        for (var state : verb.to()) after.add(places.with(index, hold.become(state, lease)));
        return after;
    }

    private List<Places> read(Places places, Operation operation) {
        var index = places.indexOf(operation.ask().hold());
        return index >= 0 && shows(places.holds().get(index), operation.answer().orElseThrow())
                ? List.of(places)
                : List.of();
    }

    private static boolean shows(Place hold, Answer answer) {
        return hold.isMeant(answer.hold(), answer.fence())
                && (answer.state() == null || answer.state().equals(hold.state()))
                && (answer.member() == null || answer.member().equals(hold.member()));
    }

    /** Which hold an operation means; -1 if there is none. */
    private static int find(Places places, Operation operation) {
        var ask = operation.ask();
        return ask.hold() == null ? places.activeOf(ask.member()) : places.indexOf(ask.hold());
    }

    private static boolean mayCount(Places places, Operation operation) {
        return operation.answer().orElseThrow().taken() == places.taken();
    }

    private boolean mayRefuse(Places places, Operation operation) {
        if (operation.code().equals(FULL)) {
            var own = operation.verb() == Verb.CLAIM
                    && places.activeOf(operation.ask().member()) >= 0;
            return !own && places.taken() >= facts.capacity();
        }
        var index = find(places, operation);
        if (isMissing(operation)) return index < 0;
        if (index < 0) return false;
        var hold = places.holds().get(index);
        if (operation.code().equals(STATE)) {
            return hold.isActive() && !operation.verb().from().contains(hold.state());
        }
        var sent = operation.ask().fence();
        return !hold.isActive()
                || (sent != null && !sent.equals(hold.fence()))
                || (Verb.hasLease(hold.state())
                        && operation.returned() >= hold.lease().earliest());
    }

    private static boolean isMissing(Operation operation) {
        return operation.verb() == Verb.READ_HOLD
                && operation.outcome() instanceof Outcome.Fail fail
                && fail.status() == 404;
    }

    private Lease lease(Operation operation) {
        var told = operation.answer().map(Answer::lease).orElse(null);
        if (told != null) return told;
        // Perhaps that of the one who had the place before.
        if (operation.verb() == Verb.MOVE) return Lease.UNKNOWN;
        return new Lease(operation.invoked() + facts.shortestLease().toNanos(), Long.MAX_VALUE);
    }
}
