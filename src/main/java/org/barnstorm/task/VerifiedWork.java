package org.barnstorm.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** What others ask about the work of groups: results that somebody verified. What nobody had to look at does not count. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class VerifiedWork {
    private static final String SINCE = """
            select t.group_id, count(*) as results,
                   (array_agg(a.completed_at order by a.completed_at desc))[:needed] as decisive
            from assignment a
            join task t on t.id = a.task_id
            where a.status = 'VERIFIED' and a.verified_by is not null and a.completed_at >= :since
            %s
            group by t.group_id
            """;

    private static final String OF_ALL = SINCE.formatted("");
    private static final String OF_SOME = SINCE.formatted("and t.group_id = any(:groups)");

    private final Session database;

    VerifiedWork(Session database) {
        this.database = database;
    }

    /**
     * So many results.
     *
     * @param decisive when the one was done without which there were fewer than were asked about; null when there are
     */
    public record Tally(long count, Instant decisive) {
        public static final Tally NONE = new Tally(0, null);
    }

    /**
     * Of tasks of each of these groups themselves, done since a moment; groups without any are not in it.
     *
     * @param needed about how many it is asked which is decisive
     */
    public Map<UUID, Tally> since(Instant since, Collection<UUID> groupIds, int needed) {
        return byGroup(
                query(OF_SOME, since, needed).setParameter("groups", groupIds.toArray(UUID[]::new), UUID[].class));
    }

    /** The same of all groups: what was done is read once, however many groups there are. */
    public Map<UUID, Tally> since(Instant since, int needed) {
        return byGroup(query(OF_ALL, since, needed));
    }

    private NativeQuery<Tuple> query(String sql, Instant since, int needed) {
        return database.createNativeQuery(sql, Tuple.class)
                .addScalar("group_id", UUID.class)
                .addScalar("results", Long.class)
                .addScalar("decisive", Instant.class)
                .setParameter("since", since)
                .setParameter("needed", needed);
    }

    private static Map<UUID, Tally> byGroup(NativeQuery<Tuple> found) {
        return found.getResultStream()
                .collect(Collectors.toMap(
                        row -> row.get("group_id", UUID.class),
                        row -> new Tally(row.get("results", Long.class), row.get("decisive", Instant.class))));
    }
}
