package org.barnstorm.task;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.barnstorm.platform.paging.Window;

/** Queries over rescues and calls. */
@ApplicationScoped
class RescueRepository implements PanacheRepositoryBase<Rescue, UUID> {
    /** Scheduled work at a place that begins soon, with a place free that somebody gave up since the last call. */
    private static final String NEEDED = """
            select t.id from task t
            where t.status = 'OPEN' and t.taken < t.capacity and not t.remote and t.latitude is not null
              and t.starts_at > now() and t.starts_at < now() + make_interval(secs => :window)
              and (:any or t.id = :task)
              and not exists (select 1 from rescue r where r.task_id = t.id and r.ended_at is null)
              and exists (
                  select 1 from assignment a
                  where a.task_id = t.id and a.status in ('RELEASED', 'EXPIRED', 'DECLINED')
                    and a.member_id is not null -- what an office did not take, nobody gave up
                    and not exists (select 1 from rescue r where r.task_id = t.id and r.called_at >= a.ended_at))
            order by t.starts_at, t.id
            limit :limit
            """;

    private static final String TO_END = """
            select r.id from rescue r
            join task t on t.id = r.task_id
            where r.ended_at is null and (r.until <= now() or t.status <> 'OPEN' or t.taken >= t.capacity)
            order by r.until, r.id
            limit :limit
            """;

    /** Of these people: those who could be there, who have not given this task up, and are invited if one has to be. */
    private static final String FREE = """
            select m.id as member_id,
                   (select count(*) from assignment v
                    where v.member_id = m.id and v.status = 'VERIFIED' and v.verified_by is not null) as verified,
                   (select count(*) from assignment r
                    where r.member_id = m.id and r.status in ('REJECTED', 'UNDONE') and r.ended_at > :since) as rejected,
                   (select count(*) from assignment l
                    where l.member_id = m.id and l.ended_at > :since
                      and (l.status = 'EXPIRED' and l.held_at is not null or l.status = 'NO_SHOW' or l.late)) as lapses,
                   (select count(*) from assignment o where o.member_id = m.id and o.status = 'HELD') as open
            from unnest(cast(:members as uuid[])) as m (id)
            join task t on t.id = :task
            where not exists (select 1 from assignment a where a.task_id = t.id and a.member_id = m.id)
              and not exists (
                  select 1 from assignment a
                  where a.member_id = m.id and a.status in ('HELD', 'DONE', 'VERIFIED') and a.busy && t.busy)
              and (t.audience <> 'INVITED' or exists (
                  select 1 from task_invitation i where i.task_id = t.id and i.member_id = m.id))
            """;

    /** Somebody who could be there, how reliable they have been, and what they have in hand. */
    record Free(UUID memberId, long verified, long rejected, long lapses, long open) {
        boolean hasRoom(TaskConfig.Limits limits) {
            return open < new TrackRecord(verified, rejected, lapses).claimLimit(limits);
        }
    }

    /** A call, and the task that it is about. */
    record Look(RescueCall call, Task task) {}

    /** Tasks that need a call. */
    List<UUID> needed(Duration window, int limit) {
        return needed(window, null, limit);
    }

    boolean isNeeded(UUID taskId, Duration window) {
        return !needed(window, taskId, 1).isEmpty();
    }

    private List<UUID> needed(Duration window, UUID taskId, int limit) {
        return getSession()
                .createNativeQuery(NEEDED, UUID.class)
                .addScalar("id", UUID.class)
                .setParameter("window", (double) window.toSeconds())
                .setParameter("any", taskId == null)
                .setParameter("task", taskId, UUID.class)
                .setParameter("limit", limit)
                .getResultList();
    }

    /** Calls that have come to an end, one way or the other. */
    List<UUID> toEnd(int limit) {
        return getSession()
                .createNativeQuery(TO_END, UUID.class)
                .addScalar("id", UUID.class)
                .setParameter("limit", limit)
                .getResultList();
    }

    List<Free> free(UUID taskId, Collection<UUID> memberIds, Instant since) {
        return getSession()
                .createNativeQuery(FREE, Free.class)
                .setParameter("task", taskId)
                .setParameter("members", memberIds.toArray(UUID[]::new), UUID[].class)
                .setParameter("since", since)
                .getResultList();
    }

    void call(Rescue rescue, List<UUID> memberIds) {
        persist(rescue);
        memberIds.forEach(member -> getSession().persist(new RescueCall(rescue, member)));
    }

    boolean isCalled(UUID taskId, UUID memberId) {
        return !getSession()
                .createNativeQuery(
                        "select 1 as called from rescue_call where task_id = :task and member_id = :member and until > now()",
                        Integer.class)
                .addScalar("called", Integer.class)
                .setParameter("task", taskId)
                .setParameter("member", memberId)
                .getResultList()
                .isEmpty();
    }

    /** Those of these tasks to which somebody is called and can still come. */
    Set<UUID> calling(UUID memberId, Collection<UUID> taskIds) {
        return Set.copyOf(getSession()
                .createNativeQuery(
                        "select task_id from rescue_call"
                                + " where task_id = any(:tasks) and member_id = :member and until > now()",
                        UUID.class)
                .addScalar("task_id", UUID.class)
                .setParameter("tasks", taskIds.toArray(UUID[]::new), UUID[].class)
                .setParameter("member", memberId)
                .getResultList());
    }

    /** Those of these people who are called and can still answer. */
    Set<UUID> calledAmong(UUID taskId, Collection<UUID> memberIds) {
        return Set.copyOf(getSession()
                .createNativeQuery(
                        "select member_id from rescue_call"
                                + " where task_id = :task and member_id = any(:members) and until > now()",
                        UUID.class)
                .setParameter("task", taskId)
                .setParameter("members", memberIds.toArray(UUID[]::new), UUID[].class)
                .getResultList());
    }

    /** Calls that this person can still answer, in the movements to which they still belong and where they are not suspended. */
    List<Look> callsOf(TaskRepository.Belonging who, Instant now, Window window) {
        return getSession()
                .createQuery("""
                        select c, t from RescueCall c join Task t on t.id = c.taskId
                        where c.memberId = :member and t.movementId in :movements and t.groupId not in :resting and c.until > :now and t.status = OPEN and t.taken < t.capacity
                          and c.id > :after and not exists (
                              select 1 from Assignment a
                              where a.taskId = c.taskId and a.memberId = c.memberId and a.status in :holding)
                        order by c.id
                        """, Look.class)
                .setParameter("movements", who.movements())
                .setParameter("resting", who.resting())
                .setParameter("member", who.memberId())
                .setParameter("now", now)
                .setParameter("holding", AssignmentStatus.HOLDING)
                .setParameter("after", window.afterId())
                .setMaxResults(window.fetch())
                .getResultList();
    }
}
