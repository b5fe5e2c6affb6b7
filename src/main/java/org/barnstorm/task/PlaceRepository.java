package org.barnstorm.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.barnstorm.platform.Ids;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/**
 * The places of tasks: the only code that makes assignments or changes how many places are taken. Locks are taken in the
 * order task, assignment, ids ascending.
 */
@ApplicationScoped
class PlaceRepository {
    /**
     * Makes the holds of one member those of another, who are one person; neither the state of a hold nor how many places are taken
     * changes. What both did in the same task or at the same time, and somebody verified, stays.
     */
    static final String CARRY_OVER = """
            update assignment a
            set member_id = :stays, version = a.version + 1,
                handover_to = nullif(a.handover_to, :stays),
                handover_until = case when a.handover_to = :stays then null else a.handover_until end
            where a.member_id = :gone and not exists (
                select 1 from assignment own
                where own.member_id = :stays and own.status = 'VERIFIED' and a.status = 'VERIFIED'
                  and (own.task_id = a.task_id or own.busy && a.busy))
            """;

    /**
     * Takes a place in one statement (design section 4). Whoever waits for the row re-evaluates the condition against
     * the row as it is then, so capacity holds without a retry; the row is locked only if there is a place. The caller
     * holds the member's lock, so that one person's requests take turns: what they hold already, and when, is final.
     */
    private static final String TAKE = """
            with place as (
                update task t set taken = taken + 1, fence = fence + 1
                where t.id = :task and t.taken < t.capacity and t.status = 'OPEN'
                  and (not :held or t.version = :version)
                  and (t.ends_at is null or t.ends_at > now())
                  and not exists (
                      select 1 from assignment a
                      where a.task_id = t.id and a.member_id = :member
                        and a.status in ('OFFERED', 'HELD', 'DONE', 'VERIFIED'))
                  and (not :held or (
                      select count(*) from assignment a where a.member_id = :member and a.status = 'HELD') < :limit)
                  and (not :held or t.busy is null or not exists (
                      select 1 from assignment a
                      where a.member_id = :member and a.status in ('HELD', 'DONE', 'VERIFIED')
                        and a.busy && t.busy))
                returning t.fence, t.revision, t.starts_at, t.ends_at, t.lease_hours, t.busy
            ),
            lease as (
                select place.*,
                       case when :held then coalesce(ends_at, now()) + make_interval(hours => lease_hours)
                            else least(now() + make_interval(secs => coalesce(:offer, lease_hours * 3600.0)),
                                       case when starts_at is not null
                                            then greatest(starts_at, now() + interval '30 minutes') end)
                       end as until
                from place
            )
            insert into assignment (id, task_id, member_id, status, fence, source, assigned_by, revision, lease_until,
                                    expires_at, warn_at, held_at, busy)
            select :id, :task, :member, case when :held then 'HELD' else 'OFFERED' end, fence, :source, :assignedBy,
                   revision, until,
                   case when :held then until + make_interval(secs => :grace) else until end,
                   case when :held then until - least((until - now()) / 4, make_interval(secs => :warnBefore)) end,
                   case when :held then now() end,
                   busy
            from lease
            returning *
            """;

    /** So many places at once, in one statement: all of them, or none when there are not enough. */
    private static final String TAKE_SEVERAL = """
            with place as (
                update task t set taken = taken + :count, fence = fence + :count
                where t.id = :task and t.taken + :count <= t.capacity and t.status = 'OPEN'
                  and (t.ends_at is null or t.ends_at > now())
                returning t.*
            )
            insert into assignment (id, task_id, member_id, status, fence, source, assigned_by, revision, lease_until,
                                    expires_at, busy, office_role, office_group_id)
            select hold.id, place.id, hold.member_id, 'OFFERED', place.fence - :count + hold.number, :source, :assignedBy,
                   place.revision, :until, :until, place.busy, :role, :office
            from place
            cross join unnest(:ids, :members) with ordinality as hold (id, member_id, number)
            returning *
            """;

    /** Another hold of the place that an old one has: the fence rises, the count stays. What was done stays done. */
    private static final String PASS = """
            with place as (
                update task set fence = fence + 1 where id = :task returning *
            )
            insert into assignment (id, task_id, member_id, status, fence, source, assigned_by, revision, lease_until,
                                    expires_at, warn_at, held_at, busy, steps_done, office_role, office_group_id)
            select :id, place.id, :member, :status, place.fence, :source, :assignedBy, place.revision, :until,
                   :expiresAt, :warnAt, :heldAt, place.busy, old.steps_done, :role, :office
            from place
            join assignment old on old.id = :old and old.task_id = place.id
            returning *
            """;

