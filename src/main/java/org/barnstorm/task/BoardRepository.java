package org.barnstorm.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.barnstorm.platform.paging.Window;
import org.hibernate.Session;

/** How the tasks of a part of the tree stand, read without locks. */
@ApplicationScoped
class BoardRepository {
    /** A larger board is not counted as a whole: it would take longer than a reader waits. */
    private static final int MOST_COUNTED = 10_000;

    /**
     * On the board: what can be claimed, what somebody has not finished or waits to be verified, and what waits to be
     * released. Not "exists", which makes PostgreSQL read all assignments at once for a large branch; and the review is
     * looked up for waiting tasks alone, because the index does not have it.
     */
    private static final String ON_THE_BOARD = """
            t.group_id = any(:branch) and t.status <> 'DRAFT'
            and (t.status = 'OPEN' and (t.ends_at is null or t.ends_at > now())
                 or t.status = 'WAITING' and (select r.review = 'WAITING' from task r where r.id = t.id)
                 or (select true from assignment a
                     where a.task_id = t.id and a.status in ('OFFERED', 'HELD', 'DONE')
                     limit 1))
            """;

    /** First the ids, which an index has together with all that is asked. */
    private static final String PAGE =
            "select * from task where id in (select t.id from task t where " + ON_THE_BOARD + """
            and t.id > :after
            order by t.id
            limit :fetch) order by id
            """;

    /** The holds of a task {@code t}, by what has become of them. */
    private static final String COUNTS = """
            select count(*) filter (where a.status = 'OFFERED') as offered,
                   count(*) filter (where a.status = 'HELD') as held,
                   count(*) filter (where a.status = 'HELD'
                       and (a.warn_at is null or a.warn_at <= now() or t.starts_at <= now())) as late,
                   count(*) filter (where a.status = 'DONE') as to_verify,
                   count(*) filter (where a.status = 'VERIFIED') as verified,
                   count(*) filter (where a.status = 'EXPIRED' and a.held_at is not null) as lapses,
                   min(a.completed_at) filter (where a.status = 'DONE') as done_since
            from assignment a where a.task_id = t.id
            """;

    private static final String OF_TASKS = "select t.id, h.* from task t cross join lateral (" + COUNTS + """
            ) h
            where t.id = any(:tasks)
            """;

    private static final String TOTALS = """
            select count(*),
                   coalesce(sum(b.free), 0), coalesce(sum(b.offered), 0), coalesce(sum(b.held), 0),
                   coalesce(sum(b.late), 0), coalesce(sum(b.to_verify), 0), coalesce(sum(b.verified), 0),
                   count(*) filter (where b.done_since < :doneBefore),
                   count(*) filter (where b.free > 0 and b.lapses >= :tooMany),
                   count(*) filter (where b.free > 0
                       and (b.starts_at < :startsBefore or coalesce(b.opened_at, b.created_at) < :openedBefore)),
                   count(*) filter (where b.status = 'WAITING')
            from (
                select t.status, t.starts_at, t.opened_at, t.created_at, h.*,
                       case when t.status = 'OPEN' and (t.ends_at is null or t.ends_at > now())
                            then t.capacity - t.taken else 0 end as free
                from (select * from task t where\s""" + ON_THE_BOARD + """
                    limit :most
                ) t
                cross join lateral (""" + COUNTS + """
                ) h
            ) b
            """;

    /** What has become of the holds of a task. */
    record Counts(
            UUID taskId,
            long offered,
            long held,
            long late,
            long toVerify,
            long verified,
            long lapses,
            Instant doneSince) {}

    private final Session database;

    BoardRepository(Session database) {
        this.database = database;
    }

    List<Task> page(Set<UUID> branch, Window window) {
        return database.createNativeQuery(PAGE, Task.class)
                .setParameter("branch", ids(branch), UUID[].class)
                .setParameter("after", window.afterId())
                .setParameter("fetch", window.fetch())
                .getResultList();
    }

    Map<UUID, Counts> counts(Collection<UUID> tasks) {
        return database.createNativeQuery(OF_TASKS, Counts.class)
                .setParameter("tasks", ids(tasks), UUID[].class)
                .getResultStream()
                .collect(Collectors.toMap(Counts::taskId, Function.identity()));
    }

    /** The same for all of the board, with the rules of {@link Stuck} that need nothing else; null if it is too large. */
    BoardTotals totals(Set<UUID> branch, Stuck.Patience patience, Instant now) {
        var row = database.createNativeQuery(TOTALS, Object[].class)
                .setParameter("branch", ids(branch), UUID[].class)
                .setParameter("most", MOST_COUNTED + 1)
                .setParameter("tooMany", Stuck.TOO_MANY_LAPSES)
                .setParameter("doneBefore", now.minus(patience.verification()))
                .setParameter("startsBefore", now.plus(patience.start()))
                .setParameter("openedBefore", now.minus(patience.claim()))
                .getSingleResult();
        if (number(row[0]) > MOST_COUNTED) return null;
        var places = new BoardPlaces(
                number(row[1]), number(row[2]), number(row[3]), number(row[4]), number(row[5]), number(row[6]));
        return new BoardTotals(number(row[0]), places, number(row[7]), number(row[8]), number(row[9]), number(row[10]));
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    private static UUID[] ids(Collection<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }
}
