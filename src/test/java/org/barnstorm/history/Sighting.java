package org.barnstorm.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Everything that answers say about one hold, and what was asked about it. */
final class Sighting {
    private final UUID hold;
    private UUID member;
    /** Operations whose answer is about this hold. */
    private final List<Operation> told = new ArrayList<>();
    /** Operations that do something to this hold, done or perhaps done. */
    private final List<Operation> acts = new ArrayList<>();

    Sighting(UUID hold) {
        this.hold = hold;
    }

    void tells(Operation operation) {
        told.add(operation);
        belongsTo(operation.answer().map(Answer::member).orElse(null));
        if (operation.verb() == Verb.MOVE) belongsTo(operation.ask().to());
        else belongsTo(operation.ask().member());
    }

    void acts(Operation operation) {
        acts.add(operation);
        belongsTo(operation.ask().member());
    }

    private void belongsTo(UUID whose) {
        if (member == null) member = whose;
    }

    UUID hold() {
        return hold;
    }

    /** Whose it is; null if nobody said. */
    UUID member() {
        return member;
    }

    List<Operation> told() {
        return told;
    }

    List<Operation> acts() {
        return acts;
    }

    /** The fences that answers gave it; there should be one. */
    List<Long> fences() {
        return told.stream()
                .flatMap(operation -> operation.answer().map(Answer::fence).stream())
                .distinct()
                .toList();
    }

    /** Until when it had certainly begun: the first answer about it. */
    long begunBy() {
        return told.stream().mapToLong(Operation::returned).min().orElse(Long.MAX_VALUE);
    }

    /** When its last state but one had certainly been left, by the first answer that says so. */
    long endedBy() {
        return earliest(state -> !Verb.holds(state));
    }

    /** When it had certainly been completed. */
    long doneBy() {
        return earliest(state -> !Verb.hasLease(state));
    }

    private long earliest(java.util.function.Predicate<String> reached) {
        var earliest = Long.MAX_VALUE;
        for (var list : List.of(told, acts)) {
            for (var operation : list) {
                if (stateAfter(operation).filter(reached).isPresent()) {
                    earliest = Math.min(earliest, operation.returned());
                }
            }
        }
        return earliest;
    }

    /** The state of this hold when the operation took effect, if it was done and that is certain. */
    Optional<String> stateAfter(Operation operation) {
        var answer = operation.answer().orElse(null);
        if (answer == null) return Optional.empty();
        if (operation.verb() == Verb.MOVE && !hold.equals(answer.hold())) return Optional.of("MOVED");
        if (hold.equals(answer.hold()) && answer.state() != null) return Optional.of(answer.state());
        if (operation.verb() == Verb.MOVE || operation.verb() == Verb.CLAIM) return Optional.empty();
        var states = operation.verb().to();
        return states.length == 1 ? Optional.of(states[0]) : Optional.empty();
    }

    /** Whether this hold certainly had a place when the operation took effect. */
    boolean heldAfter(Operation operation) {
        return stateAfter(operation)
                .map(Verb::holds)
                .orElseGet(() -> operation.isOk()
                        && operation
                                .answer()
                                .map(Answer::hold)
                                .filter(hold::equals)
                                .isPresent()
                        && (operation.verb() == Verb.CLAIM || operation.verb() == Verb.MOVE));
    }
}
