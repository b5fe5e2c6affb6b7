package org.barnstorm.webhook;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.barnstorm.integration.Reading;
import org.barnstorm.platform.Ids;
import org.barnstorm.platform.journal.Mark;
import org.barnstorm.platform.paging.Window;

/** Queries over what is, was or is to be delivered. */
@ApplicationScoped
class DeliveryRepository implements PanacheRepositoryBase<Delivery, UUID> {
    private static final UUID LAST = new UUID(-1L, -1L);

    /** What was sent before is sent again by the same line of the log. */
    private static final String QUEUE = """
            insert into webhook_delivery (id, webhook_id, kind, event_id, type, subject_id, sequence, horizon, position,
                                          status, attempts, queued_at, next_attempt_at)
            values (:id, :webhook, 'CHANGE', :event, :type, :subject, :sequence, :horizon, :position,
                    'PENDING', 0, now(), now())
            on conflict on constraint webhook_delivery_once do update
            set status = 'PENDING', attempts = 0, queued_at = now(), first_attempt_at = null, next_attempt_at = now()
            where webhook_delivery.status <> 'PENDING'
            """;

    /** Changes of one thing wait for each other (I-13); a ping waits for nothing. What never failed goes before what did. */
    private static final String HEADS = """
            from webhook_delivery d
            where d.webhook_id = :webhook and d.status = 'PENDING'
              and not exists (
                select 1 from webhook_delivery e
                where e.webhook_id = d.webhook_id and e.status = 'PENDING' and e.subject_id = d.subject_id
                  and (e.horizon, e.position) < (d.horizon, d.position))
            """;

    private static final String NEXT = "select d.* " + HEADS
            + " and d.next_attempt_at <= now() order by d.attempts, d.horizon, d.position limit 1";

    private static final String NEXT_TIME = "select min(d.next_attempt_at) as at " + HEADS;

    private static final String REVIVE = """
            update webhook_delivery
            set status = 'PENDING', attempts = 0, queued_at = now(), first_attempt_at = null, next_attempt_at = now()
            where webhook_id = :webhook and kind = 'CHANGE' and status = :status
            """;

    private static final String RESTARTED = """
            delete from webhook_delivery
            where webhook_id = :webhook and status = 'PENDING' and kind = 'CHANGE'
              and (horizon, position) > (:horizon, :position)
            """;

    /** A reader that stands before this place misses nothing that was written a minute later, or after that. */
    private static final String BEFORE_ID =
            "select cast(cast(horizon as text) as bigint) as horizon from journal where id < :id order by id desc limit 1";

    private static final String PLACE = """
            select cast(cast(horizon as text) as bigint) as horizon, position from journal
            where id = :id and group_id = any(:groups)
            """;

    private static final String PRUNE = """
            delete from webhook_delivery where id in (
                select id from webhook_delivery where status <> 'PENDING' and queued_at < :before
                limit :most for update skip locked)
            """;

    private static final String OLDEST = """
            select min(d.queued_at) as at from webhook_delivery d
            join webhook w on w.id = d.webhook_id
            where d.status = 'PENDING' and w.status = 'ACTIVE'
            """;

    void queue(UUID webhookId, Reading.Found found) {
        var change = found.change();
        getSession()
                .createNativeMutationQuery(QUEUE)
                .setParameter("id", Ids.next())
                .setParameter("webhook", webhookId)
                .setParameter("event", change.id())
                .setParameter("type", change.type())
                .setParameter("subject", change.subject())
                .setParameter("sequence", change.sequence())
                .setParameter("horizon", found.mark().horizon())
                .setParameter("position", found.mark().position())
                .executeUpdate();
    }

    /** What is to be sent now. */
    Optional<Delivery> next(UUID webhookId) {
        return getSession()
                .createNativeQuery(NEXT, Delivery.class)
                .setParameter("webhook", webhookId)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** When there is something to be sent; null when nothing waits. */
    Instant nextTime(UUID webhookId) {
        return getSession()
                .createNativeQuery(NEXT_TIME, Instant.class)
                .addScalar("at", Instant.class)
                .setParameter("webhook", webhookId)
                .getSingleResult();
    }

    long pending(UUID webhookId) {
        return count("webhookId = ?1 and status = ?2", webhookId, Delivery.Status.PENDING);
    }

    /** Whether another change was tried in vain, too. */
    boolean anotherFails(Delivery delivery) {
        return count(
                        "webhookId = ?1 and status = ?2 and attempts > 0 and id <> ?3",
                        delivery.webhookId(),
                        Delivery.Status.PENDING,
                        delivery.id())
                > 0;
    }

    Optional<Delivery> pendingPing(UUID webhookId) {
        return find(
                        "webhookId = ?1 and status = ?2 and kind = ?3",
                        webhookId,
                        Delivery.Status.PENDING,
                        Delivery.Kind.PING)
                .firstResultOptional();
    }

    /** Tries those from the beginning that have come to this. */
    int revive(UUID webhookId, Delivery.Status status) {
        return getSession()
                .createNativeMutationQuery(REVIVE)
                .setParameter("webhook", webhookId)
                .setParameter("status", status.name())
                .executeUpdate();
    }

    /** Forgets what waits after a place, because it is read again from there. */
    void forgetAfter(UUID webhookId, Mark mark) {
        getSession()
                .createNativeMutationQuery(RESTARTED)
                .setParameter("webhook", webhookId)
                .setParameter("horizon", mark.horizon())
                .setParameter("position", mark.position())
                .executeUpdate();
    }

    /** Newest first. */
    List<Delivery> log(UUID webhookId, Delivery.Status status, Window window) {
        var before = window.isFirst() ? LAST : window.afterId();
        if (status == null) {
            return find("webhookId = ?1 and id < ?2 order by id desc", webhookId, before)
                    .range(0, window.limit())
                    .list();
        }
        return find("webhookId = ?1 and id < ?2 and status = ?3 order by id desc", webhookId, before, status)
                .range(0, window.limit())
                .list();
    }

    /** The highest horizon given out before somebody made this id; nothing when there was none. */
    Optional<Long> horizonBefore(UUID id) {
        return getSession()
                .createNativeQuery(BEFORE_ID, Long.class)
                .addScalar("horizon", Long.class)
                .setParameter("id", id)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Where an event stands, if it is of one of these groups. */
    Optional<Mark> place(UUID eventId, Collection<UUID> groups) {
        return getSession()
                .createNativeQuery(PLACE, Tuple.class)
                .setParameter("id", eventId)
                .setParameter("groups", groups.toArray(UUID[]::new), UUID[].class)
                .getResultList()
                .stream()
                .findFirst()
                .map(row -> new Mark(
                        row.get("horizon", Number.class).longValue(),
                        row.get("position", Number.class).longValue()));
    }

    int prune(Instant before, int most) {
        return getSession()
                .createNativeMutationQuery(PRUNE)
                .setParameter("before", before)
                .setParameter("most", most)
                .executeUpdate();
    }

    /** Since when the longest waits that is to be sent; null when nothing waits. */
    Instant oldest() {
        return getSession()
                .createNativeQuery(OLDEST, Instant.class)
                .addScalar("at", Instant.class)
                .getSingleResult();
    }
}
