package org.barnstorm.group;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.platform.paging.Window;

/** Every query over groups. */
@ApplicationScoped
class GroupRepository implements PanacheRepositoryBase<LocalGroup, UUID> {
    /** In the directory: below a group (or anywhere), with these words in the name. */
    private static final String DIRECTORY =
            "mergedInto is null and (?1 = '' or path = ?1 or path like ?2) and lower(name) like ?3 escape '\\' and path > ?4"
                    + " order by path";

    /**
     * Great-circle distance in kilometres by the haversine formula (R. W. Sinnott, "Virtues of the Haversine", 1984) on
     * a sphere of the earth's mean radius, 6371.0088 km (IUGG). A band of latitude keeps the index in use: a degree of
     * latitude is nowhere shorter than 110.5 km.
     */
    private static final String NEARBY = """
            select g.*, d.km
            from local_group g
            cross join lateral (
                select 2 * 6371.0088 * asin(least(1, sqrt(
                    power(sin(radians(g.latitude - :latitude) / 2), 2)
                    + cos(radians(:latitude)) * cos(radians(g.latitude))
                      * power(sin(radians(g.longitude - :longitude) / 2), 2)))) as km
            ) as d
            where g.latitude between :latitude - :within / 110.5 and :latitude + :within / 110.5
              and g.merged_into is null
              and (:branch = '' or g.path = :branch or g.path like :below)
              and lower(g.name) like :words escape '\\'
              and d.km <= :within
              and (d.km, g.path) > (:afterKm, :afterPath)
            order by d.km, g.path
            limit :fetch
            """;

    /** A group with its distance from a point. */
    record Nearby(LocalGroup group, double km) {}

    Optional<LocalGroup> findByPath(GroupPath path) {
        return find("path", path.value()).firstResultOptional();
    }

    Optional<LocalGroup> lockByPath(GroupPath path) {
        return find("path", path.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    List<LocalGroup> findByPaths(Collection<String> paths) {
        return list("path in ?1", paths);
    }

    List<UUID> idsOfBranch(GroupPath path) {
        return getSession()
                .createQuery("select id from LocalGroup where path = ?1 or path like ?2", UUID.class)
                .setParameter(1, path.value())
                .setParameter(2, below(path))
                .getResultList();
    }

    List<UUID> idsAfter(UUID id, int most) {
        return getSession()
                .createQuery("select id from LocalGroup where id > ?1 order by id", UUID.class)
                .setParameter(1, id)
                .setMaxResults(most)
                .getResultList();
    }

    /** Than a request does, for a lock of this transaction. */
    void waitLonger() {
        getSession()
                .createNativeQuery("select set_config('lock_timeout', '2s', true) as value", String.class)
                .addScalar("value", String.class)
                .getSingleResult();
    }

    /** Alone, without anybody who refers to it: Hibernate's own lock would let those by. */
    void lockAlone(UUID id) {
        lock("select 1 as locked from local_group where id = :id for update", id);
    }

    /** Shared with whatever refers to it by a foreign key; who wants it alone waits for the end of the transaction. */
    Optional<UUID> shareMergedInto(UUID id) {
        return mergedInto("select merged_into from local_group where id = :id for key share", id);
    }

    /** The group itself, or what it is part of; nothing if it is gone. Shared likewise. */
    Optional<UUID> shareStanding(UUID id) {
        return mergedInto(
                "select coalesce(merged_into, id) as merged_into from local_group where id = :id for key share", id);
    }

    /** Shared, so that it is not even said that it is merged before the transaction ends. */
    Optional<UUID> keepMergedInto(UUID id) {
        return mergedInto("select merged_into from local_group where id = :id for share", id);
    }

    private Optional<UUID> mergedInto(String query, UUID id) {
        return getSession()
                .createNativeQuery(query, UUID.class)
                .addScalar("merged_into", UUID.class)
                .setParameter("id", id)
                .uniqueResultOptional();
    }

    boolean hasGroupsBelow(UUID id) {
        return count("parentId = ?1 and mergedInto is null", id) > 0;
    }

    /** Not against those who only refer to it. */
    void takeTurns(UUID id) {
        lock("select 1 as locked from local_group where id = :id for no key update", id);
    }

    /** The same, unless somebody else has it. */
    boolean lockOrSkip(UUID id) {
        return lock("select 1 as locked from local_group where id = :id for no key update skip locked", id);
    }

    private boolean lock(String query, UUID id) {
        return !getSession()
                .createNativeQuery(query, Integer.class)
                .addScalar("locked", Integer.class)
                .setParameter("id", id)
                .getResultList()
                .isEmpty();
    }

    List<LocalGroup> directory(GroupPath under, String words, Window window) {
        var after = window.isFirst() ? "" : window.after().get(0);
        return find(DIRECTORY, branch(under), below(under), like(words), after)
                .range(0, window.limit())
                .list();
    }

    List<Nearby> nearby(
            GroupPath under, String words, double latitude, double longitude, double within, Window window) {
        var rows = getSession()
                .createNativeQuery(NEARBY, "LocalGroup.nearby", Object[].class)
                .setParameter("latitude", latitude)
                .setParameter("longitude", longitude)
                .setParameter("within", within)
                .setParameter("branch", branch(under))
                .setParameter("below", below(under))
                .setParameter("words", like(words))
                .setParameter(
                        "afterKm",
                        window.isFirst()
                                ? -1
                                : Double.parseDouble(window.after().get(0)))
                .setParameter(
                        "afterPath", window.isFirst() ? "" : window.after().get(1))
                .setParameter("fetch", window.fetch())
                .getResultList();
        return rows.stream()
                .map(row -> new Nearby((LocalGroup) row[0], ((Number) row[1]).doubleValue()))
                .toList();
    }

    private static String branch(GroupPath under) {
        return under == null ? "" : under.value();
    }

    /** A path has no character that {@code like} reads as a wildcard. */
    private static String below(GroupPath under) {
        return under == null ? "" : under.value() + ".%";
    }

    private static String like(String words) {
        if (words == null) return "%";
        return '%' + words.toLowerCase(Locale.ROOT).replaceAll("[\\\\%_]", "\\\\$0") + '%';
    }
}
