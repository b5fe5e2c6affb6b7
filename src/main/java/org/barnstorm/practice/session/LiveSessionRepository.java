package org.barnstorm.practice.session;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Queries over live sessions. */
@ApplicationScoped
class LiveSessionRepository implements PanacheRepositoryBase<LiveSession, UUID> {
    /** Nobody has more of one course ahead of them. */
    private static final int MOST = 500;

    /** The latest that were planned for a course. */
    List<LiveSession> latest(UUID courseId) {
        return find("courseId = ?1 order by id desc", courseId)
                .range(0, MOST - 1)
                .list();
    }
}
