package org.barnstorm.platform;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Where a job stands that has to look at much to find little: station by station, each page by page. One round looks at so
 * many pages, and the next goes on there. Every replica is on a tour of its own.
 */
public final class Tour {
    private static final Place START = new Place(new UUID(Long.MIN_VALUE, Long.MIN_VALUE), List.of());

    private final int pages;
    private volatile Place place = START;

    /** @param pages with something on them: so many in one round */
    public Tour(int pages) {
        this.pages = pages;
    }

    private record Place(UUID station, List<String> after) {}

    /**
     * A page that was looked at.
     *
     * @param due what is to be done of what is on it
     * @param last the sort key of the last row; empty when there was nothing on it
     */
    public record Page(List<UUID> due, List<String> last) {
        /** After the end of a station. */
        public static final Page NOTHING = new Page(List.of(), List.of());
    }

    /** Looks at a page of a station, after the row with this sort key; from its beginning when it is empty. */
    @FunctionalInterface
    public interface Look {
        Page at(UUID station, List<String> after);
    }

    /** Goes on to the end, or as far as one round goes. A round that fails is gone again. */
    void round(Collection<UUID> stations, Look look, Consumer<List<UUID>> act) {
        var left = pages;
        var begin = place;
        for (var station : new TreeSet<>(stations).tailSet(begin.station())) {
            var after = station.equals(begin.station()) ? begin.after() : List.<String>of();
            for (var page = look.at(station, after); !page.last().isEmpty(); page = look.at(station, after)) {
                act.accept(page.due());
                after = page.last();
                if (--left > 0) continue;
                place = new Place(station, after);
                return;
            }
        }
        place = START;
    }
}
