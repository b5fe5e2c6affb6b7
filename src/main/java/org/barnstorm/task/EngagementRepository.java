package org.barnstorm.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.barnstorm.platform.GeoPoint;
import org.hibernate.Session;

/** What qualifications open, and when people last did something. */
@ApplicationScoped
class EngagementRepository {
    /** So many open tasks that need one course are looked at, the newest. */
    private static final int REACH = 200;

    /** The audiences are those of TaskRepository; who was invited does not need to be told what it takes. */
    private static final String OPENED = """
            select c.id as course_id, t.kind, t.group_id, count(*) as tasks
            from unnest(:courses) as c(id)
            cross join lateral (
                select * from task
                where required_course_id = c.id and status = 'OPEN'
                order by id desc
                limit :reach
            ) t
            where (t.ends_at is null or t.ends_at > now()) and not t.group_id = any(:resting)
              and (t.audience = 'GROUP' and t.group_id = any(:groups)
                   or t.audience = 'BRANCH' and t.group_id = any(:lines)
                   or t.audience = 'MOVEMENT' and t.movement_id = any(:movements)
                   or t.audience = 'NEARBY' and t.movement_id = any(:movements)
                      and distance_km(t.latitude, t.longitude, :latitude, :longitude) <= t.audience_km)
            group by c.id, t.kind, t.group_id
            """;

    /** One reads the few assignments of each person, found by the index on them, and then their tasks. */
    private static final String ACTIVITY = """
            select a.member_id, max(greatest(a.held_at, a.completed_at)) as last,
                   count(*) filter (where a.status = 'VERIFIED' and a.verified_by is not null) as confirmed,
                   bool_or(a.status = 'HELD') as holding
            from assignment a join task t on t.id = a.task_id
            where a.member_id = any(:members) and a.held_at is not null and t.group_id = any(:groups)
            group by a.member_id
            """;

    /** Open tasks of one kind in one group that need a course. */
    record Opened(UUID courseId, String kind, UUID groupId, long tasks) {}

    private final Session database;

    EngagementRepository(Session database) {
        this.database = database;
    }

    List<Opened> opened(Collection<UUID> courses, TaskRepository.Belonging who) {
        return database.createNativeQuery(OPENED, Opened.class)
                .setParameter("courses", ids(courses), UUID[].class)
                .setParameter("reach", REACH)
                .setParameter("groups", ids(who.groups()), UUID[].class)
                .setParameter("lines", ids(who.lines()), UUID[].class)
                .setParameter("movements", ids(who.movements()), UUID[].class)
                .setParameter("resting", ids(who.resting()), UUID[].class)
                .setParameter("latitude", GeoPoint.latitude(who.home()), BigDecimal.class)
                .setParameter("longitude", GeoPoint.longitude(who.home()), BigDecimal.class)
                .getResultList();
    }

    List<Engagement.Activity> activity(Collection<UUID> members, Collection<UUID> groups) {
        return database.createNativeQuery(ACTIVITY, Object[].class)
                .setParameter("members", ids(members), UUID[].class)
                .setParameter("groups", ids(groups), UUID[].class)
                .getResultStream()
                .map(row -> new Engagement.Activity(
                        (UUID) row[0], (Instant) row[1], ((Number) row[2]).longValue(), (Boolean) row[3]))
                .toList();
    }

    private static UUID[] ids(Collection<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }
}