    private final Session database;
    private final TaskConfig config;

    PlaceRepository(Session database, TaskConfig config) {
        this.database = database;
        this.config = config;
    }

    /**
     * Takes a place for whoever asks for it themselves, if there is one and they may have one more.
     *
     * @param task as it was when they were admitted: if an edit came in between, they get nothing and ask again
     * @param limit how many claims they may have open, this one included
     * @return the new hold, or nothing: full, not open, over, or the member has this, too many, or one at that time
     */
    Optional<Assignment> claim(Task task, UUID memberId, int limit) {
        return take(task.id(), memberId, Source.CLAIM, null)
                .setParameter("held", true)
                .setParameter("version", task.version())
                .setParameter("limit", limit)
                .setParameter("offer", null, Double.class)
                .getResultList()
                .stream()
                .findFirst();
    }

    /**
     * Takes a place for somebody who then says yes or no.
     *
     * @param by who offers it; null when the service does
     * @param openFor how long they have to answer; null for as long as a lease of the task lasts, or until it begins
     */
    Optional<Assignment> offer(UUID taskId, UUID memberId, Source source, UUID by, Duration openFor) {
        return take(taskId, memberId, source, by)
                .setParameter("held", false)
                .setParameter("version", 0)
                .setParameter("limit", 0)
                .setParameter("offer", openFor == null ? null : (double) openFor.toSeconds(), Double.class)
                .getResultList()
                .stream()
                .findFirst();
    }

    private NativeQuery<Assignment> take(UUID taskId, UUID memberId, Source source, UUID by) {
        return database.createNativeQuery(TAKE, Assignment.class)
                .setParameter("id", Ids.next())
                .setParameter("task", taskId)
                .setParameter("member", memberId)
                .setParameter("source", source.name())
                .setParameter("assignedBy", by, UUID.class)
                .setParameter("grace", (double) config.grace().toSeconds())
                .setParameter("warnBefore", (double) config.warnBefore().toSeconds());
    }

    /**
     * Takes a place for each of these people, who then say yes or no. The caller holds their locks and the task's, and has
     * made sure that there are so many places and that nobody of them has one.
     */
    List<Assignment> offerAll(Task task, List<UUID> memberIds, UUID by, Lease lease) {
        return memberIds.isEmpty() ? List.of() : takeSeveral(task, memberIds, Source.OFFER, null, by, lease);
    }

    /** Takes a place that then waits for whoever holds an office, if there is one. */
    Optional<Assignment> offerToOffice(Task task, Office office, UUID by, Lease lease) {
        return takeSeveral(task, Collections.singletonList(null), Source.OFFICE, office, by, lease).stream()
                .findFirst();
    }

    private List<Assignment> takeSeveral(
            Task task, List<UUID> memberIds, Source source, Office office, UUID by, Lease lease) {
        var ids = Stream.generate(Ids::next).limit(memberIds.size()).toArray(UUID[]::new);
        return withOffice(database.createNativeQuery(TAKE_SEVERAL, Assignment.class), office)
                .setParameter("task", task.id())
                .setParameter("count", ids.length)
                .setParameter("ids", ids, UUID[].class)
                .setParameter("members", memberIds.toArray(UUID[]::new), UUID[].class)
                .setParameter("source", source.name())
                .setParameter("assignedBy", by)
                .setParameter("until", lease.until())
                .getResultList();
    }

    /**
     * Lets another hold have the place of this one, which the caller then ends as moved there: the place is never free in
     * between. The caller holds the locks of the task and the old hold, and of the person who gets it.
     */
    Assignment pass(Assignment old, NextHold next) {
        return withOffice(database.createNativeQuery(PASS, Assignment.class), next.office())
                .setParameter("old", old.id())
                .setParameter("task", old.taskId())
                .setParameter("id", Ids.next())
                .setParameter("member", next.memberId(), UUID.class)
                .setParameter("status", next.status().name())
                .setParameter("source", next.source().name())
                .setParameter("assignedBy", next.assignedBy(), UUID.class)
                .setParameter("until", next.lease().until())
                .setParameter("expiresAt", next.lease().expiresAt())
                .setParameter("warnAt", next.lease().warnAt(), Instant.class)
                .setParameter("heldAt", next.heldAt(), Instant.class)
                .getSingleResult();
    }

