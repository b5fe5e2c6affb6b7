package org.barnstorm.platform.paging;

import java.util.List;
import java.util.UUID;

/**
 * Which part of a list is asked for: at most {@code limit} rows after the row with this sort key.
 *
 * @param after the sort key of the last row of the page before; empty for the first page
 */
public record Window(int limit, List<String> after) {
    /** One more than asked, to know whether there is a next page. */
    public int fetch() {
        return limit + 1;
    }

    public boolean isFirst() {
        return after.isEmpty();
    }

    /** The last id seen, for lists ordered by id alone; the lowest possible id on the first page. */
    public UUID afterId() {
        return isFirst() ? new UUID(0, 0) : UUID.fromString(after.get(after.size() - 1));
    }
}
