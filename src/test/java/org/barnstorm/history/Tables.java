package org.barnstorm.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.barnstorm.history.Finding.Rule;
import org.barnstorm.history.Snapshot.Row;

/** Part of the third pass, I-05 and I-06: what was acknowledged is in the tables, and nothing is that nobody asked for. */
final class Tables {
    /** How far a hold has come: it never goes back. */
    private static final List<String> WAY = List.of("OFFERED", "HELD", "DONE", "VERIFIED");

    /** Ends that a hold only comes to from before it was completed. */
    private static final Set<String> BEFORE_DONE = Set.of("DECLINED", "RELEASED", "EXPIRED", "MOVED");

    private final UUID task;
    private final Sightings sightings;
    private final TaskFacts facts;
    private final Map<UUID, Row> rows = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    private Tables(UUID task, Sightings sightings, TaskFacts facts, List<Row> rows) {
        this.task = task;
        this.sightings = sightings;
        this.facts = facts;
        for (var row : rows) this.rows.put(row.hold(), row);
    }

    static List<Finding> check(UUID task, Sightings sightings, TaskFacts facts, List<Row> rows, Integer taken) {
        var tables = new Tables(task, sightings, facts, rows);
        tables.counted(taken);
        for (var each : sightings.all()) if (!each.told().isEmpty()) tables.kept(each);
        if (facts.closed()) tables.askedFor();
        return tables.findings;
    }

    private void counted(Integer taken) {
        var holding =
                rows.values().stream().filter(row -> Verb.holds(row.state())).count();
        if (holding > facts.capacity()) {
            found(Rule.CAPACITY, holding + " holds are stored for " + facts.capacity() + " places", List.of());
        }
        if (taken != null && taken != holding) {
            found(Rule.UNASKED, holding + " holds are stored and " + taken + " counted", List.of());
        }
        var fences = rows.values().stream().map(Row::fence).distinct().count();
        if (fences < rows.size()) found(Rule.FENCE, "Two stored holds have the same fence", List.of());
        var people = rows.values().stream()
                .filter(row -> Verb.holds(row.state()))
                .map(Row::member)
                .distinct()
                .count();
        if (people < holding) found(Rule.TWO_HOLDS, "Somebody has two stored holds", List.of());
    }

    private void kept(Sighting sighting) {
        var row = rows.get(sighting.hold());
        if (row == null) {
            lost(sighting, "is not stored");
            return;
        }
        if (sighting.member() != null && !sighting.member().equals(row.member())) lost(sighting, "is somebody else's");
        if (!sighting.fences().stream().allMatch(fence -> fence == row.fence())) lost(sighting, "has another fence");
        for (var list : List.of(sighting.told(), sighting.acts())) {
            for (var operation : list) {
                var told = sighting.stateAfter(operation);
                if (told.isEmpty() || mayFollow(told.get(), row.state())) continue;
                found(
                        Rule.LOST,
                        "Hold " + sighting.hold() + " was " + told.get() + " and is stored as " + row.state(),
                        List.of(operation));
                return;
            }
        }
    }

    /** What is undone may have ended before. */
    private static boolean mayFollow(String told, String stored) {
        if (told.equals(stored)) return true;
        if (!Verb.holds(told)) return stored.equals("UNDONE");
        if (Verb.holds(stored)) return WAY.indexOf(told) <= WAY.indexOf(stored);
        return Verb.hasLease(told) || !BEFORE_DONE.contains(stored);
    }

    private void askedFor() {
        var perhaps = new HashMap<UUID, Long>();
        for (var operation : sightings.operations()) {
            if (!operation.isUnknown()) continue;
            if (operation.verb().takes()) perhaps.merge(operation.ask().member(), 1L, Long::sum);
            if (operation.verb() == Verb.MOVE) perhaps.merge(operation.ask().to(), 1L, Long::sum);
        }
        var untold = rows.values().stream()
                .filter(row -> !isTold(row))
                .collect(Collectors.groupingBy(Row::member, Collectors.counting()));
        untold.forEach((member, count) -> {
            if (count <= perhaps.getOrDefault(member, 0L)) return;
            found(Rule.UNASKED, member + " has " + count + " stored holds that nobody asked for", List.of());
        });
        var unaimed = unaimed();
        for (var row : rows.values()) {
            if (!mayHaveBeenAsked(row, unaimed)) {
                found(
                        Rule.UNASKED,
                        "Hold " + row.hold() + " is " + row.state() + ", and nobody asked for that",
                        List.of());
            }
        }
    }

    private boolean isTold(Row row) {
        var sighting = sightings.of(row.hold());
        return sighting != null && !sighting.told().isEmpty();
    }

    /** Whether somebody may have done what leads to the stored state; clocks end leases by themselves. */
    private boolean mayHaveBeenAsked(Row row, Map<Optional<UUID>, List<Operation>> unaimed) {
        if (row.state().equals("EXPIRED")) return true;
        var sighting = sightings.of(row.hold());
        var about = new ArrayList<Operation>(unaimed.getOrDefault(Optional.of(row.member()), List.of()));
        about.addAll(unaimed.getOrDefault(Optional.<UUID>empty(), List.of()));
        if (sighting != null) {
            about.addAll(sighting.told());
            about.addAll(sighting.acts());
        }
        return about.stream().anyMatch(operation -> leadsTo(operation, row));
    }

    /** What was asked without saying which hold, by whose it would be. */
    private Map<Optional<UUID>, List<Operation>> unaimed() {
        return sightings.operations().stream()
                .filter(operation ->
                        operation.verb() == Verb.MOVE || operation.ask().hold() == null)
                .collect(Collectors.groupingBy(operation -> Optional.ofNullable(
                        operation.verb() == Verb.MOVE
                                ? operation.ask().to()
                                : operation.ask().member())));
    }

    private static boolean leadsTo(Operation operation, Row row) {
        var begins = operation.verb() == Verb.MOVE
                && row.member().equals(operation.ask().to());
        if (begins) return Verb.hasLease(row.state());
        return !(operation.outcome() instanceof Outcome.Fail)
                && operation.verb().mayLeadTo(row.state());
    }

    private void lost(Sighting sighting, String what) {
        found(
                Rule.LOST,
                "Hold " + sighting.hold() + " was acknowledged and " + what,
                sighting.told().subList(0, 1));
    }

    private void found(Rule rule, String text, List<Operation> operations) {
        findings.add(new Finding(rule, task, text, operations));
    }
}
