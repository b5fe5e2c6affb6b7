package org.barnstorm.platform.paging;

import java.util.List;
import java.util.function.Function;

/**
 * What a use case answers for a page: the items, and the sort key of the last one if there are more.
 *
 * @param key the values that a list is ordered by, as text, unique per row; null on the last page
 */
public record Slice<T>(List<T> items, List<String> key) {

    /**
     * Makes a slice from one row more than was asked for: the surplus row only tells that there is a next page.
     *
     * @param found up to {@code window.limit() + 1} rows in the list's order
     */
    public static <R, T> Slice<T> of(Window window, List<R> found, Function<R, List<String>> key, Function<R, T> view) {
        var more = found.size() > window.limit();
        var rows = more ? found.subList(0, window.limit()) : found;
        return new Slice<>(rows.stream().map(view).toList(), more ? key.apply(rows.get(rows.size() - 1)) : null);
    }
}
