package org.barnstorm.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.barnstorm.mandate.OpenedTasks;
import org.hibernate.Session;

/** Tasks that have been open, whatever became of them: each was released, or nobody had to look at it. */
@ApplicationScoped
class OpenedWork implements OpenedTasks {
    private static final String OPENED = """
            select count(*) as opened from (
                select 1 from task
                where created_by = :member and movement_id = :movement
                  and (opened_at is not null or status in ('OPEN', 'CLOSED'))
                limit :most
            ) theirs
            """;

    private final Session database;

    OpenedWork(Session database) {
        this.database = database;
    }

    @Override
    public int by(UUID memberId, UUID movementId, int most) {
        return database.createNativeQuery(OPENED, Integer.class)
                .addScalar("opened", Integer.class)
                .setParameter("member", memberId)
                .setParameter("movement", movementId)
                .setParameter("most", most)
                .getSingleResult();
    }
}
