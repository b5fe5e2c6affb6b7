package org.barnstorm.ladder;

import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.barnstorm.platform.paging.Slice;
import org.barnstorm.platform.paging.Window;

/**
 * A list of few people among many, page by page: each page looks at no more than {@link #REACH} people, in the order of
 * their ids. So it costs the same in a town and in a country; in a country a page can have few people or none and yet not
 * be the last.
 */
final class Walk {
    /** A town is looked at in one go. */
    static final int REACH = 1000;

    private Walk() {}

    /** @param scanned the next REACH people, or all that are left */
    static Slice<UUID> slice(Window window, List<UUID> scanned, Predicate<UUID> wanted) {
        var found = scanned.stream().filter(wanted).limit(window.fetch()).toList();
        if (found.size() > window.limit()) {
            var page = found.subList(0, window.limit());
            return new Slice<>(page, List.of(page.get(page.size() - 1).toString()));
        }
        var last = scanned.size() < REACH ? null : scanned.get(scanned.size() - 1);
        return new Slice<>(found, last == null ? null : List.of(last.toString()));
    }
}
