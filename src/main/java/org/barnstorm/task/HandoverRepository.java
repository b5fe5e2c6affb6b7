package org.barnstorm.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.barnstorm.platform.paging.Window;
import org.hibernate.Session;

/** Reading places that their holders hand over, without locks. */
@ApplicationScoped
class HandoverRepository {
    private static final String OPEN = """
            select t, a from Assignment a join Task t on t.id = a.taskId
            where a.handover.memberId = :member and a.handover.until > :now and a.status = HELD
              and a.lease.expiresAt > :now and (t.endsAt is null or t.endsAt > :now) and a.id > :after
            order by a.id
            """;

    private static final String NAMED = """
            select count(*) from Assignment a
            where a.taskId = :task and a.handover.memberId = :member and a.handover.until is not null and a.status = HELD
            """;

    private final Session database;

    HandoverRepository(Session database) {
        this.database = database;
    }

    /** What somebody can take over now, with the tasks. */
    List<HoldRepository.Look> openFor(UUID memberId, Instant now, Window window) {
        return database.createQuery(OPEN, HoldRepository.Look.class)
                .setParameter("member", memberId)
                .setParameter("now", now)
                .setParameter("after", window.afterId())
                .setMaxResults(window.fetch())
                .getResultList();
    }

    /** Whether a holder of a place of this task named this person. */
    boolean names(UUID taskId, UUID memberId) {
        return database.createQuery(NAMED, Long.class)
                        .setParameter("task", taskId)
                        .setParameter("member", memberId)
                        .getSingleResult()
                > 0;
    }
}
