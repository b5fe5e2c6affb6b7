package org.barnstorm.task;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.barnstorm.platform.Rows;
import org.barnstorm.platform.paging.Window;

/** Reading holds, mostly without locks. {@link PlaceRepository} makes and locks them. */
@ApplicationScoped
class HoldRepository implements PanacheRepositoryBase<Assignment, UUID> {
    private static final String DUE = """
            select id from assignment
            where status in ('OFFERED', 'HELD') and expires_at < now()
            order by expires_at, id
            limit :limit
            """;

    private static final String TO_WARN = """
            select id from assignment
            where status = 'HELD' and warn_at < now()
            order by warn_at, id
            limit :limit
            """;

    private static final String OVERLAPPING = """
            select a.* from assignment a
            where a.member_id = :member and a.status in ('HELD', 'DONE', 'VERIFIED') and a.task_id <> :task
              and a.busy && (select t.busy from task t where t.id = :task)
            order by a.busy
            limit 1
            """;

    private static final String TO_VERIFY = """
            select a.id from assignment a join task t on t.id = a.task_id
            where a.status = 'DONE' and t.group_id = any(:groups) and a.member_id <> :own
              and (a.completed_at, a.id) > (:at, :id) and (:everything or %s)
            order by a.completed_at, a.id
            limit :fetch
            """.formatted(LimitedReach.within("t"));

    /** Each person's latest hold of a task that was ever theirs, if it was when the work began. */
    private static final String GUESTS = """
            select * from (
                select distinct on (member_id) * from assignment
                where task_id = :task and member_id > :after and held_at is not null
                order by member_id, fence desc
            ) as latest
            where status in ('HELD', 'DONE', 'VERIFIED', 'EXPIRED', 'NO_SHOW')
            order by member_id
            limit :fetch
            """;

    /** The numbers of a {@link TrackRecord}; {@link RescueRepository} asks for those of many people in the same words. */
    private static final String RECORD = """
            (select count(*) from Assignment v
             where v.memberId = :member and v.status = VERIFIED and v.verifiedBy is not null),
            (select count(*) from Assignment r
             where r.memberId = :member and r.status in (REJECTED, UNDONE) and r.endedAt > :since),
            (select count(*) from Assignment l
             where l.memberId = :member and l.endedAt > :since
               and (l.status = EXPIRED and l.heldAt is not null or l.status = NO_SHOW or l.late))
            """;

    private static final String PROSPECT = "select t, a, " + RECORD + """
            from Task t
            left join Assignment a on a.taskId = t.id and a.memberId = :member
                and a.status in (OFFERED, HELD, DONE, VERIFIED)
            where t.id = :task
            """;

    /** The same numbers, and how many claims are open, of {@code who}, an id and since when. */
    static final String COUNTS = """
            (select count(*) from assignment v
                    where v.member_id = who.id and v.status = 'VERIFIED' and v.verified_by is not null) as verified,
                   (select count(*) from assignment r
                    where r.member_id = who.id and r.status in ('REJECTED', 'UNDONE') and r.ended_at > who.since) as rejected,
                   (select count(*) from assignment l
                    where l.member_id = who.id and l.ended_at > who.since
                      and (l.status = 'EXPIRED' and l.held_at is not null or l.status = 'NO_SHOW' or l.late)) as lapses,
                   (select count(*) from assignment h where h.member_id = who.id and h.status = 'HELD') as open
            """;

    private static final String LOAD =
            "select " + COUNTS + "from (select cast(? as uuid) as id, cast(? as timestamptz) as since) as who";

    private final Rows rows;

    HoldRepository(Rows rows) {
        this.rows = rows;
    }

    /** A task, and the hold of it that one member has, if they have one. */
    record Look(Task task, Assignment own) {}

    /** The same, and how reliable the member has been. */
    record Prospect(Task task, Assignment own, long verified, long rejected, long lapses) {
        TrackRecord record() {
            return new TrackRecord(verified, rejected, lapses);
        }
    }

