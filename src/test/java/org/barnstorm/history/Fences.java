package org.barnstorm.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.barnstorm.history.Finding.Rule;

/** Part of the third pass: a hold has one fence, no two holds of a task have the same, and later holds have higher ones. */
final class Fences {
    private record Begun(Sighting sighting, long fence, long notBefore, long by) {}

    private final UUID task;
    private final List<Finding> findings = new ArrayList<>();

    private Fences(UUID task) {
        this.task = task;
    }

    static List<Finding> check(UUID task, Sightings sightings, TaskFacts facts) {
        var fences = new Fences(task);
        var begun = new ArrayList<Begun>();
        for (var each : sightings.all()) {
            var told = each.fences();
            if (told.size() > 1) fences.found("Hold " + each.hold() + " had the fences " + told, each.told());
            if (told.size() != 1) continue;
            begun.add(new Begun(each, told.get(0), sightings.notBefore(each, facts), each.begunBy()));
        }
        fences.differ(begun);
        fences.rise(begun);
        return fences.findings;
    }

    private void differ(List<Begun> begun) {
        var seen = new HashMap<Long, Begun>();
        for (var each : begun) {
            var other = seen.put(each.fence(), each);
            if (other != null) found("Two holds have the fence " + each.fence(), evidence(other, each));
        }
    }

    /** What had begun before another was asked for has the lower fence. */
    private void rise(List<Begun> begun) {
        var byBeginning =
                begun.stream().sorted(Comparator.comparingLong(Begun::by)).toList();
        var byAsking = begun.stream()
                .sorted(Comparator.comparingLong(Begun::notBefore))
                .toList();
        Begun highest = null;
        var next = 0;
        for (var each : byAsking) {
            while (next < byBeginning.size() && byBeginning.get(next).by() < each.notBefore()) {
                var earlier = byBeginning.get(next++);
                if (highest == null || earlier.fence() > highest.fence()) highest = earlier;
            }
            if (highest == null || highest.fence() < each.fence()) continue;
            found(
                    "Hold " + each.sighting().hold() + " has the fence " + each.fence()
                            + ", and before it was asked for "
                            + highest.sighting().hold() + " had " + highest.fence(),
                    evidence(highest, each));
        }
    }

    private static List<Operation> evidence(Begun one, Begun other) {
        return List.of(one.sighting().told().get(0), other.sighting().told().get(0));
    }

    private void found(String text, List<Operation> operations) {
        findings.add(new Finding(Rule.FENCE, task, text, operations));
    }
}
