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

    List<Qualification> of(UUID memberId, Window window) {
        return find("memberId = ?1 and id > ?2 order by id", memberId, window.afterId())
                .range(0, window.limit())
                .list();
    }
}
