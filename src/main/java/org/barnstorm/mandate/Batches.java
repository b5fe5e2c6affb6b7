package org.barnstorm.mandate;

import java.util.ArrayList;
import java.util.List;

/** Cuts what a large tree of grants has in it into pieces for one transaction each. */
final class Batches {
    private static final int SIZE = 200;

    private Batches() {}

    static <T> List<List<T>> of(List<T> all) {
        List<List<T>> batches = new ArrayList<>();
        for (var from = 0; from < all.size(); from += SIZE) {
            batches.add(all.subList(from, Math.min(from + SIZE, all.size())));
        }
        return batches;
    }
}
