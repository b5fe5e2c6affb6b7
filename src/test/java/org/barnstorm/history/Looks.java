package org.barnstorm.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.UUID;
import java.util.stream.Stream;
import org.barnstorm.history.Finding.Rule;
import org.barnstorm.history.Holds.Certain;

/** Part of the third pass: what reads and refusals say, compared with what was certain at that moment. */
final class Looks {
    private final UUID task;
    private final Sightings sightings;
    private final TaskFacts facts;
    private final List<Certain> holds;
    /** Perhaps of any hold of their member. */
    private final List<Operation> unaimed;

    private final List<Finding> findings = new ArrayList<>();

    private Looks(UUID task, Sightings sightings, TaskFacts facts) {
        this.task = task;
        this.sightings = sightings;
        this.facts = facts;
        this.holds = Holds.certain(task, sightings, facts);
        this.unaimed = sightings.operations().stream()
                .filter(each -> each.ask().hold() == null && each.isUnknown())
                .toList();
    }

    static List<Finding> check(UUID task, Sightings sightings, TaskFacts facts) {
        var looks = new Looks(task, sightings, facts);
        looks.counts();
        for (var hold : looks.holds) looks.ended(hold);
        for (var each : sightings.all()) {
            looks.owner(each);
            looks.verified(each);
        }
        for (var each : sightings.operations())
            if (each.outcome() instanceof Outcome.Fail fail) looks.refused(each, fail);
        return looks.findings;
    }

    /** Never fewer taken than are certainly held, nor more than there are. */
    private void counts() {
        var reads = sightings.operations().stream()
                .filter(each -> each.verb() == Verb.READ_TAKEN && each.isOk())
                .toList();
        var byBeginning =
                holds.stream().sorted(Comparator.comparingLong(Certain::from)).toList();
        var open = new PriorityQueue<>(Comparator.comparingLong(Certain::until));
        var next = 0;
        for (var read : reads) {
            while (next < byBeginning.size() && byBeginning.get(next).from() <= read.invoked()) {
                open.add(byBeginning.get(next++));
            }
            while (!open.isEmpty() && open.peek().until() < read.invoked()) open.remove();
            var held = open.stream()
                    .filter(each -> each.until() >= read.returned())
                    .count();
            int taken = read.answer().orElseThrow().taken();
            if (taken >= held && taken <= facts.capacity()) continue;
            found(taken + " were taken, when " + held + " of " + facts.capacity() + " were certainly held", read);
        }
    }

    /** Nothing shows a hold as ended at a time at which it certainly was not. */
    private void ended(Certain hold) {
        var sighting = sightings.of(hold.hold());
        for (var told : sighting.told()) {
            var over = sighting.stateAfter(told)
                    .filter(state -> !Verb.holds(state))
                    .isPresent();
            if (over && told.verb().reads() && told.returned() < hold.until()) {
                found("A hold had ended while it was certainly held", told);
            }
        }
    }

    private void owner(Sighting sighting) {
        if (sighting.members().size() < 2) return;
        found(
                "Hold " + sighting.hold() + " is of several: " + sighting.members(),
                sighting.told().get(0));
    }

    /** Only what may have been completed is verified or rejected. */
    private void verified(Sighting sighting) {
        for (var act : sighting.acts()) {
            if (!act.isOk() || (act.verb() != Verb.VERIFY && act.verb() != Verb.REJECT)) continue;
            var completed = Stream.concat(sighting.acts().stream(), unaimed.stream())
                    .filter(each -> each.verb() == Verb.COMPLETE)
                    .anyMatch(each -> each.invoked() <= act.returned());
            if (!completed) found(act.verb() + " of what nobody completed", act);
        }
    }

    /** What was told to somebody exists, and who certainly holds a place with a lease has not lost it. */
    private void refused(Operation operation, Outcome.Fail fail) {
        var hold = operation.ask().hold();
        var sighting = hold == null ? null : sightings.of(hold);
        if (sighting == null || sighting.told().isEmpty() || sighting.begunBy() > operation.invoked()) return;
        if (fail.status() == 404 && operation.verb() == Verb.READ_HOLD) found("A hold was not there", operation);
        if (!fail.code().equals("lease-lost")) return;
        var sent = operation.ask().fence();
        if (sent != null && !sighting.fences().equals(List.of(sent))) return;
        var until = Math.min(Holds.leased(sighting, sightings, facts), sightings.mayEndFrom(sighting));
        if (operation.returned() < until) found("A holder was told that the lease was lost", operation);
    }

    private void found(String text, Operation operation) {
        findings.add(new Finding(Rule.CONTRADICTION, task, text, List.of(operation)));
    }
}
