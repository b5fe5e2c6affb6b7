package org.barnstorm.certification;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.barnstorm.platform.paging.Window;

/** Queries over certifications. What is over is decided by the database's clock, which all replicas share. */
@ApplicationScoped
class CertificationRepository implements PanacheRepositoryBase<Certification, UUID> {
    private static final String STANDING = """
            select exists (
                select 1 from certification
                where group_id = any(:groups)
                  and (status = 'CERTIFIED' or status = 'WARNED' and lapses_at > now())
            ) as standing
            """;

    Optional<Certification> ofGroup(UUID groupId) {
        return find("groupId", groupId).firstResultOptional();
    }

    Optional<Certification> lockOfGroup(UUID groupId) {
        return find("groupId", groupId).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    /** Those that these groups have or had, by group. */
    Map<UUID, Certification> ofGroups(Collection<UUID> groupIds) {
        return stream("groupId in ?1", groupIds).collect(Collectors.toMap(Certification::groupId, Function.identity()));
    }

    List<Certification> inGroups(Collection<UUID> groupIds, Certification.Status status, Window window) {
        return status == null
                ? find("groupId in ?1 and id > ?2 order by id", groupIds, window.afterId())
                        .range(0, window.limit())
                        .list()
                : find("groupId in ?1 and status = ?2 and id > ?3 order by id", groupIds, status, window.afterId())
                        .range(0, window.limit())
                        .list();
    }

    /** Whether one of these groups is certified now; no longer, once the day that was announced has come. */
    boolean anyStands(Collection<UUID> groupIds) {
        return getSession()
                .createNativeQuery(STANDING, Boolean.class)
                .addScalar("standing", Boolean.class)
                .setParameter("groups", groupIds.toArray(UUID[]::new), UUID[].class)
                .getSingleResult();
    }

    Instant databaseTime() {
        return getSession()
                .createNativeQuery("select now() as now", Instant.class)
                .addScalar("now", Instant.class)
                .getSingleResult();
    }
}
