package org.barnstorm.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.barnstorm.chaos.client.Verb;

/**
 * Something that was killed.
 *
 * @param what {@code replica}, {@code PostgreSQL} or {@code both}
 * @param replica which one was killed; -1 for none
 * @param at {@link System#nanoTime()}, the clients' clock too
 */
record Kill(String what, int replica, long at) {
    /** From a kill until the first place that was taken or given back after it. */
    record Recovery(Kill kill, double seconds) {}

    /** Until any replica did it. */
    static List<Recovery> served(List<Kill> kills, Ops ops) {
        return recoveries(kills, ops, false);
    }

    /** Until the replica that was killed did it. */
    static List<Recovery> back(List<Kill> kills, Ops ops) {
        return recoveries(kills.stream().filter(kill -> kill.replica() >= 0).toList(), ops, true);
    }

    private static List<Recovery> recoveries(List<Kill> kills, Ops ops, boolean itself) {
        var waiting = new TreeMap<Long, Kill>();
        kills.forEach(kill -> waiting.put(kill.at(), kill));
        var found = new ArrayList<Recovery>();
        for (var op : ops.all()) { // in the order of their ends
            if (waiting.isEmpty() || waiting.firstKey() >= op.began()) continue;
            if (!op.isOk() || (op.verb() != Verb.CLAIM && op.verb() != Verb.RELEASE)) continue;
            var before = List.copyOf(waiting.headMap(op.began()).values());
            for (var kill : before) {
                if (itself && op.replica() != kill.replica()) continue;
                waiting.remove(kill.at());
                found.add(new Recovery(kill, (op.ended() - kill.at()) / 1e9));
            }
        }
        waiting.values().forEach(never -> found.add(new Recovery(never, Double.POSITIVE_INFINITY)));
        return found;
    }
}
