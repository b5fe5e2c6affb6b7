package org.barnstorm.webhook;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.barnstorm.platform.paging.Window;

/** Queries over webhooks. */
@ApplicationScoped
class WebhookRepository implements PanacheRepositoryBase<Webhook, UUID> {
    Optional<Webhook> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Locks one that was read already, and reads it as it is now. */
    void refresh(Webhook webhook) {
        getSession().refresh(webhook, LockModeType.PESSIMISTIC_WRITE);
    }

    List<Webhook> inGroups(Collection<UUID> groupIds, Window window) {
        return find("groupId in ?1 and id > ?2 order by id", groupIds, window.afterId())
                .range(0, window.limit())
                .list();
    }

    List<Webhook> ofOwner(UUID ownerId, Collection<UUID> groupIds, Window window) {
        return find("ownerId = ?1 and groupId in ?2 and id > ?3 order by id", ownerId, groupIds, window.afterId())
                .range(0, window.limit())
                .list();
    }

    /** Those of an owner that have not ended. */
    long kept(UUID ownerId) {
        return count("ownerId = ?1 and status <> ?2", ownerId, Webhook.Status.ENDED);
    }

    /** Lets an owner's requests for new ones take turns, so that they are counted one by one. */
    void takeTurns(UUID ownerId) {
        getSession()
                .createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtextextended(:what, 0)) as text) as locked",
                        String.class)
                .addScalar("locked", String.class)
                .setParameter("what", "webhooks " + ownerId)
                .getSingleResult();
    }

    /** A webhook that sends, and the group that it is about. */
    record Listener(UUID id, UUID groupId) {}

    List<Listener> listeners() {
        return getSession()
                .createQuery("select id, groupId from Webhook where status = ?1", Listener.class)
                .setParameter(1, Webhook.Status.ACTIVE)
                .getResultList();
    }
}