    /** Looks without a lock. */
    Optional<Look> look(UUID taskId, UUID memberId) {
        return getSession()
                .createQuery("""
                        select t, a from Task t
                        left join Assignment a on a.taskId = t.id and a.memberId = :member and a.status in (OFFERED, HELD, DONE, VERIFIED)
                        where t.id = :task
                        """, Look.class)
                .setParameter("task", taskId)
                .setParameter("member", memberId)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Looks without a lock at what a claim of this member depends on. */
    Optional<Prospect> prospect(UUID taskId, UUID memberId, Instant since) {
        return getSession()
                .createQuery(PROSPECT, Prospect.class)
                .setParameter("task", taskId)
                .setParameter("member", memberId)
                .setParameter("since", since)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** The same numbers as a prospect has, for who has no particular task in mind. Of what has been written. */
    Load load(UUID memberId, Instant since) {
        return rows.read(
                        LOAD,
                        statement -> {
                            statement.setObject(1, memberId);
                            statement.setObject(2, Rows.moment(since));
                        },
                        Load::of)
                .get(0);
    }

    /** What this member is doing now, oldest first: the claims that count against their limit. */
    List<Look> openClaims(UUID memberId) {
        return getSession()
                .createQuery("""
                        select t, a from Assignment a join Task t on t.id = a.taskId
                        where a.memberId = :member and a.status = HELD order by a.id
                        """, Look.class)
                .setParameter("member", memberId)
                .getResultList();
    }

    /** A place that this member has at the time of the task, or on the way to it. */
    Optional<Assignment> overlapping(UUID taskId, UUID memberId) {
        return getSession()
                .createNativeQuery(OVERLAPPING, Assignment.class)
                .setParameter("task", taskId)
                .setParameter("member", memberId)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** How many holders of the task could not be there at the task's new time, because they hold another place then. */
    long wouldBeDoubleBooked(UUID taskId) {
        return getSession()
                .createNativeQuery("""
                        select count(*) as clashes from assignment mine
                        join task t on t.id = mine.task_id
                        where mine.task_id = :task and mine.status in ('HELD', 'DONE', 'VERIFIED') and exists (
                            select 1 from assignment other
                            where other.member_id = mine.member_id and other.id <> mine.id
                              and other.status in ('HELD', 'DONE', 'VERIFIED')
                              and other.busy && t.busy)
                        """, Long.class)
                .addScalar("clashes", Long.class)
                .setParameter("task", taskId)
                .getSingleResult();
    }

    /** Holds whose lease and grace are over. */
    List<UUID> due(int limit) {
        return ids(DUE, limit);
    }

    /** Holds whose lease ends soon, and whose holders have not been told. */
    List<UUID> toWarn(int limit) {
        return ids(TO_WARN, limit);
    }

    private List<UUID> ids(String query, int limit) {
        return getSession()
                .createNativeQuery(query, UUID.class)
                .addScalar("id", UUID.class)
                .setParameter("limit", limit)
                .getResultList();
    }

    /** Those of these tasks in which somebody has or had a place. */
    Set<UUID> involving(UUID memberId, Collection<UUID> taskIds) {
        return Set.copyOf(getSession()
                .createQuery("select distinct taskId from Assignment where memberId = ?1 and taskId in ?2", UUID.class)
                .setParameter(1, memberId)
                .setParameter(2, taskIds)
                .getResultList());
    }

    List<Assignment> ofTask(UUID taskId, Window window) {
        return find("taskId = ?1 and id > ?2 order by id", taskId, window.afterId())
                .range(0, window.limit())
                .list();
    }

    List<Assignment> guests(UUID taskId, Window window) {
        return getSession()
                .createNativeQuery(GUESTS, Assignment.class)
                .setParameter("task", taskId)
                .setParameter("after", window.afterId())
                .setParameter("fetch", window.fetch())
                .getResultList();
    }

    /** The one that this person had last, if one was ever theirs. */
    Optional<Assignment> latest(UUID taskId, UUID memberId) {
        return find("taskId = ?1 and memberId = ?2 and heldAt is not null order by fence desc", taskId, memberId)
                .firstResultOptional();
    }

    /** With the tasks, so that a list is one statement. */
    List<Look> ofMember(UUID memberId, AssignmentStatus status, Window window) {
        return getSession()
                .createQuery("""
                        select t, a from Assignment a join Task t on t.id = a.taskId
                        where a.memberId = :member and (:any = true or a.status = :status) and a.id > :after
                        order by a.id
                        """, Look.class)
                .setParameter("member", memberId)
                .setParameter("any", status == null)
                .setParameter("status", status == null ? AssignmentStatus.HELD : status)
                .setParameter("after", window.afterId())
                .setMaxResults(window.fetch())
                .getResultList();
    }

    /** How many results of this person stand: neither rejected nor undone. */
    long results(UUID memberId) {
        return count("memberId = ?1 and status in ?2", memberId, AssignmentStatus.RESULTS);
    }

    /** Whether results of this task stand. The caller holds the task's lock. */
    boolean hasResults(UUID taskId) {
        return count("taskId = ?1 and status in ?2", taskId, AssignmentStatus.RESULTS) > 0;
    }

    /**
     * Results in these groups that wait to be verified, but for this member's own, oldest first.
     *
     * @param narrow those of these tasks alone; null for all
     */
    List<Look> toVerify(Set<UUID> groupIds, LimitedReach.Narrow narrow, UUID notOf, Window window) {
        var ids = getSession()
                .createNativeQuery(TO_VERIFY, UUID.class)
                .addScalar("id", UUID.class)
                .setParameter("groups", groupIds.toArray(UUID[]::new), UUID[].class)
                .setParameter("own", notOf)
                .setParameter("everything", narrow == null)
                .setParameter("narrow", narrow != null)
                .setParameter("narrowed", narrow == null ? LimitedReach.Narrow.NONE.each() : narrow.each())
                .setParameter(
                        "at",
                        window.isFirst()
                                ? Instant.EPOCH
                                : Instant.parse(window.after().get(0)))
                .setParameter("id", window.afterId())
                .setParameter("fetch", window.fetch())
                .getResultList();
        return getSession()
                .createQuery("""
                        select t, a from Assignment a join Task t on t.id = a.taskId
                        where a.id in :ids order by a.completedAt, a.id
                        """, Look.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    /** The time that leases run by: the database's, which all replicas share. */
    Instant databaseTime() {
        return getSession()
                .createNativeQuery("select clock_timestamp() as now", Instant.class)
                .addScalar("now", Instant.class)
                .getSingleResult();
    }
}
