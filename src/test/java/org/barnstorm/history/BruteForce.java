package org.barnstorm.history;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.barnstorm.history.SimulatedTask.Naming;
import org.barnstorm.history.SimulatedTask.Result;
import org.barnstorm.history.Snapshot.Row;

/**
 * Tries every order of a few operations on the task of the simulation, without any cleverness, to judge the search. For
 * histories without keys in which no lease runs out.
 */
final class BruteForce {
    /** A new hold as it would have to be named; a fence that nobody mentions is the next, or a later one. */
    private record Name(UUID hold, Long fence, int skip) implements Naming {
        Name(UUID hold, Long fence) {
            this(hold, fence, 0);
        }

        @Override
        public long fence(long last) {
            return fence == null ? last + 1 + skip : fence;
        }
    }

    /** One operation, with what it made and what became of the hold, where the answer does not say. */
    private record Chosen(Operation operation, Name name, String state) {}

    private static final class Impossible extends RuntimeException {}

    private final Specimen specimen;
    private final List<Operation> operations;
    private final Set<Name> names = new HashSet<>();

    private BruteForce(Specimen specimen) {
        this.specimen = specimen;
        this.operations =
                specimen.operations().stream().filter(BruteForce::says).toList();
        for (var operation : operations) {
            operation
                    .answer()
                    .filter(told -> told.hold() != null)
                    .ifPresent(told -> names.add(new Name(told.hold(), told.fence())));
            if (operation.ask().hold() != null)
                names.add(new Name(operation.ask().hold(), null));
        }
        if (specimen.rows() != null) for (var row : specimen.rows()) names.add(new Name(row.hold(), row.fence()));
        tidyNames();
    }

    /** Of a hold whose fence nobody mentions there are two: with the next fence, and with a later one. */
    private void tidyNames() {
        var mentioned = names.stream()
                .filter(name -> name.fence() != null)
                .map(Name::hold)
                .toList();
        names.removeIf(name -> name.fence() == null && mentioned.contains(name.hold()));
        for (var name : List.copyOf(names)) if (name.fence() == null) names.add(new Name(name.hold(), null, 9));
    }

    /** Whether some order explains everything. */
    static boolean explains(Specimen specimen) {
        var force = new BruteForce(specimen);
        return force.goesOn(new ArrayList<>(), new ArrayList<>(force.operations));
    }

    private static boolean says(Operation operation) {
        if (operation.isUnknown()) return !operation.verb().reads();
        if (!(operation.outcome() instanceof Outcome.Fail fail)) return true;
        if (fail.status() == 404) return operation.verb() == Verb.READ_HOLD;
        return List.of("task-full", "lease-lost", "assignment-state").contains(fail.code());
    }

    private boolean goesOn(List<Chosen> order, List<Operation> left) {
        if (left.stream().allMatch(Operation::isUnknown) && agrees(order)) return true;
        for (var operation : List.copyOf(left)) {
            if (left.stream().anyMatch(other -> other.returned() < operation.invoked())) continue;
            left.remove(operation);
            for (var chosen : choices(operation)) {
                order.add(chosen);
                if (possible(order) && goesOn(order, left)) return true;
                order.remove(order.size() - 1);
            }
            left.add(operation);
        }
        return false;
    }

    private List<Chosen> choices(Operation operation) {
        var found = new ArrayList<Chosen>();
        var told = operation.answer().orElse(Answer.EMPTY);
        var makes = operation.verb().takes() || operation.verb() == Verb.MOVE;
        var wanted = new ArrayList<Name>();
        if (told.hold() != null) {
            wanted.add(new Name(told.hold(), told.fence()));
            if (told.fence() == null) {
                names.stream().filter(name -> name.hold().equals(told.hold())).forEach(wanted::add);
            }
        } else if (makes) wanted.addAll(names);
        if (told.hold() == null) wanted.add(new Name(UUID.randomUUID(), null));
        var states = told.state() != null ? List.of(told.state()) : states(operation.verb());
        for (var name : wanted) for (var state : states) found.add(new Chosen(operation, name, state));
        return found;
    }

    /** What may have become of a hold, beside what the simulation does. */
    private static List<String> states(Verb verb) {
        return switch (verb) {
            case COMPLETE -> List.of("DONE", "VERIFIED", "ATTEMPTED");
            case END -> List.of("CANCELLED", "NO_SHOW", "UNDONE");
            default -> List.of("");
        };
    }

    private boolean possible(List<Chosen> order) {
        try {
            run(order);
            return true;
        } catch (Impossible | IllegalStateException e) {
            return false;
        }
    }

    private boolean agrees(List<Chosen> order) {
        if (specimen.rows() == null) return true;
        Set<Row> stored = new HashSet<>(specimen.rows());
        return stored.equals(new HashSet<>(run(order).rows(specimen.task())));
    }

    private SimulatedTask run(List<Chosen> order) {
        var task = new SimulatedTask(specimen.facts().capacity(), Long.MAX_VALUE);
        var last = 0L;
        for (var each : order) {
            var before = task.rows(specimen.task()).size();
            var result = task.on(each.operation().ask(), 0, each.name());
            compare(task, each, result);
            if (task.rows(specimen.task()).size() == before) continue;
            if (result.hold().fence <= last) throw new Impossible();
            last = result.hold().fence;
        }
        return task;
    }

    private static void compare(SimulatedTask task, Chosen chosen, Result result) {
        var operation = chosen.operation();
        if (operation.outcome() instanceof Outcome.Fail fail) {
            if (!isRefusedSo(task, operation, fail, result)) throw new Impossible();
            return;
        }
        if (!result.ok()) throw new Impossible();
        var verb = operation.verb();
        if (verb == Verb.COMPLETE || verb == Verb.END) {
            var free = verb == Verb.END
                    ? !Verb.holds(chosen.state())
                    : states(verb).contains(chosen.state());
            if (!free) throw new Impossible();
            result.hold().state = chosen.state();
        }
        operation.answer().ifPresent(told -> {
            if (told.taken() != null && told.taken() != result.taken()) throw new Impossible();
            if (told.hold() != null && !told.hold().equals(result.hold().id)) throw new Impossible();
            if (told.member() != null && !told.member().equals(result.hold().member)) throw new Impossible();
            if (told.fence() != null && told.fence() != result.hold().fence) throw new Impossible();
            if (told.state() != null && !told.state().equals(result.hold().state)) throw new Impossible();
        });
    }

    /** Which of two reasons is given, if there are both, is not said. */
    private static boolean isRefusedSo(SimulatedTask task, Operation operation, Outcome.Fail fail, Result result) {
        if (result.ok() || result.status() != fail.status()) return false;
        if (result.code().equals(fail.code()) || fail.status() == 404) return true;
        var ask = operation.ask();
        if (!fail.code().equals("assignment-state") || ask.fence() == null) return false;
        var without = new Ask(ask.verb(), ask.task(), ask.member(), ask.hold(), null, ask.to(), null);
        var again = task.on(without, 0, new Name(UUID.randomUUID(), null));
        return again.code().equals(fail.code());
    }
}
