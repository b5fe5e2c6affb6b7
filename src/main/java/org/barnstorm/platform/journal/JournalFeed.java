package org.barnstorm.platform.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/**
 * The journal for those who follow it. Unlike a page of a list, a reading always says where the next one begins: at the end
 * that is the oldest transaction still running, below which no row can appear any more.
 */
@ApplicationScoped
public class JournalFeed {
    private static final String BOUND =
            "select cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint) as bound";

    private static final String READ = """
            select id, type, subject_type, subject_id, seq, group_path, actor_id, mandate_id, request_id, at,
                   cast(data as text) as data, cast(cast(horizon as text) as bigint) as horizon, position
            from journal j
            where horizon < cast(:bound as xid8)
              and (horizon, position) > (cast(:horizon as xid8), :position)
              and group_id = any(:groups)
              and (:everything or type = any(:types) or subject_type = any(:types))
            order by j.horizon, j.position
            limit :most
            """;

    private static final String STIRRED = """
            select distinct group_path as path from journal
            where horizon >= cast(:since as xid8) and horizon < cast(:bound as xid8) and group_path is not null
            limit :most
            """;

    /** More groups than these are as good as all. */
    private static final int MANY = 500;

    private final Session database;
    private final Journal journal;

    JournalFeed(Session database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /** One change, and the place after it. */
    public record Row(Mark mark, JournalEntry entry) {}

    /**
     * What rows came since somebody looked.
     *
     * @param bound where the next look begins
     * @param paths of the groups that they are about
     * @param everywhere there are too many to name
     */
    public record Stir(long bound, List<String> paths, boolean everywhere) {}

    /** The horizon below which all rows there will ever be can be read now. It never falls. */
    @Transactional
    public long bound() {
        return database.createNativeQuery(BOUND, Long.class)
                .addScalar("bound", Long.class)
                .getSingleResult();
    }

    /**
     * The next changes in these groups, in order.
     *
     * @param types of changes ({@code task.created}) or of subjects ({@code task}); empty for all
     * @param bound rows below this horizon only, as {@link #bound} answered
     */
    @Transactional
    public List<Row> read(Collection<UUID> groups, Collection<String> types, Mark after, long bound, int most) {
        return database
                .createNativeQuery(READ, Tuple.class)
                .setParameter("bound", Long.toString(bound))
                .setParameter("horizon", Long.toString(after.horizon()))
                .setParameter("position", after.position())
                .setParameter("groups", groups.toArray(UUID[]::new), UUID[].class)
                .setParameter("everything", types.isEmpty())
                .setParameter("types", types.toArray(String[]::new), String[].class)
                .setParameter("most", most)
                .getResultList()
                .stream()
                .map(this::row)
                .toList();
    }

    private Row row(Tuple row) {
        var mark = new Mark(
                row.get("horizon", Number.class).longValue(),
                row.get("position", Number.class).longValue());
        return new Row(mark, journal.entry(row));
    }

    /** Where something happened since the bound of an earlier look. */
    @Transactional
    public Stir since(long earlier) {
        var bound = bound();
        if (bound == earlier) return new Stir(bound, List.of(), false);
        var paths = database.createNativeQuery(STIRRED, String.class)
                .addScalar("path", String.class)
                .setParameter("since", Long.toString(earlier))
                .setParameter("bound", Long.toString(bound))
                .setParameter("most", MANY)
                .getResultList();
        return new Stir(bound, paths, paths.size() == MANY);
    }
}
