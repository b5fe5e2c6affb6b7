package org.barnstorm.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
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
            select distinct a.taskId from Assignment a
            where a.taskId in :tasks and a.handover.memberId = :member and a.handover.until is not null and a.status = HELD
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

    /** Those of these tasks in which the holder of a place named this person. */
    Set<UUID> naming(UUID memberId, Collection<UUID> taskIds) {
        return Set.copyOf(database.createQuery(NAMED, UUID.class)
                .setParameter("tasks", taskIds)
                .setParameter("member", memberId)
                .getResultList());
    }
}
