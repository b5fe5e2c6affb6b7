package org.barnstorm.fuzz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What was sent and what came of it. */
final class Tally {
    private static final int SHOWN = 60;

    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final Map<String, String> findings = new LinkedHashMap<>();
    private final Set<String> done = new TreeSet<>();
    private int requests;
    private int found;
    private int repeated;

    void count(Shot shot, Reply reply, List<String> wrong) {
        requests++;
        statuses.merge(reply.status(), 1, Integer::sum);
        if (reply.isDone()) done.add(shot.operation());
        found += wrong.isEmpty() ? 0 : 1;
        // The first of a kind is enough to mend it.
        for (var each : wrong) {
            findings.putIfAbsent(shot.operation() + ": " + each, each + "\n    " + shot + "\n    " + reply);
        }
    }

    void repeat() {
        repeated++;
    }

    /** Of each kind one, with the request that shows it. */
    List<String> findings() {
        return new ArrayList<>(findings.values()).subList(0, Math.min(SHOWN, findings.size()));
    }

    int requests() {
        return requests;
    }

    /** How many operations were done at least once. */
    int done() {
        return done.size();
    }

    @Override
    public String toString() {
        return "%d requests, answers by status %s, %d operations done, %d sent again because it was busy, %d wrong answers of %d kinds"
                .formatted(requests, statuses, done.size(), repeated, found, findings.size());
    }
}
