package org.barnstorm.mandate;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Queries over endings and what ended with them. */
@ApplicationScoped
class EndingRepository implements PanacheRepositoryBase<Ending, UUID> {
    void include(Ending ending, UUID mandateId) {
        getSession()
                .createNativeMutationQuery(
                        "insert into mandate_ending_item (ending_id, mandate_id) values (:ending, :mandate)")
                .setParameter("ending", ending.id())
                .setParameter("mandate", mandateId)
                .executeUpdate();
    }

    /** The ending by which a mandate is revoked now, locked; it may have ended as one of several. */
    Optional<Ending> lockLastOf(UUID mandateId) {
        return getSession()
                .createNativeQuery("""
                        select e.id from mandate_ending e
                        join mandate_ending_item i on i.ending_id = e.id
                        where i.mandate_id = :mandate and e.undone_at is null
                        order by e.id desc limit 1
                        """, UUID.class)
                .addScalar("id", UUID.class)
                .setParameter("mandate", mandateId)
                .uniqueResultOptional()
                .map(id -> findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** What ended, ids ascending. */
    List<UUID> items(UUID endingId) {
        return getSession()
                .createNativeQuery(
                        "select mandate_id as id from mandate_ending_item where ending_id = :ending order by mandate_id",
                        UUID.class)
                .addScalar("id", UUID.class)
                .setParameter("ending", endingId)
                .getResultList();
    }
}
