package org.barnstorm.training;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.barnstorm.platform.Rows;
import org.barnstorm.platform.paging.Window;

/** Queries over qualifications. What counts as holding one is what the view held_qualification says. */
@ApplicationScoped
class QualificationRepository implements PanacheRepositoryBase<Qualification, UUID> {
    private static final String WITHDRAWN_WITH = """
            select o.id from Qualification q, Qualification o
            where q.id = ?1 and o.memberId = q.memberId and o.courseId = q.courseId and o.groupId = q.groupId
              and o.withdrawnAt = q.withdrawnAt
            order by o.id
            """;

    private static final String CURRENT = """
            from Qualification q
            where q.memberId = ?1 and q.withdrawnAt is null and (q.expiresAt is null or q.expiresAt > ?2)
              and not exists (select 1 from Qualification r where r.renewsId = q.id and r.withdrawnAt is null)
            """;

    private static final String CURRENT_ALL = CURRENT + "order by q.id";
    private static final String CURRENT_PAGE = CURRENT + "and q.id > ?3 order by q.id";

    private static final String COURSES_OF = """
            select distinct h.course_id from held_qualification h
            where h.member_id = ? and (h.expires_at is null or h.expires_at > ?)
            """;

    private final Rows rows;

    QualificationRepository(Rows rows) {
        this.rows = rows;
    }

    /** Somebody who took a course. */
    record Holder(UUID courseId, UUID memberId) {}

    /** Of these courses, those whose qualification somebody holds at this moment, in whichever group they earned it. */
    Set<UUID> held(UUID memberId, Collection<UUID> courseIds, Instant now) {
        return Set.copyOf(getSession()
                .createNativeQuery("""
                        select distinct h.course_id from held_qualification h
                        where h.member_id = :member and h.course_id = any(:courses)
                          and (h.expires_at is null or h.expires_at > :now)
                        """, UUID.class)
                .addScalar("course_id", UUID.class)
                .setParameter("member", memberId)
                .setParameter("courses", courseIds.toArray(UUID[]::new), UUID[].class)
                .setParameter("now", now)
                .getResultList());
    }

    Set<UUID> holders(UUID courseId, Collection<UUID> memberIds, Instant now) {
        return Set.copyOf(getSession()
                .createNativeQuery("""
                        select distinct h.member_id from held_qualification h
                        where h.course_id = :course and h.member_id = any(:members)
                          and (h.expires_at is null or h.expires_at > :now)
                        """, UUID.class)
                .addScalar("member_id", UUID.class)
                .setParameter("course", courseId)
                .setParameter("members", memberIds.toArray(UUID[]::new), UUID[].class)
                .setParameter("now", now)
                .getResultList());
    }

    List<UUID> coursesOf(UUID memberId, Instant now) {
        return rows.read(
                COURSES_OF,
                statement -> {
                    statement.setObject(1, memberId);
                    statement.setObject(2, Rows.moment(now));
                },
                row -> row.getObject(1, UUID.class));
    }

    static Rows.Question<UUID> askCoursesOf(UUID memberId, Instant now) {
        return new Rows.Question<>(
                COURSES_OF, List.of(memberId, Rows.moment(now)), row -> row.getObject(1, UUID.class));
    }

    List<Holder> holders(Collection<UUID> courseIds, int most, Instant now) {
        return getSession()
                .createNativeQuery("""
                        select c.id, h.member_id
                        from unnest(:courses) as c(id)
                        cross join lateral (
                            select q.member_id from held_qualification q
                            where q.course_id = c.id and (q.expires_at is null or q.expires_at > :now)
                            limit :most
                        ) h
                        """, Holder.class)
                .setParameter("courses", courseIds.toArray(UUID[]::new), UUID[].class)
                .setParameter("now", now)
                .setParameter("most", most)
                .getResultList();
    }

    List<Holder> holdersAmong(Collection<UUID> memberIds, Collection<UUID> courseIds, Instant now) {
        return getSession()
                .createNativeQuery("""
                        select distinct q.course_id, q.member_id
                        from held_qualification q
                        where q.member_id = any(:members) and q.course_id = any(:courses)
                          and (q.expires_at is null or q.expires_at > :now)
                        """, Holder.class)
                .setParameter("members", memberIds.toArray(UUID[]::new), UUID[].class)
                .setParameter("courses", courseIds.toArray(UUID[]::new), UUID[].class)
                .setParameter("now", now)
                .getResultList();
    }

    /** The one of this very course and group that lasts longest, over or not; withdrawn ones do not count. */
    Optional<Qualification> latest(UUID memberId, UUID courseId, UUID groupId) {
        return find("""
                        memberId = ?1 and courseId = ?2 and groupId = ?3 and withdrawnAt is null
                        order by expiresAt desc nulls first, id desc
                        """, memberId, courseId, groupId).firstResultOptional();
    }

    /** Those of a course that end before this moment, whose holders have nothing that lasts longer. */
    List<Qualification> expiring(UUID courseId, Instant now, Instant before, Window window) {
        return find("""
                        from Qualification q
                        where q.courseId = ?1 and q.withdrawnAt is null and q.expiresAt > ?2 and q.expiresAt <= ?3
                          and q.id > ?4
                          and not exists (
                              select 1 from Qualification l
                              where l.memberId = q.memberId and l.courseId = q.courseId and l.groupId = q.groupId
                                and l.withdrawnAt is null and (l.expiresAt is null or l.expiresAt > q.expiresAt))
                        order by q.id
                        """, courseId, now, before, window.afterId())
                .range(0, window.limit())
                .list();
    }

