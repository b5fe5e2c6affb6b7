package org.barnstorm.platform.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.barnstorm.platform.problem.Refusal;

/**
 * Keys that were used, each in the transaction of the work it stands for: the row goes in first, so that a second
 * request with the same key waits for the first and then finds what it made (I-15).
 */
@ApplicationScoped
@Transactional
class IdempotencyKeys {
    /** How long a repeat is recognised. */
    static final Duration KEPT = Duration.ofHours(24);

    private final EntityManager database;

    IdempotencyKeys(EntityManager database) {
        this.database = database;
    }

    <T> T once(
            String caller,
            String key,
            byte[] fingerprint,
            Supplier<T> work,
            Function<T, UUID> id,
            Function<UUID, T> again) {
        var made = database.createNativeQuery("""
                        insert into idempotency_key (caller, key, fingerprint) values (:caller, :key, :fingerprint)
                        on conflict do nothing
                        """)
                .setParameter("caller", caller)
                .setParameter("key", key)
                .setParameter("fingerprint", fingerprint)
                .executeUpdate();
        if (made == 0) return again.apply(found(caller, key, fingerprint));
        var result = work.get();
        database.createNativeQuery(
                        "update idempotency_key set subject_id = :subject where caller = :caller and key = :key")
                .setParameter("subject", id.apply(result))
                .setParameter("caller", caller)
                .setParameter("key", key)
                .executeUpdate();
        return result;
    }

    /** What the same request has made before, if it has. */
    Optional<UUID> earlier(String caller, String key, byte[] fingerprint) {
        List<?> rows = database.createNativeQuery(
                        "select fingerprint, subject_id from idempotency_key where caller = :caller and key = :key",
                        Object[].class)
                .setParameter("caller", caller)
                .setParameter("key", key)
                .getResultList();
        return rows.stream().findFirst().map(row -> subject((Object[]) row, fingerprint));
    }

    /** Forgets keys after a day; returns how many. */
    int forgetOld() {
        return database.createNativeQuery(
                        "delete from idempotency_key where created_at < now() - make_interval(secs => :seconds)")
                .setParameter("seconds", (double) KEPT.toSeconds())
                .executeUpdate();
    }

    private UUID found(String caller, String key, byte[] fingerprint) {
        return earlier(caller, key, fingerprint).orElseThrow();
    }

    private static UUID subject(Object[] row, byte[] fingerprint) {
        if (!MessageDigest.isEqual((byte[]) row[0], fingerprint)) {
            throw Refusal.invalid(
                    "key-reused",
                    "This Idempotency-Key was used for another request. Use a new key for a new request.");
        }
        return (UUID) row[1];
    }
}
