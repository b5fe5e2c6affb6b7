package org.barnstorm.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** Which tasks wait for which. What done means is the function {@code task_is_done} of the database. */
@ApplicationScoped
class NeedRepository {
    private static final String BEYOND = """
            with recursive reached (id) as (
                select unnest(cast(:ids as uuid[]))
                union
                select need.id
                from reached r
                join task t on t.id = r.id
                cross join lateral unnest(t.needs) as need (id)
            )
            select t.id as task, need.id as needs
            from reached r
            join task t on t.id = r.id
            cross join lateral unnest(t.needs) as need (id)
            """;

    private static final String READY = """
            select t.id from task t
            where t.status = 'WAITING' and t.review is distinct from 'WAITING'
              and (t.ends_at is null or t.ends_at > now())
              and not exists (select 1 from unnest(t.needs) as need (id) where not task_is_done(need.id))
            order by t.id
            limit :limit
            """;

    private static final String STUCK = """
            select t.id from task t
            where t.status = 'WAITING' and t.blocked_at is null
              and (t.ends_at <= now() or exists (
                  select 1 from unnest(t.needs) as need (id) join task n on n.id = need.id
                  where n.status = 'CANCELLED' and not task_is_done(n.id)))
            order by t.id
            limit :limit
            """;

    /** A task that another needs, and whether it is done. */
    record Needed(Task task, boolean done) {
        boolean isHopeless() {
            return !done && task.status() == Task.Status.CANCELLED;
        }
    }

    private final Session database;

    NeedRepository(Session database) {
        this.database = database;
    }

    /** These tasks as they are now, ids ascending. */
    List<Needed> look(Collection<UUID> ids) {
        if (ids.isEmpty()) return List.of();
        return database.createQuery(
                        "select t, function('task_is_done', t.id) from Task t where t.id in :ids order by t.id",
                        Object[].class)
                .setParameter("ids", ids)
                .getResultStream()
                .map(row -> new Needed((Task) row[0], (Boolean) row[1]))
                .toList();
    }

    /**
     * What these tasks need, and what those need, and so on, as it is now: not as entities, which would be as they were
     * when this transaction first saw them.
     */
    Map<UUID, List<UUID>> beyond(Collection<UUID> ids) {
        return database.createNativeQuery(BEYOND, Object[].class)
                .setParameter("ids", ids.toArray(UUID[]::new), UUID[].class)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> (UUID) row[0], Collectors.mapping(row -> (UUID) row[1], Collectors.toList())));
    }

    /**
     * Until the transaction ends, nobody else changes what tasks of this movement need. Two changes that are harmless one
     * by one can close a circle together, and the tasks that each of them locks may have none in common.
     */
    void takeTurns(UUID movementId) {
        database.createNativeQuery(
                        "select 1 as turn from pg_advisory_xact_lock(hashtextextended(:movement, 0))", Integer.class)
                .addScalar("turn", Integer.class)
                .setParameter("movement", "needs of " + movementId)
                .getSingleResult();
    }

    /** Waiting tasks whose needs are all done, and that nobody has to look at first. */
    List<UUID> ready(int limit) {
        return ids(READY, limit);
    }

    /** Waiting tasks that will not open by themselves, and whose organisers have not been told. */
    List<UUID> stuck(int limit) {
        return ids(STUCK, limit);
    }

    private List<UUID> ids(String query, int limit) {
        return database.createNativeQuery(query, UUID.class)
                .addScalar("id", UUID.class)
                .setParameter("limit", limit)
                .getResultList();
    }
}
