package org.barnstorm.integration;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.barnstorm.platform.paging.Window;

/** Queries over integrations. */
@ApplicationScoped
class IntegrationRepository implements PanacheRepositoryBase<Integration, UUID> {
    /** To a minute is enough to see who is still there. Who finds it locked leaves it to whoever has it. */
    private static final String TOUCH = """
            update integration set last_used_at = now()
            where id in (
                select id from integration
                where id = :id and (last_used_at is null or last_used_at < now() - interval '1 minute')
                for update skip locked)
            """;

    /** The one that stands, or else the latest. */
    Optional<Integration> ofClient(String issuerKey, String clientId) {
        return find("issuerKey = ?1 and clientId = ?2 order by endedAt desc nulls first, id desc", issuerKey, clientId)
                .range(0, 0)
                .firstResultOptional();
    }

    /** The one that acts under this id. */
    Optional<Integration> ofMember(UUID memberId) {
        return find("memberId", memberId).firstResultOptional();
    }

    /** What the one that stands was given of its own. */
    Optional<Integer> perMinute(String issuerKey, String clientId) {
        return find("issuerKey = ?1 and clientId = ?2 and endedAt is null", issuerKey, clientId)
                .firstResultOptional()
                .map(Integration::requestsPerMinute);
    }

    /** The one that nobody has ended; its day may have come. */
    Optional<Integration> lockOfClient(String issuerKey, String clientId) {
        return find("issuerKey = ?1 and clientId = ?2 and endedAt is null", issuerKey, clientId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Locks it, and reads it as it is now. */
    void lock(Integration integration) {
        getSession().refresh(integration, LockModeType.PESSIMISTIC_WRITE);
    }

    List<Integration> inGroups(Collection<UUID> groupIds, Window window) {
        return find("groupId in ?1 and id > ?2 order by id", groupIds, window.afterId())
                .range(0, window.limit())
                .list();
    }

    void touch(UUID id) {
        getSession().createNativeMutationQuery(TOUCH).setParameter("id", id).executeUpdate();
    }
}