    private static NativeQuery<Assignment> withOffice(NativeQuery<Assignment> query, Office office) {
        var role =
                office == null || office.role() == null ? null : office.role().name();
        return query.setParameter("role", role, String.class)
                .setParameter("office", office == null ? null : office.groupId(), UUID.class);
    }

    /**
     * Makes places of holds that have ended free again. The caller holds the task's lock. Use {@link WaitList#free},
     * unless nobody can have the place any more: the next one waits for it.
     */
    void free(Task task, int count) {
        database.createNativeMutationQuery("update task set taken = taken - :count where id = :task")
                .setParameter("task", task.id())
                .setParameter("count", count)
                .executeUpdate();
    }

    /** How many places could be taken now. The caller holds the task's lock, so that it stays so. */
    int open(Task task) {
        return database.createNativeQuery("""
                        select case when status = 'OPEN' and (ends_at is null or ends_at > now())
                               then capacity - taken else 0 end as places
                        from task where id = :task
                        """, Integer.class)
                .addScalar("places", Integer.class)
                .setParameter("task", task.id())
                .getSingleResult();
    }

    /** After the task's time changed: when its holders are busy, and until when those who have not finished hold it. */
    void reschedule(Task task) {
        database.createNativeMutationQuery("""
                        update assignment a
                        set version = a.version + 1,
                            busy = t.busy,
                            lease_until = case when a.status = 'HELD' then l.until + make_interval(hours => t.lease_hours * a.extensions) else a.lease_until end,
                            expires_at = case when a.status = 'HELD' then l.until + make_interval(hours => t.lease_hours * a.extensions) + (a.expires_at - a.lease_until)
                                              else a.expires_at end,
                            warn_at = case when a.status = 'HELD'
                                then l.until + make_interval(hours => t.lease_hours * a.extensions)
                                     - least((l.until - now()) / 4, make_interval(secs => :warnBefore)) end
                        from task t
                        cross join lateral (
                            select coalesce(t.ends_at, now()) + make_interval(hours => t.lease_hours) as until
                        ) as l
                        where t.id = :task and a.task_id = t.id
                          and a.status in ('OFFERED', 'HELD', 'DONE', 'VERIFIED')
                        """)
                .setParameter("task", task.id())
                .setParameter("warnBefore", (double) config.warnBefore().toSeconds())
                .executeUpdate();
    }

    /** Locks the task, then the hold, and reads both as they are now. */
    void lock(Task task, Assignment assignment) {
        database.refresh(task, LockModeType.PESSIMISTIC_WRITE);
        database.refresh(assignment, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Locks the hold alone, for what concerns nobody's place. */
    void lock(Assignment assignment) {
        database.refresh(assignment, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Locks tasks, ids ascending. */
    void lockTasks(Collection<UUID> taskIds) {
        database.createNativeQuery("select id from task where id = any(:ids) order by id for update", UUID.class)
                .addScalar("id", UUID.class)
                .setParameter("ids", taskIds.toArray(UUID[]::new), UUID[].class)
                .getResultList();
    }

    /** Locks holds and reads them as they are now, ids ascending. The caller holds their tasks' locks. */
    List<Assignment> lockHolds(Collection<UUID> ids) {
        return database.createNativeQuery(
                        "select * from assignment where id = any(:ids) order by id for update", Assignment.class)
                .setParameter("ids", ids.toArray(UUID[]::new), UUID[].class)
                .getResultList();
    }

    /** Locks the task unless somebody else works on it; then the sweeper comes back later. */
    boolean lockTaskOrSkip(UUID taskId) {
        return !database.createNativeQuery(
                        "select 1 as locked from task where id = :id for update skip locked", Integer.class)
                .addScalar("locked", Integer.class)
                .setParameter("id", taskId)
                .getResultList()
                .isEmpty();
    }

    /** The holds of a task that have no result yet, locked, ids ascending. */
    List<Assignment> lockUnfinished(UUID taskId) {
        return database.createQuery("from Assignment where taskId = ?1 and status in ?2 order by id", Assignment.class)
                .setParameter(1, taskId)
                .setParameter(2, List.of(AssignmentStatus.OFFERED, AssignmentStatus.HELD))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }
}
