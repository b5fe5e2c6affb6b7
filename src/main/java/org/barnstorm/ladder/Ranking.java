package org.barnstorm.ladder;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;

/**
 * The best steps first: by their kind in the order of {@link Rung.Code}; of one kind those that are closest, then those
 * that lead to most. The same whatever the order in which they come.
 */
final class Ranking {
    /** Nobody reads more. */
    static final int MOST = 20;
    /** So that there is something to choose from. */
    static final int OF_A_KIND = 5;

    private static final Comparator<Rung> BEST_FIRST = Comparator.comparing(Rung::code)
            .thenComparing(Comparator.comparingLong(Rung::closeness).reversed())
            .thenComparing(Comparator.comparingInt(Rung::weight).reversed())
            .thenComparing(rung -> rung.about().course(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(rung -> rung.action().path())
            .thenComparing(rung -> String.valueOf(rung.about().group()));

    private Ranking() {}

    static List<Rung> best(Collection<Rung> rungs) {
        var ofKind = new EnumMap<Rung.Code, Integer>(Rung.Code.class);
        return rungs.stream()
                .sorted(BEST_FIRST)
                .filter(rung -> ofKind.merge(rung.code(), 1, Integer::sum) <= OF_A_KIND)
                .limit(MOST)
                .toList();
    }
}
