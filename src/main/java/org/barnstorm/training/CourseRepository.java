package org.barnstorm.training;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.barnstorm.platform.paging.Window;

/** Queries over courses. */
@ApplicationScoped
class CourseRepository implements PanacheRepositoryBase<Course, UUID> {

    Optional<Course> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** As it is under the lock: it may have been looked at before. */
    Optional<Course> lockFresh(UUID id) {
        var found = findByIdOptional(id);
        found.ifPresent(each -> getSession().refresh(each, LockModeType.PESSIMISTIC_WRITE));
        return found;
    }

    List<Course> all(Window window) {
        return find("id > ?1 order by id", window.afterId())
                .range(0, window.limit())
                .list();
    }

    List<Course> ofGroups(Collection<UUID> groupIds, Window window) {
        return find("groupId in ?1 and id > ?2 order by id", groupIds, window.afterId())
                .range(0, window.limit())
                .list();
    }

    /** The newest of these groups. */
    List<Course> newest(Collection<UUID> groupIds, int most) {
        return groupIds.isEmpty()
                ? List.of()
                : find("groupId in ?1 order by id desc", groupIds)
                        .range(0, most - 1)
                        .list();
    }

    /** How many of these are courses. */
    long known(Collection<UUID> ids) {
        return ids.isEmpty() ? 0 : count("id in ?1", ids);
    }

    /** Lets edits of what comes before what take turns: together they could close a circle that neither closes alone. */
    void lockRequirements() {
        getSession()
                .createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtextextended('course requirements', 0)) as text) as locked",
                        String.class)
                .addScalar("locked", String.class)
                .getSingleResult();
    }

    /** Whether one of these courses needs that one first, directly or not. */
    boolean need(Collection<UUID> ids, UUID id) {
        return getSession()
                .createNativeQuery("""
                        with recursive need (id) as (
                            select unnest(:ids)
                            union
                            select r.id from course c join need n on n.id = c.id cross join lateral unnest(c.requires) as r (id)
                        )
                        select exists (select 1 from need where id = :id) as found
                        """, Boolean.class)
                .addScalar("found", Boolean.class)
                .setParameter("ids", ids.toArray(UUID[]::new), UUID[].class)
                .setParameter("id", id)
                .getSingleResult();
    }

    Map<UUID, String> titles(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : list("id in ?1", ids).stream().collect(Collectors.toMap(Course::id, Course::title));
    }
}
