package org.barnstorm.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.barnstorm.platform.paging.Window;
import org.hibernate.Session;

/** Which tasks wait for somebody to look at them. */
@ApplicationScoped
class TaskReviewRepository {
    private final Session database;

    TaskReviewRepository(Session database) {
        this.database = database;
    }

    private static final String WAITING = """
            select * from task
            where group_id = any(:groups) and status = 'WAITING' and review = 'WAITING' and id > :after
              and (:everything or %s)
            order by id
            limit :fetch
            """.formatted(LimitedReach.within("task"));

    /** @param narrow of these tasks alone; null for all */
    List<Task> waiting(Collection<UUID> groupIds, LimitedReach.Narrow narrow, Window window) {
        return database.createNativeQuery(WAITING, Task.class)
                .setParameter("everything", narrow == null)
                .setParameter("narrow", narrow != null)
                .setParameter("narrowed", narrow == null ? LimitedReach.Narrow.NONE.each() : narrow.each())
                .setParameter("groups", groupIds.toArray(UUID[]::new), UUID[].class)
                .setParameter("after", window.afterId())
                .setParameter("fetch", window.fetch())
                .getResultList();
    }
}
