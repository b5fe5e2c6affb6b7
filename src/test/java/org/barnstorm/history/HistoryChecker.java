package org.barnstorm.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.barnstorm.history.Snapshot.Row;

/**
 * Whether what clients saw can have happened. Three passes: certain holds never exceed the places (I-01); some order of
 * the operations of a task explains every answer; fences rise, and nothing acknowledged is missing from the tables. None of
 * them ever alarms about something that can have happened: what is not certain counts for the service.
 */
public final class HistoryChecker {
    /** As many operations per task as the search for an order takes. */
    public static final int LONGEST_SEARCHED = 40;

    private static final int BUDGET = 300_000;

    private final Function<UUID, TaskFacts> facts;
    private final Snapshot rest;
    private final Map<UUID, List<Row>> rows;
    private final List<Finding> findings = new ArrayList<>();
    private int searched;
    private int notSearched;
    private int undecided;

    private HistoryChecker(Function<UUID, TaskFacts> facts, Snapshot rest) {
        this.facts = facts;
        this.rest = rest;
        this.rows = rest == null ? null : rest.rows().stream().collect(Collectors.groupingBy(Row::task));
    }

    /** What clients saw, by itself. */
    public static Report check(History history, Function<UUID, TaskFacts> facts) {
        return check(history, facts, null);
    }

    /**
     * What clients saw, and what is stored.
     *
     * @param facts of a task that is in the history
     * @param rest the tables after the last operation; null if they were not read
     */
    public static Report check(History history, Function<UUID, TaskFacts> facts, Snapshot rest) {
        var checker = new HistoryChecker(facts, rest);
        var byTask = history.byTask();
        byTask.forEach(checker::check);
        var unknown =
                (int) history.operations().stream().filter(Operation::isUnknown).count();
        return new Report(
                List.copyOf(checker.findings),
                history.operations().size(),
                unknown,
                byTask.size(),
                checker.searched,
                checker.notSearched,
                checker.undecided);
    }

    /** The same with the facts in a map. */
    public static Report check(History history, Map<UUID, TaskFacts> facts, Snapshot rest) {
        return check(history, facts::get, rest);
    }

    private void check(UUID task, History history) {
        var known = facts.apply(task);
        var attempts = Attempts.of(task, history);
        var sightings = new Sightings(attempts.operations());
        findings.addAll(attempts.findings());
        findings.addAll(Holds.check(task, sightings, known));
        findings.addAll(Fences.check(task, sightings, known));
        findings.addAll(Stale.check(task, sightings));
        if (rest != null) {
            var own = rows.getOrDefault(task, List.of());
            findings.addAll(
                    Tables.check(task, sightings, known, own, rest.taken().get(task)));
        }
        search(task, attempts.operations(), known);
    }

    private void search(UUID task, List<Operation> operations, TaskFacts known) {
        var own = rest == null ? null : rows.getOrDefault(task, List.of());
        var model = new TaskModel(known, new KnownHolds(operations, own));
        var steps = operations.stream()
                .filter(TaskModel::concerns)
                .map(operation -> (Step) new Step.Of(operation, model))
                .collect(Collectors.toCollection(ArrayList::new));
        if (!known.closed() || steps.size() > LONGEST_SEARCHED) {
            notSearched++;
            return;
        }
        if (own != null) {
            steps.add(new Step.AtRest(own, afterAll(operations)));
        }
        var search = new Search(steps, BUDGET);
        switch (search.verdict()) {
            case AN_ORDER_EXISTS -> searched++;
            case UNDECIDED -> undecided++;
            case NO_ORDER_EXISTS -> {
                searched++;
                findings.add(new Finding(Finding.Rule.NO_ORDER, task, why(search), evidence(search)));
            }
        }
    }

    private static long afterAll(List<Operation> operations) {
        var last = Long.MIN_VALUE;
        for (var each : operations) {
            last = Math.max(last, each.returned() == Long.MAX_VALUE ? each.invoked() : each.returned());
        }
        return last + 1;
    }

    private static String why(Search search) {
        return search.stuckAt().stream()
                .map(step -> step.operation() == null
                        ? "the tables"
                        : step.operation().verb().name())
                .collect(Collectors.joining(", ", "No order explains all answers; the longest one stops before ", ""));
    }

    private static List<Operation> evidence(Search search) {
        return search.stuckAt().stream()
                .map(Step::operation)
                .filter(java.util.Objects::nonNull)
                .toList();
    }
}