    /** Those of somebody that count now, without those that others take over from. */
    List<Qualification> current(UUID memberId, Instant now) {
        return list(CURRENT_ALL, memberId, now);
    }

    /** The same, page by page. */
    List<Qualification> current(UUID memberId, Instant now, Window window) {
        return find(CURRENT_PAGE, memberId, now, window.afterId())
                .range(0, window.limit())
                .list();
    }

    /** All that somebody ever had of a course, in whichever group. */
    List<UUID> ever(UUID memberId, UUID courseId) {
        return getSession()
                .createQuery("select id from Qualification where memberId = ?1 and courseId = ?2", UUID.class)
                .setParameter(1, memberId)
                .setParameter(2, courseId)
                .getResultList();
    }

    boolean wasWithdrawn(UUID memberId, UUID courseId) {
        return count("memberId = ?1 and courseId = ?2 and withdrawnAt is not null", memberId, courseId) > 0;
    }

    /** As it is under the lock: it may have been looked at before. */
    Optional<Qualification> lock(UUID id) {
        var found = findByIdOptional(id);
        found.ifPresent(each -> getSession().refresh(each, LockModeType.PESSIMISTIC_WRITE));
        return found;
    }

    /**
     * This one and its holder's others of the same course and group, whether they name each other or a trainer recorded
     * them by hand; without those that ended so long ago that nothing renews them any more. Ids ascending, locked.
     *
     * @param renewable what ended before this moment is history
     */
    List<Qualification> lockWithRenewals(Qualification asked, Instant renewable) {
        return find("""
                        memberId = ?1 and courseId = ?2 and groupId = ?3 and withdrawnAt is null
                        and (id = ?4 or expiresAt is null or expiresAt > ?5)
                        order by id
                        """, asked.memberId(), asked.courseId(), asked.groupId(), asked.id(), renewable)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** A qualification that was withdrawn, and those that were withdrawn with it, ids ascending. */
    List<UUID> withdrawnWith(UUID id) {
        return getSession()
                .createQuery(WITHDRAWN_WITH, UUID.class)
                .setParameter(1, id)
                .getResultList();
    }

    /** Unless somebody else works on it. */
    Optional<Qualification> lockOrSkip(UUID id) {
        var locked = getSession()
                .createNativeQuery(
                        "select 1 as locked from qualification where id = :id for update skip locked", Integer.class)
                .addScalar("locked", Integer.class)
                .setParameter("id", id)
                .getResultList();
        return locked.isEmpty() ? Optional.empty() : findByIdOptional(id);
    }

    /** Those that end before this moment, whose holders have not been told and have nothing that lasts longer. */
    List<UUID> toWarn(Instant now, Instant before, int limit) {
        return getSession()
                .createNativeQuery("""
                        select q.id from qualification q
                        where q.expires_at > :now and q.expires_at <= :before
                          and q.warned_at is null and q.withdrawn_at is null
                          and not exists (
                              select 1 from qualification l
                              where l.member_id = q.member_id and l.course_id = q.course_id and l.group_id = q.group_id
                                and l.withdrawn_at is null and (l.expires_at is null or l.expires_at > q.expires_at))
                        order by q.expires_at
                        limit :limit
                        """, UUID.class)
                .addScalar("id", UUID.class)
                .setParameter("now", now)
                .setParameter("before", before)
                .setParameter("limit", limit)
                .getResultList();
    }

    /** In which groups somebody completed anything. */
    Set<UUID> groupsOf(UUID memberId) {
        return Set.copyOf(getSession()
                .createQuery("select distinct groupId from Qualification where memberId = ?1", UUID.class)
                .setParameter(1, memberId)
                .getResultList());
    }

    /** Somebody's newest, withdrawn ones too. */
    List<Qualification> newest(UUID memberId, int most) {
        return find("memberId = ?1 order by id desc", memberId)
                .range(0, most - 1)
                .list();
    }

    /** A qualification that counts. */
    record Counting(UUID memberId, UUID courseId, UUID groupId) {}

    /**
     * What these people earned in these groups and counts now.
     *
     * @param most so many of one person, the newest
     */
    List<Counting> counting(Collection<UUID> memberIds, Collection<UUID> groupIds, int most, Instant now) {
        return getSession()
                .createNativeQuery("""
                        select q.member_id, q.course_id, q.group_id
                        from unnest(:members) as m(id)
                        cross join lateral (
                            select member_id, course_id, group_id, id from qualification
                            where member_id = m.id and group_id = any(:groups) and withdrawn_at is null
                              and (expires_at is null or expires_at > :now)
                            order by id desc
                            limit :most
                        ) q
                        order by q.id desc
                        """, Counting.class)
                .setParameter("members", memberIds.toArray(UUID[]::new), UUID[].class)
                .setParameter("groups", groupIds.toArray(UUID[]::new), UUID[].class)
                .setParameter("now", now)
                .setParameter("most", most)
                .getResultList();
    }

    List<Qualification> of(UUID memberId, Collection<UUID> groupIds, Window window) {
        if (groupIds.isEmpty()) return List.of();
        return find("memberId = ?1 and groupId in ?2 and id > ?3 order by id", memberId, groupIds, window.afterId())
                .range(0, window.limit())
                .list();
    }
}
