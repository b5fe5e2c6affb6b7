package org.barnstorm.history;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The holds of one task that answers speak of. */
final class Sightings {
    private final List<Operation> operations;
    private final Map<UUID, Sighting> byHold = new LinkedHashMap<>();
    /** When each member may first have got a hold that nobody was told of. */
    private final Map<UUID, Long> unknownTake = new HashMap<>();
    /** Unknown acts on "mine, whichever that is" or on all holds of the task. */
    private final Map<UUID, Long> unknownEnd = new HashMap<>();

    private long unknownEndOfAll = Long.MAX_VALUE;

    Sightings(List<Operation> operations) {
        this.operations = operations;
        for (var operation : operations) {
            if (operation.outcome() instanceof Outcome.Fail) continue;
            operation.answer().map(Answer::hold).ifPresent(hold -> sighting(hold)
                    .tells(operation));
            if (!operation.verb().reads()) act(operation);
            if (operation.isUnknown()) taken(operation);
        }
    }

    private Sighting sighting(UUID hold) {
        return byHold.computeIfAbsent(hold, Sighting::new);
    }

    private void act(Operation operation) {
        var ask = operation.ask();
        if (operation.verb().takes()) return;
        if (ask.hold() != null) {
            sighting(ask.hold()).acts(operation);
            return;
        }
        var known = operation.verb() == Verb.MOVE
                ? null
                : operation.answer().orElse(Answer.EMPTY).hold();
        if (known != null) sighting(known).acts(operation);
        else if (!operation.verb().mayEnd()) return;
        else if (ask.member() == null) unknownEndOfAll = Math.min(unknownEndOfAll, operation.invoked());
        else unknownEnd.merge(ask.member(), operation.invoked(), Math::min);
    }

    private void taken(Operation operation) {
        var ask = operation.ask();
        if (operation.verb().takes()) unknownTake.merge(ask.member(), operation.invoked(), Math::min);
        if (operation.verb() == Verb.MOVE) unknownTake.merge(ask.to(), operation.invoked(), Math::min);
    }

    List<Operation> operations() {
        return operations;
    }

    Collection<Sighting> all() {
        return byHold.values();
    }

    Sighting of(UUID hold) {
        return byHold.get(hold);
    }

    /** Before this moment the hold had certainly not begun, if nobody else gives places away; else nothing is known. */
    long notBefore(Sighting sighting, TaskFacts facts) {
        var earliest = Long.MAX_VALUE;
        for (var operation : sighting.told()) {
            var verb = operation.verb();
            if (verb == Verb.OFFER || verb == Verb.MOVE)
                return operation.invoked(); // begins a hold whenever it is done
            if (verb == Verb.CLAIM) earliest = Math.min(earliest, operation.invoked());
        }
        if (!facts.closed() || sighting.member() == null) return Long.MIN_VALUE;
        earliest = Math.min(earliest, unknownTake.getOrDefault(sighting.member(), Long.MAX_VALUE));
        return earliest == Long.MAX_VALUE ? Long.MIN_VALUE : earliest;
    }

    /** The first moment at which something was asked for that may have ended this hold. */
    long mayEndFrom(Sighting sighting) {
        var earliest = unknownEndOfAll;
        if (sighting.member() != null) {
            earliest = Math.min(earliest, unknownEnd.getOrDefault(sighting.member(), Long.MAX_VALUE));
        }
        for (var act : sighting.acts()) {
            if (!act.verb().mayEnd() || (act.isOk() && sighting.heldAfter(act))) continue;
            earliest = Math.min(earliest, act.invoked());
        }
        return earliest;
    }
}
