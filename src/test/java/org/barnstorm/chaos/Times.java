package org.barnstorm.chaos;

import java.util.Collection;
import org.barnstorm.chaos.client.Op;

/** How long requests took, in milliseconds. */
record Times(int count, double median, double p99, double longest) {
    static Times of(Collection<Op> ops) {
        var sorted = ops.stream()
                .mapToDouble(op -> (op.ended() - op.began()) / 1e6)
                .sorted()
                .toArray();
        if (sorted.length == 0) return new Times(0, 0, 0, 0);
        return new Times(
                sorted.length,
                sorted[sorted.length / 2],
                sorted[(int) (sorted.length * 0.99)],
                sorted[sorted.length - 1]);
    }

    String text() {
        return "%d; median %.0f ms, p99 %.0f ms, longest %.0f ms".formatted(count, median, p99, longest);
    }
}
