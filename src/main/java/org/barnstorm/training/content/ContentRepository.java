package org.barnstorm.training.content;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.barnstorm.platform.paging.Window;

/** Queries over drafts and versions. */
@ApplicationScoped
class ContentRepository implements PanacheRepositoryBase<CourseVersion, UUID> {

    Optional<Draft> draft(UUID courseId) {
        return Optional.ofNullable(getSession().find(Draft.class, courseId));
    }

    Optional<Draft> lockDraft(UUID courseId) {
        return Optional.ofNullable(getSession().find(Draft.class, courseId, LockModeType.PESSIMISTIC_WRITE));
    }

    void persist(Draft draft) {
        getSession().persist(draft);
    }

    Optional<CourseVersion> latest(UUID courseId) {
        return find("courseId = ?1 order by number desc", courseId).firstResultOptional();
    }

    /** All versions of these courses, the oldest first. */
    List<CourseVersion> ofCourses(Collection<UUID> courseIds) {
        return courseIds.isEmpty() ? List.of() : list("courseId in ?1 order by courseId, number", courseIds);
    }

    Set<UUID> published(Collection<UUID> courseIds) {
        return Set.copyOf(getSession()
                .createQuery("select distinct courseId from CourseVersion where courseId in ?1", UUID.class)
                .setParameter(1, courseIds)
                .getResultList());
    }

    List<CourseVersion> ofCourse(UUID courseId, Window window) {
        return find("courseId = ?1 and id > ?2 order by id", courseId, window.afterId())
                .range(0, window.limit())
                .list();
    }
}
