package org.barnstorm.training;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.barnstorm.platform.paging.Window;

/** Queries over qualifications. */
@ApplicationScoped
class QualificationRepository implements PanacheRepositoryBase<Qualification, UUID> {
    /** Somebody who took a course. */
    record Holder(UUID courseId, UUID memberId) {}

    /** Whether somebody holds the course's qualification at this moment, in whichever group they earned it. */
    boolean holds(UUID memberId, UUID courseId, Instant now) {
        return count(
                        "memberId = ?1 and courseId = ?2 and (expiresAt is null or expiresAt > ?3)",
                        memberId,
                        courseId,
                        now)
                > 0;
    }

    Set<UUID> holders(UUID courseId, Collection<UUID> memberIds, Instant now) {
        return Set.copyOf(getSession()
                .createQuery("""
                        select distinct memberId from Qualification
                        where courseId = ?1 and memberId in ?2 and (expiresAt is null or expiresAt > ?3)
                        """, UUID.class)
                .setParameter(1, courseId)
                .setParameter(2, memberIds)
                .setParameter(3, now)
                .getResultList());
    }

    boolean holdsIn(UUID memberId, UUID courseId, UUID groupId, Instant now) {
        return count(
                        "memberId = ?1 and courseId = ?2 and groupId = ?3 and (expiresAt is null or expiresAt > ?4)",
                        memberId,
                        courseId,
                        groupId,
                        now)
                > 0;
    }

    List<UUID> coursesOf(UUID memberId, Instant now) {
        return getSession()
                .createQuery("""
                        select distinct courseId from Qualification
                        where memberId = ?1 and (expiresAt is null or expiresAt > ?2)
                        """, UUID.class)
                .setParameter(1, memberId)
                .setParameter(2, now)
                .getResultList();
    }

    List<Holder> holders(Collection<UUID> courseIds, int most, Instant now) {
        return getSession()
                .createNativeQuery("""
                        select c.id, h.member_id
                        from unnest(:courses) as c(id)
                        cross join lateral (
                            select q.member_id from qualification q
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
                        from qualification q
                        where q.member_id = any(:members) and q.course_id = any(:courses)
                          and (q.expires_at is null or q.expires_at > :now)
                        """, Holder.class)
                .setParameter("members", memberIds.toArray(UUID[]::new), UUID[].class)
                .setParameter("courses", courseIds.toArray(UUID[]::new), UUID[].class)
                .setParameter("now", now)
                .getResultList();
    }

    List<Qualification> of(UUID memberId, Window window) {
        return find("memberId = ?1 and id > ?2 order by id", memberId, window.afterId())
                .range(0, window.limit())
                .list();
    }
}
