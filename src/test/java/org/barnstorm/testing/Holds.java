package org.barnstorm.testing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;

/** What clients saw of the places of one task, for I-01 as a history: certain holds never overlap beyond capacity. */
public final class Holds {
    /**
     * A time in which somebody certainly held a place.
     *
     * @param from when the claim had been acknowledged
     * @param until when giving it back was about to be asked for
     */
    public record Interval(long from, long until) {}

    private record Edge(long at, int step) {}

    private Holds() {}

    /** The most intervals that share a moment. Sound: it never counts a hold that may have ended. */
    public static int mostAtOnce(Collection<Interval> intervals) {
        var edges = new ArrayList<Edge>();
        for (var each : intervals) {
            if (each.until() <= each.from()) continue;
            edges.add(new Edge(each.from(), 1));
            edges.add(new Edge(each.until(), -1));
        }
        edges.sort(Comparator.comparingLong(Edge::at).thenComparingInt(Edge::step));
        var now = 0;
        var most = 0;
        for (var edge : edges) {
            now += edge.step();
            most = Math.max(most, now);
        }
        return most;
    }
}
