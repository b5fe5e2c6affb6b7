package org.barnstorm.task;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.barnstorm.platform.Ids;
import org.barnstorm.platform.paging.Window;

/**
 * The places of tasks: the only code that makes assignments or changes how many places are taken. Locks are taken in the
 * order task, assignment, ids ascending.
 */
@ApplicationScoped
class PlaceRepository implements PanacheRepositoryBase<Assignment, UUID> {
    /**
     * Takes a place in one statement (design section 4). Whoever waits for the row re-evaluates the condition against
     * the row as it is then, so capacity holds without a retry; the row is locked only if there is a place. The caller
     * holds the member's lock, so that one person's requests take turns and none of them is made twice.
     */
    private static final String TAKE = """
            with place as (
                update task t set taken = taken + 1, fence = fence + 1
                where t.id = :task and t.taken < t.capacity and t.status = 'OPEN'
                  and (t.ends_at is null or t.ends_at > now())
                  and not exists (
                      select 1 from assignment a
                      where a.task_id = t.id and a.member_id = :member
                        and a.status in ('OFFERED', 'HELD', 'DONE', 'VERIFIED'))
                returning t.fence, coalesce(t.ends_at, now()) + make_interval(hours => t.lease_hours) as lease_until
            )
            insert into assignment (id, task_id, member_id, status, fence, assigned_by, lease_until)
            select :id, :task, :member, :status, place.fence, :assignedBy, place.lease_until
            from place
            returning *
            """;

    private static final String EXPIRED = """
            select id from assignment
            where status in ('OFFERED', 'HELD') and lease_until < now()
            order by lease_until, id
            limit :limit
            """;

    /** A task, and the hold of it that one member has, if they have one. */
    record Look(Task task, Assignment own) {}

    /**
     * Takes a place of an open task if there is one.
     *
     * @param assignedBy who offers it; null for a claim, which is held at once
     * @return the new hold, or nothing: full, not open, over, or the member has one already
     */
    Optional<Assignment> take(UUID taskId, UUID memberId, UUID assignedBy) {
        var status = assignedBy == null ? Assignment.Status.HELD : Assignment.Status.OFFERED;
        return getSession()
                .createNativeQuery(TAKE, Assignment.class)
                .setParameter("id", Ids.next())
                .setParameter("task", taskId)
                .setParameter("member", memberId)
                .setParameter("status", status.name())
                .setParameter("assignedBy", assignedBy, UUID.class)
                .getResultStream()
                .findFirst();
    }

    /** Makes the place of a hold that has ended free again. The caller holds the task's lock. */
    void free(Task task) {
        getSession()
                .createNativeMutationQuery("update task set taken = taken - 1 where id = :task")
                .setParameter("task", task.id())
                .executeUpdate();
    }

    /** Looks without a lock. */
    Optional<Look> look(UUID taskId, UUID memberId) {
        return getSession()
                .createQuery("""
                        select t, a from Task t
                        left join Assignment a on a.taskId = t.id and a.memberId = :member and a.status in :holding
                        where t.id = :task
                        """, Look.class)
                .setParameter("task", taskId)
                .setParameter("member", memberId)
                .setParameter("holding", Assignment.Status.HOLDING)
                .getResultStream()
                .findFirst();
    }

    /** Locks the task, then the hold, and reads both as they are now. */
    void lock(Task task, Assignment assignment) {
        getSession().refresh(task, LockModeType.PESSIMISTIC_WRITE);
        getSession().refresh(assignment, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Locks the task unless somebody else works on it; then the sweeper comes back later. */
    boolean lockTaskOrSkip(UUID taskId) {
        return !getSession()
                .createNativeQuery("select 1 from task where id = :id for update skip locked", Integer.class)
                .setParameter("id", taskId)
                .getResultList()
                .isEmpty();
    }

    List<UUID> leasesThatRanOut(int limit) {
        return getSession()
                .createNativeQuery(EXPIRED, UUID.class)
                .setParameter("limit", limit)
                .getResultList();
    }

    /** The holds of a task that have no result yet, locked, ids ascending. */
    List<Assignment> lockUnfinished(UUID taskId) {
        return find(
                        "taskId = ?1 and status in ?2 order by id",
                        taskId,
                        List.of(Assignment.Status.OFFERED, Assignment.Status.HELD))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    boolean involves(UUID taskId, UUID memberId) {
        return count("taskId = ?1 and memberId = ?2", taskId, memberId) > 0;
    }

    List<Assignment> ofTask(UUID taskId, Window window) {
        return find("taskId = ?1 and id > ?2 order by id", taskId, window.afterId())
                .range(0, window.limit())
                .list();
    }

    /** With the tasks, so that a list is one statement. */
    List<Look> ofMember(UUID memberId, Assignment.Status status, Window window) {
        return getSession()
                .createQuery("""
                        select t, a from Assignment a join Task t on t.id = a.taskId
                        where a.memberId = :member and (:any = true or a.status = :status) and a.id > :after
                        order by a.id
                        """, Look.class)
                .setParameter("member", memberId)
                .setParameter("any", status == null)
                .setParameter("status", status == null ? Assignment.Status.HELD : status)
                .setParameter("after", window.afterId())
                .setMaxResults(window.fetch())
                .getResultList();
    }

    /** The time that leases run by: the database's, which all replicas share. */
    Instant databaseTime() {
        return getSession()
                .createNativeQuery("select clock_timestamp()", Instant.class)
                .getSingleResult();
    }
}
