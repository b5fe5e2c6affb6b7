package org.barnstorm.calendar;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.barnstorm.platform.paging.Window;
import org.barnstorm.platform.security.Link;

/** Queries over calendars. */
@ApplicationScoped
class CalendarRepository implements PanacheRepositoryBase<Calendar, UUID> {
    Optional<Calendar> behind(Link link) {
        return find("linkHash = ?1 and revokedAt is null", link.hash()).firstResultOptional();
    }

    Optional<Calendar> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    List<Calendar> of(UUID memberId, Window window) {
        return find("memberId = ?1 and id > ?2 order by id", memberId, window.afterId())
                .range(0, window.limit())
                .list();
    }

    /** How many links of this person lead somewhere. Until the transaction ends, they make no others. */
    long live(UUID memberId) {
        getSession()
                .createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtextextended('calendars of ' || :member, 0)) as text) as locked",
                        String.class)
                .addScalar("locked", String.class)
                .setParameter("member", memberId.toString())
                .getSingleResult();
        return count("memberId = ?1 and revokedAt is null", memberId);
    }
}
