package org.barnstorm.webhook;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Whose turn it is. All of it goes by the database's clock, which the replicas share. */
@ApplicationScoped
class ProgressRepository implements PanacheRepositoryBase<Progress, UUID> {
    private static final String FREE = """
            due_at <= now() and (rest_until is null or rest_until <= now())
              and (lease_until is null or lease_until < now())
            """;

    private static final String DUE =
            "select webhook_id from webhook_progress where " + FREE + " order by due_at limit :most";

    /** One replica gets it; the others pass it over without waiting. */
    private static final String CLAIM = """
            update webhook_progress
            set lease_until = now() + make_interval(secs => :seconds), fence = fence + 1, woken = false
            where webhook_id = (
                select webhook_id from webhook_progress
                where webhook_id = :id and
            """ + FREE + " for update skip locked) returning fence";

    private static final String WAKE = """
            update webhook_progress set due_at = now(), woken = true
            where webhook_id in (
                select webhook_id from webhook_progress where webhook_id = any(:ids) for update skip locked)
            returning webhook_id
            """;

    List<UUID> due(int most) {
        return getSession()
                .createNativeQuery(DUE, UUID.class)
                .addScalar("webhook_id", UUID.class)
                .setParameter("most", most)
                .getResultList();
    }

    /** The fence of the lease; nothing when it is not its turn, or somebody else has it. */
    Optional<Long> claim(UUID webhookId, Duration lease) {
        return getSession()
                .createNativeQuery(CLAIM, Long.class)
                .addScalar("fence", Long.class)
                .setParameter("id", webhookId)
                .setParameter("seconds", (double) lease.toSeconds())
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Makes it their turn; answers those that nobody else had locked. */
    List<UUID> wake(Collection<UUID> ids) {
        return getSession()
                .createNativeQuery(WAKE, UUID.class)
                .addScalar("webhook_id", UUID.class)
                .setParameter("ids", ids.toArray(UUID[]::new), UUID[].class)
                .getResultList();
    }

    Progress lock(UUID webhookId) {
        return findById(webhookId, LockModeType.PESSIMISTIC_WRITE);
    }

    Instant databaseTime() {
        return getSession()
                .createNativeQuery("select now() as now", Instant.class)
                .addScalar("now", Instant.class)
                .getSingleResult();
    }
}
