package org.barnstorm.integration;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Queries over sandboxes. */
@ApplicationScoped
class SandboxRepository implements PanacheRepositoryBase<Sandbox, UUID> {
    private static final String TURNS = """
            select cast(pg_advisory_xact_lock(hashtextextended('sandboxes', 0)) as text) as locked
            """;

    /** Those who make one take turns until the transaction ends, so that there are never more than there may be. */
    void takeTurns() {
        getSession()
                .createNativeQuery(TURNS, String.class)
                .addScalar("locked", String.class)
                .getSingleResult();
    }

    long present() {
        return count("wipedAt is null");
    }

    Optional<Sandbox> ofClient(String issuerKey, String clientId) {
        return find("issuerKey = ?1 and clientId = ?2 and wipedAt is null", issuerKey, clientId)
                .firstResultOptional();
    }

    Optional<Sandbox> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    List<UUID> over(Instant now, int most) {
        return find("select id from Sandbox where wipedAt is null and endsAt <= ?1 order by endsAt, id", now)
                .project(UUID.class)
                .range(0, most - 1)
                .list();
    }

    /** Says that somebody was made up for it. */
    void belongs(UUID sandbox, UUID member) {
        getSession()
                .createNativeMutationQuery(
                        "insert into sandbox_person (member_id, sandbox_id) values (:member, :sandbox)")
                .setParameter("member", member)
                .setParameter("sandbox", sandbox)
                .executeUpdate();
    }

    /** Removes everything in it. What it may remove, the function in the database says, and nobody else. */
    void wipe(UUID id) {
        getSession()
                .createNativeQuery("select wipe_sandbox(:id) as removed", Long.class)
                .addScalar("removed", Long.class)
                .setParameter("id", id)
                .getSingleResult();
    }
}
