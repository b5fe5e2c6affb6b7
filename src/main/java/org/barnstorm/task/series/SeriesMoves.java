package org.barnstorm.task.series;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.platform.journal.Event;
import org.barnstorm.platform.journal.Journal;

/** Series are standing orders of their group, and go on with it in another. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class SeriesMoves {
    private final SeriesRepository series;
    private final Journal journal;

    SeriesMoves(SeriesRepository series, Journal journal) {
        this.series = series;
        this.journal = journal;
    }

    /** Codes of the kinds of work that series of a group make. */
    public List<String> kinds(GroupRef group) {
        return series.runningKinds(group.id());
    }

    /**
     * Moves some that have not ended; waits for a round that makes tasks of one.
     *
     * @return how many; 0 when all are there
     */
    public int move(GroupRef from, GroupRef into, UUID move, int most) {
        var ids = series.lockRunning(from.id(), most);
        if (ids.isEmpty()) return 0;
        series.moveTo(into.id(), ids);
        journal.appendAll(ids.stream()
                .map(id -> new Event("series.moved", id, into.id(), into.path().value(), null, null).with("move", move))
                .toList());
        return ids.size();
    }
}
