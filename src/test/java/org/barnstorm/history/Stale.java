package org.barnstorm.history;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.barnstorm.history.Finding.Rule;

/** Part of the third pass, I-07: nothing is done with a hold that had certainly ended, nor with another fence than its own. */
final class Stale {
    /** What a hold does not survive as it was: of each set, at most one thing is done, and once. */
    private static final List<Set<Verb>> ONCE = List.of(
            EnumSet.of(Verb.RELEASE, Verb.COMPLETE),
            EnumSet.of(Verb.RELEASE, Verb.MOVE),
            EnumSet.of(Verb.COMPLETE, Verb.MOVE),
            EnumSet.of(Verb.ACCEPT, Verb.DECLINE),
            EnumSet.of(Verb.VERIFY, Verb.REJECT),
            EnumSet.of(Verb.END));

    private final UUID task;
    private final List<Finding> findings = new ArrayList<>();

    private Stale(UUID task) {
        this.task = task;
    }

    static List<Finding> check(UUID task, Sightings sightings) {
        var stale = new Stale(task);
        for (var each : sightings.all()) {
            stale.fence(each);
            stale.once(each);
            stale.afterItsEnd(each);
            stale.afterItsLease(each);
        }
        return stale.findings;
    }

    private void fence(Sighting sighting) {
        var fences = sighting.fences();
        if (fences.size() != 1) return;
        for (var act : sighting.acts()) {
            var sent = act.ask().fence();
            if (!act.isOk() || sent == null || sent.equals(fences.get(0))) continue;
            found(act.verb() + " with fence " + sent + " was done to a hold with fence " + fences.get(0), act);
        }
    }

    private void once(Sighting sighting) {
        for (var verbs : ONCE) {
            var done = sighting.acts().stream()
                    .filter(act -> act.isOk() && verbs.contains(act.verb()))
                    .toList();
            if (done.size() < 2) continue;
            var text = done.stream().map(Operation::verb).toList() + " were done to the one hold " + sighting.hold();
            findings.add(new Finding(Rule.STALE, task, text, done));
            return;
        }
    }

    private void afterItsEnd(Sighting sighting) {
        var ended = sighting.endedBy();
        var done = sighting.doneBy();
        for (var act : sighting.acts()) {
            if (!act.isOk()) continue;
            if (act.invoked() > ended) found(act.verb() + " was done to a hold that had ended", act);
            else if (act.invoked() > done && act.verb().from().stream().allMatch(Verb::hasLease)) {
                found(act.verb() + " was done to a hold that had been completed", act);
            }
        }
        for (var told : sighting.told()) {
            if (told.invoked() > ended && sighting.heldAfter(told)) {
                found(told.verb() + " shows a place by a hold that had ended", told);
            }
        }
    }

    private void afterItsLease(Sighting sighting) {
        for (var act : sighting.acts()) {
            if (act.isOk() && act.verb().needsLease() && act.invoked() > lastLeaseEnd(sighting, act)) {
                found(act.verb() + " was done to a hold whose lease had run out", act);
            }
        }
    }

    /** When any lease that this act may have found had run out; the end of time if there may be one nobody was told of. */
    private static long lastLeaseEnd(Sighting sighting, Operation act) {
        for (var other : sighting.acts()) {
            var untold = other.answer().map(Answer::lease).isEmpty();
            if (other != act && other.verb().renews() && untold && other.invoked() <= act.returned()) {
                return Long.MAX_VALUE;
            }
        }
        return sighting.told().stream()
                .filter(told -> told != act && told.invoked() <= act.returned())
                .filter(told -> sighting.stateAfter(told)
                        .filter(state -> !Verb.hasLease(state))
                        .isEmpty())
                .flatMap(told -> told.answer().map(Answer::lease).stream())
                .mapToLong(Lease::latest)
                .max()
                .orElse(Long.MAX_VALUE);
    }

    private void found(String text, Operation operation) {
        findings.add(new Finding(Rule.STALE, task, text, List.of(operation)));
    }
}
