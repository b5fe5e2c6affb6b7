package org.barnstorm.platform.journal;

import java.util.Comparator;
import java.util.List;

/** A place in the journal's order (docs/decisions/0002): after the row with these two numbers, before the next. */
public record Mark(long horizon, long position) implements Comparable<Mark> {
    /** Before the first row. */
    public static final Mark START = new Mark(0, 0);

    private static final Comparator<Mark> ORDER =
            Comparator.comparingLong(Mark::horizon).thenComparingLong(Mark::position);

    /** Where everything below this horizon has been read; what comes later has it or a higher one. */
    public static Mark before(long horizon) {
        return new Mark(horizon, 0);
    }

    /** As {@link #text} wrote it. */
    public static Mark of(List<String> text) {
        return new Mark(Long.parseLong(text.get(0)), Long.parseLong(text.get(1)));
    }

    /** For cursors. */
    public List<String> text() {
        return List.of(Long.toString(horizon), Long.toString(position));
    }

    @Override
    public int compareTo(Mark other) {
        return ORDER.compare(this, other);
    }
}
