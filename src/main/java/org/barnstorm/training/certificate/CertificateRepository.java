package org.barnstorm.training.certificate;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.barnstorm.platform.paging.Window;

/** Queries over certificates. */
@ApplicationScoped
class CertificateRepository implements PanacheRepositoryBase<Certificate, UUID> {
    Optional<Certificate> behind(Link link) {
        return find("linkHash = ?1 and revokedAt is null", link.hash()).firstResultOptional();
    }

    Optional<Certificate> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    List<Certificate> of(UUID memberId, Window window) {
        return find("memberId = ?1 and id > ?2 order by id", memberId, window.afterId())
                .range(0, window.limit())
                .list();
    }

    /** Those that stand for nothing any more: revoked by their holders, or of a qualification that was withdrawn. */
    List<UUID> revoked() {
        return getSession()
                .createNativeQuery("""
                        select c.id from certificate c join qualification q on q.id = c.qualification_id
                        where c.revoked_at is not null or q.withdrawn_at is not null
                        order by c.id
                        """, UUID.class)
                .addScalar("id", UUID.class)
                .getResultList();
    }
}
