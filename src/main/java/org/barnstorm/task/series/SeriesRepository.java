package org.barnstorm.task.series;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.barnstorm.platform.paging.Window;

/** Queries over series. */
@ApplicationScoped
class SeriesRepository implements PanacheRepositoryBase<Series, UUID> {
    private static final String DUE = """
            select id from series
            where ended_at is null and next_at <= :until
            order by next_at, id
            limit :limit
            """;

    /** Locks it, and reads it as it is now. */
    void lock(Series series) {
        getSession().refresh(series, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Locks the series unless somebody else works on it; then the sweeper comes back later. */
    Optional<Series> lockOrSkip(UUID id) {
        var free = getSession()
                .createNativeQuery(
                        "select 1 as locked from series where id = :id for update skip locked", Integer.class)
                .addScalar("locked", Integer.class)
                .setParameter("id", id)
                .getResultList();
        return free.isEmpty() ? Optional.empty() : findByIdOptional(id);
    }

    /** Series of a group that have not ended, locked, ids ascending. */
    List<UUID> lockRunning(UUID groupId, int most) {
        return getSession()
                .createNativeQuery(
                        "select id from series where group_id = :group and ended_at is null order by id limit :most for update",
                        UUID.class)
                .addScalar("id", UUID.class)
                .setParameter("group", groupId)
                .setParameter("most", most)
                .getResultList();
    }

    /** Of series of a group that have not ended, and say one. */
    List<String> runningKinds(UUID groupId) {
        return getSession()
                .createNativeQuery("""
                        select distinct content ->> 'kind' as kind from series
                        where group_id = :group and ended_at is null and content ->> 'kind' is not null
                        """, String.class)
                .addScalar("kind", String.class)
                .setParameter("group", groupId)
                .getResultList();
    }

    void moveTo(UUID groupId, Collection<UUID> ids) {
        getSession()
                .createNativeMutationQuery(
                        "update series set group_id = :group, version = version + 1 where id = any(:ids)")
                .setParameter("group", groupId)
                .setParameter("ids", ids.toArray(UUID[]::new), UUID[].class)
                .executeUpdate();
    }

    List<Series> ofGroups(Collection<UUID> groupIds, Window window) {
        return find("groupId in ?1 and id > ?2 order by id", groupIds, window.afterId())
                .range(0, window.limit())
                .list();
    }

    /** Series with an occurrence until then for which there is no task. */
    List<UUID> due(Instant until, int limit) {
        return getSession()
                .createNativeQuery(DUE, UUID.class)
                .addScalar("id", UUID.class)
                .setParameter("until", until)
                .setParameter("limit", limit)
                .getResultList();
    }

    /** Not part of the content version: how far tasks have been made is nobody's edit. */
    void madeUntil(Series series, Instant nextAt) {
        getSession()
                .createNativeMutationQuery("update series set next_at = :next where id = :id")
                .setParameter("next", nextAt, Instant.class)
                .setParameter("id", series.id())
                .executeUpdate();
    }
}
