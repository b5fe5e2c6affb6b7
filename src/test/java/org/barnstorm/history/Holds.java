package org.barnstorm.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The first pass, I-01 and I-03: the times in which somebody certainly held a place never overlap too much. */
public final class Holds {
    /**
     * A time in which somebody certainly held a place.
     *
     * @param member null if nobody said whose hold it is
     * @param from when a client had been told of it
     * @param until when something was asked for that may have ended it, or its lease may have run out
     */
    public record Certain(UUID hold, UUID task, UUID member, long from, long until) {}

    private record Edge(long at, int step, Certain hold) {}

    private Holds() {}

    /** The certain holds of a whole history. */
    public static List<Certain> certain(History history, java.util.function.Function<UUID, TaskFacts> facts) {
        var all = new ArrayList<Certain>();
        history.byTask()
                .forEach((task, own) -> all.addAll(
                        certain(task, new Sightings(Attempts.of(task, own).operations()), facts.apply(task))));
        return all;
    }

    /** The most that share a moment. Sound: it never counts a hold that may have ended. */
    public static int mostAtOnce(Collection<Certain> holds) {
        return fullest(holds).size();
    }

    static List<Certain> certain(UUID task, Sightings sightings, TaskFacts facts) {
        return sightings.all().stream()
                .map(each -> certain(task, each, sightings, facts))
                .filter(each -> each.from() < each.until())
                .toList();
    }

    private static Certain certain(UUID task, Sighting sighting, Sightings all, TaskFacts facts) {
        var from = Long.MAX_VALUE;
        var alive = Long.MIN_VALUE;
        for (var operation : sighting.told()) {
            if (!sighting.heldAfter(operation)) continue;
            from = Math.min(from, operation.returned());
            alive = Math.max(alive, operation.invoked()); // whoever has a place at the end had it all the time
            alive = Math.max(alive, leaseAtLeast(sighting, operation, all, facts));
        }
        return new Certain(sighting.hold(), task, sighting.member(), from, Math.min(alive, all.mayEndFrom(sighting)));
    }

    /** Until when the lease that this answer is about certainly runs. */
    private static long leaseAtLeast(Sighting sighting, Operation operation, Sightings all, TaskFacts facts) {
        if (sighting.stateAfter(operation)
                .filter(state -> !Verb.hasLease(state))
                .isPresent()) return Long.MAX_VALUE;
        var told = operation.answer().orElseThrow().lease();
        if (told != null) return told.earliest();
        if (operation.verb() == Verb.OFFER || operation.verb().renews()) {
            return later(operation.invoked(), facts);
        }
        return operation.verb() == Verb.CLAIM ? later(all.notBefore(sighting, facts), facts) : Long.MIN_VALUE;
    }

    private static long later(long from, TaskFacts facts) {
        return from == Long.MIN_VALUE ? from : from + facts.shortestLease().toNanos();
    }

    static List<Finding> check(UUID task, Sightings sightings, TaskFacts facts) {
        var findings = new ArrayList<Finding>();
        var holds = certain(task, sightings, facts);
        var fullest = fullest(holds);
        if (fullest.size() > facts.capacity()) {
            var text = fullest.size() + " certain holds at one moment on " + facts.capacity() + " places: "
                    + fullest.stream().map(Certain::hold).toList();
            findings.add(new Finding(Finding.Rule.CAPACITY, task, text, evidence(fullest, sightings)));
        }
        holds.stream()
                .filter(each -> each.member() != null)
                .collect(Collectors.groupingBy(Certain::member))
                .forEach((member, own) -> twice(task, member, own, sightings).ifPresent(findings::add));
        return findings;
    }

    private static java.util.Optional<Finding> twice(UUID task, UUID member, List<Certain> own, Sightings sightings) {
        var both = fullest(own);
        if (both.size() < 2) return java.util.Optional.empty();
        var text = member + " certainly held at one moment "
                + both.stream().map(Certain::hold).toList();
        return java.util.Optional.of(new Finding(Finding.Rule.TWO_HOLDS, task, text, evidence(both, sightings)));
    }

    private static List<Operation> evidence(List<Certain> holds, Sightings sightings) {
        return holds.stream()
                .map(hold -> sightings.of(hold.hold()).told().get(0))
                .toList();
    }

    /** Those of the fullest moment. */
    private static List<Certain> fullest(Collection<Certain> holds) {
        var edges = new ArrayList<Edge>();
        for (var each : holds) {
            if (each.until() <= each.from()) continue;
            edges.add(new Edge(each.from(), 1, each));
            edges.add(new Edge(each.until(), -1, each));
        }
        edges.sort(Comparator.comparingLong(Edge::at).thenComparingInt(Edge::step));
        Map<UUID, Certain> now = new java.util.LinkedHashMap<>();
        List<Certain> most = List.of();
        for (var edge : edges) {
            if (edge.step() > 0) now.put(edge.hold().hold(), edge.hold());
            else now.remove(edge.hold().hold());
            if (now.size() > most.size()) most = List.copyOf(now.values());
        }
        return most;
    }
}
