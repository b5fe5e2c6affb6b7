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

    List<Task> waiting(Collection<UUID> groupIds, Window window) {
        return database.createNativeQuery("""
                        select * from task
                        where group_id = any(:groups) and status = 'WAITING' and review = 'WAITING' and id > :after
                        order by id
                        limit :fetch
                        """, Task.class)
                .setParameter("groups", groupIds.toArray(UUID[]::new), UUID[].class)
                .setParameter("after", window.afterId())
                .setParameter("fetch", window.fetch())
                .getResultList();
    }
}
