package org.barnstorm.task;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.barnstorm.authority.Warrant;
import org.barnstorm.platform.GeoPoint;
import org.barnstorm.platform.paging.Window;
import org.hibernate.query.NativeQuery;

/** Queries over tasks. Their places are in {@link PlaceRepository}. */
@ApplicationScoped
class TaskRepository implements PanacheRepositoryBase<Task, UUID> {
    /** Which tasks somebody sees: the one rule for every list. Its parameters are those of {@link #asSeenBy}. */
    static final String SEEN = """
            (group_id = any(:drafts)
             or group_id = any(:published) and status <> 'DRAFT'
             or created_by = :member
             or %s
             or status = 'OPEN' and not group_id = any(:resting) and (
                    audience = 'GROUP' and group_id = any(:groups)
                 or audience = 'BRANCH' and group_id = any(:lines)
                 or audience = 'MOVEMENT' and movement_id = any(:movements)
                 or audience = 'NEARBY' and movement_id = any(:movements)
                    and distance_km(latitude, longitude, :latitude, :longitude) <= audience_km
                 or exists (
                    select 1 from task_invitation i where i.task_id = task.id and i.member_id = :member)
                 or movement_id = any(:movements) and id in (
                    select c.task_id from rescue_call c where c.member_id = :member and c.until > now())))
            """.formatted(LimitedReach.within("task"));

    private static final String VISIBLE = "select * from task where " + SEEN + """
              and (:everywhere or group_id = any(:branch))
              and (:status = '' or status = :status)
              and (not :mine or created_by = :member)
              and id > :after
            order by id
            limit :fetch
            """;

    static final String ALTERNATIVES = """
            select * from task
            where group_id = :group and status = 'OPEN' and taken < capacity and id <> :task
              and (ends_at is null or ends_at > now())
              and not exists (
                  select 1 from assignment a
                  where a.task_id = task.id and a.member_id = :member
                    and a.status in ('OFFERED', 'HELD', 'DONE', 'VERIFIED'))
            order by starts_at nulls last, id
            limit 20
            """;

    /**
     * The groups in which a caller sees tasks, by how much they see.
     *
     * @param drafts everything
     * @param published all but drafts
     * @param narrow what is within the limits of mandates that have some
     * @param open open tasks that are for them
     * @param branch groups to look in; null for everywhere
     */
    record Sight(Set<UUID> drafts, Set<UUID> published, LimitedReach.Narrow narrow, Belonging open, Set<UUID> branch) {}

    /**
     * What decides whether an open task is for somebody.
     *
     * @param groups in which they are an active member
     * @param lines those and the groups above them
     * @param movements the roots of these
     * @param resting groups in which they are suspended
     * @param home where they live; null when they have not said
     */
    record Belonging(
            UUID memberId, Set<UUID> groups, Set<UUID> lines, Set<UUID> movements, Set<UUID> resting, GeoPoint home) {}

    Optional<Task> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    List<Task> visible(Sight sight, Task.Status status, boolean mine, Window window) {
        return asSeenBy(sight, getSession().createNativeQuery(VISIBLE, Task.class))
                .setParameter("everywhere", sight.branch() == null)
                .setParameter("branch", ids(sight.branch() == null ? Set.of() : sight.branch()), UUID[].class)
                .setParameter("status", status == null ? "" : status.name())
                .setParameter("mine", mine)
                .setParameter("after", window.afterId())
                .setParameter("fetch", window.fetch())
                .getResultList();
    }

    /**
     * The mandate for an act on a task whose row this transaction has just changed without reading it: what it is about may
     * have changed before.
     */
    UUID requireWithin(Warrant warrant, Task task) {
        if (warrant.isLimited()) getSession().refresh(task);
        return warrant.over(task.matter());
    }

    /** Some tasks of the same group with a place, in none of which the member has one; whom they are for is not asked. */
    List<Task> alternatives(Task task, UUID memberId) {
        return getSession()
                .createNativeQuery(ALTERNATIVES, Task.class)
                .setParameter("group", task.groupId())
                .setParameter("task", task.id())
                .setParameter("member", memberId)
                .getResultList();
    }

    /** Fills in whoever looks. */
    static <T> NativeQuery<T> asSeenBy(Sight sight, NativeQuery<T> query) {
        var open = sight.open();
        return query.setParameter("drafts", ids(sight.drafts()), UUID[].class)
                .setParameter("published", ids(sight.published()), UUID[].class)
                .setParameter("narrow", sight.narrow().exists())
                .setParameter("narrowed", sight.narrow().each())
                .setParameter("groups", ids(open.groups()), UUID[].class)
                .setParameter("lines", ids(open.lines()), UUID[].class)
                .setParameter("movements", ids(open.movements()), UUID[].class)
                .setParameter("resting", ids(open.resting()), UUID[].class)
                .setParameter("latitude", GeoPoint.latitude(open.home()), BigDecimal.class)
                .setParameter("longitude", GeoPoint.longitude(open.home()), BigDecimal.class)
                .setParameter("member", open.memberId());
    }

    static UUID[] ids(Set<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }
}
