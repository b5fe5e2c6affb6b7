package org.barnstorm.task;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Queries over the tasks of series. */
@ApplicationScoped
class InstanceRepository implements PanacheRepositoryBase<Task, UUID> {
    private static final int MOST = 500;

    /** Times of the rule for which there is a task, cancelled ones too. */
    List<LocalDateTime> made(UUID seriesId, LocalDateTime from) {
        return getSession()
                .createQuery("""
                        select t.occurrence.at from Task t
                        where t.occurrence.seriesId = ?1 and t.occurrence.at >= ?2
                        """, LocalDateTime.class)
                .setParameter(1, seriesId)
                .setParameter(2, from)
                .getResultList();
    }

    /** Those that are not over, and not cancelled, in the order of the rule. */
    List<Task> upcoming(UUID seriesId, Instant now) {
        return find(
                        "occurrence.seriesId = ?1 and endsAt > ?2 and status <> ?3 order by occurrence.at",
                        seriesId,
                        now,
                        Task.Status.CANCELLED)
                .page(0, MOST)
                .list();
    }

    /** All from one occurrence on, locked, ids ascending: claims wait. */
    List<Task> lockFrom(UUID seriesId, LocalDateTime from) {
        return find("occurrence.seriesId = ?1 and occurrence.at >= ?2 order by id", seriesId, from)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    Optional<Task> lock(UUID seriesId, LocalDateTime occurrence) {
        return find("occurrence.seriesId = ?1 and occurrence.at = ?2", seriesId, occurrence)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }
}
