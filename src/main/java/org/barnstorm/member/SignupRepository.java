package org.barnstorm.member;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Queries over signups. */
@ApplicationScoped
class SignupRepository implements PanacheRepositoryBase<Signup, UUID> {
    /** Nobody welcomes so many groups at once. */
    private static final int MOST_AT_ONCE = 20;

    /** Lets a signup of an address and the first sign-in of its person come one after the other: whoever is second sees the first. */
    void takeTurns(EmailAddress email) {
        getSession()
                .createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtextextended(:what, 0)) as text) as locked",
                        String.class)
                .addScalar("locked", String.class)
                .setParameter("what", "signup " + HexFormat.of().formatHex(email.hash()))
                .getSingleResult();
    }

    Optional<Signup> of(UUID groupId, EmailAddress email) {
        return find("groupId = ?1 and emailHash = ?2", groupId, email.hash()).firstResultOptional();
    }

    /** Those that still wait for whoever reads this address. */
    List<Signup> waiting(EmailAddress email, Instant since) {
        return find("emailHash = ?1 and memberId is null and modifiedAt > ?2 order by id", email.hash(), since)
                .range(0, MOST_AT_ONCE - 1)
                .list();
    }

    /** Of those that wait no more the hash goes too; returns how many these were. */
    int forget(Instant before) {
        return getSession()
                .createNativeMutationQuery("""
                        update signup set email_hash = null, version = version + 1
                        where email_hash is not null and modified_at < :before
                        """)
                .setParameter("before", before)
                .executeUpdate();
    }
}
