package org.barnstorm.training.certificate;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.barnstorm.platform.paging.Window;
import org.barnstorm.platform.security.Link;

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

    /** As it is under the lock: it was looked at before. */
    void lock(Certificate certificate) {
        getSession().refresh(certificate, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Lets certificates get their places one after the other: there is no row yet that they could lock. */
    void lockPlaces() {
        getSession()
                .createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtextextended('certificate places', 0)) as text) as locked",
                        String.class)
                .addScalar("locked", String.class)
                .getSingleResult();
    }

    /** The list that places are given in; the first before there is any. */
    int lastList() {
        return getSession()
                .createNativeQuery("select coalesce(max(status_list), 0) as last from certificate", Integer.class)
                .addScalar("last", Integer.class)
                .getSingleResult();
    }

    int placesIn(int list) {
        return getSession()
                .createNativeQuery(
                        "select count(*) as places from certificate where status_list = :list", Integer.class)
                .addScalar("places", Integer.class)
                .setParameter("list", list)
                .getSingleResult();
    }

    /** Those of these places that somebody has. */
    Set<Integer> taken(int list, Collection<Integer> indexes) {
        return Set.copyOf(getSession()
                .createNativeQuery(
                        "select status_index from certificate where status_list = :list and status_index = any(:indexes)",
                        Integer.class)
                .addScalar("status_index", Integer.class)
                .setParameter("list", list)
                .setParameter("indexes", indexes.toArray(Integer[]::new), Integer[].class)
                .getResultList());
    }

    /**
     * Places of those that stand for nothing any more: revoked by their holders, or of a qualification that was
     * withdrawn. In two halves, so that each is found by its own index, however many certificates there are.
     */
    List<Integer> revokedIn(int list) {
        return getSession()
                .createNativeQuery("""
                        select c.status_index from certificate c
                        where c.status_list = :list and c.revoked_at is not null
                        union
                        select c.status_index from qualification q join certificate c on c.qualification_id = q.id
                        where q.withdrawn_at is not null and c.status_list = :list
                        """, Integer.class)
                .addScalar("status_index", Integer.class)
                .setParameter("list", list)
                .getResultList();
    }
}
