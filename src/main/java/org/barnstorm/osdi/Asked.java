package org.barnstorm.osdi;

import org.barnstorm.platform.paging.Leaf;
import org.barnstorm.platform.paging.Leaves;

/**
 * Which page of which list somebody asked for.
 *
 * @param path of the list, below the entry point
 * @param size at most {@link Leaf#LARGEST}, whatever was asked
 * @param filter as it was sent; null for none
 */
record Asked(String path, int page, int size, String filter) {
    static Asked of(String path, int page, int perPage, String filter) {
        return new Asked(path, page, Math.min(perPage, Leaf.LARGEST), filter);
    }

    Leaf leaf(Filter.Fields fields) {
        return Filter.read(filter, fields).leaf(page, size);
    }

    long pages(Leaves<?> found) {
        return (found.total() + size - 1) / size;
    }
}
