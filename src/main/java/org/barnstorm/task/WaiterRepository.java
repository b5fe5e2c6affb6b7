package org.barnstorm.task;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.barnstorm.platform.paging.Window;

/** Queries over wait lists. */
@ApplicationScoped
class WaiterRepository implements PanacheRepositoryBase<Waiter, UUID> {
    /** Entries with their task, the offer if there is one, and how many of those who still wait come before. */
    private static final String LINES = """
            select w, t, a, (select count(*) from Waiter o
                             where o.taskId = w.taskId and o.status = WAITING and o.position < w.position)
            from Waiter w
            join Task t on t.id = w.taskId
            left join Assignment a on a.id = w.assignmentId
            """;

    private static final String OVER = """
            select distinct w.task_id from waiter w
            join task t on t.id = w.task_id
            where w.status = 'WAITING' and t.ends_at <= now()
            limit :limit
            """;

    private static final String OFFERABLE = """
            select distinct w.task_id from waiter w
            join task t on t.id = w.task_id
            where w.status = 'WAITING' and t.status = 'OPEN' and t.taken < t.capacity
              and (t.ends_at is null or t.ends_at > now())
            limit :limit
            """;

    /** What a line of a list shows. */
    record Line(Waiter waiter, Task task, Assignment offer, long ahead) {}

    /** The entry of somebody who waits for this task, or has an offer from its list. */
    Optional<Waiter> live(UUID taskId, UUID memberId) {
        return find("taskId = ?1 and memberId = ?2 and status in ?3", taskId, memberId, WaiterStatus.LIVE)
                .firstResultOptional();
    }

    /** Everybody of whom this is true. */
    List<Waiter> live(UUID taskId) {
        return list(
                "from Waiter w where w.taskId = ?1 and w.status in ?2 order by w.position", taskId, WaiterStatus.LIVE);
    }

    /** Whether {@link #live(UUID, UUID)} would find one, without reading it before the task is locked. */
    boolean waits(UUID taskId, UUID memberId) {
        return count("taskId = ?1 and memberId = ?2 and status in ?3", taskId, memberId, WaiterStatus.LIVE) > 0;
    }

    /** Whose turn it is. */
    Optional<Waiter> next(UUID taskId) {
        return find("from Waiter w where w.taskId = ?1 and w.status = WAITING order by w.position", taskId)
                .page(0, 1)
                .firstResultOptional();
    }

    List<Waiter> waiting(UUID taskId) {
        return list("from Waiter w where w.taskId = ?1 and w.status = WAITING order by w.position", taskId);
    }

    Optional<Waiter> withOffer(UUID assignmentId) {
        return find("assignmentId = ?1", assignmentId).firstResultOptional();
    }

    long liveOf(UUID memberId) {
        return count("memberId = ?1 and status in ?2", memberId, WaiterStatus.LIVE);
    }

    /** Tasks that are over, and for which people still wait. */
    List<UUID> over(int limit) {
        return tasks(OVER, limit);
    }

    /** Tasks with free places, for which people wait. */
    List<UUID> offerable(int limit) {
        return tasks(OFFERABLE, limit);
    }

    private List<UUID> tasks(String query, int limit) {
        return getSession()
                .createNativeQuery(query, UUID.class)
                .addScalar("task_id", UUID.class)
                .setParameter("limit", limit)
                .getResultList();
    }

    Line line(UUID id) {
        return lines("where w.id = ?1").setParameter(1, id).getSingleResult();
    }

    /** Who waits for a task or has an offer from its list, in order. */
    List<Line> ofTask(UUID taskId, Window window) {
        return lines("where w.taskId = ?1 and w.status in ?2 and w.position > ?3 order by w.position")
                .setParameter(1, taskId)
                .setParameter(2, WaiterStatus.LIVE)
                .setParameter(
                        3, window.isFirst() ? 0 : Long.parseLong(window.after().get(0)))
                .setMaxResults(window.fetch())
                .getResultList();
    }

    List<Line> ofMember(UUID memberId, Window window) {
        return lines("where w.memberId = ?1 and w.status in ?2 and w.id > ?3 order by w.id")
                .setParameter(1, memberId)
                .setParameter(2, WaiterStatus.LIVE)
                .setParameter(3, window.afterId())
                .setMaxResults(window.fetch())
                .getResultList();
    }

    private TypedQuery<Line> lines(String which) {
        return getSession().createQuery(LINES + which, Line.class);
    }
}
