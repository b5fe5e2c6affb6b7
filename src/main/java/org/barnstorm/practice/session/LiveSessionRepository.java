package org.barnstorm.practice.session;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.barnstorm.platform.paging.Window;

/** Queries over live sessions. */
@ApplicationScoped
class LiveSessionRepository implements PanacheRepositoryBase<LiveSession, UUID> {
    /** A task can have lost its time; then its session comes last. */
    private static final String UPCOMING = """
            select s.id, t.starts_at from live_session s join task t on t.id = s.task_id
            where s.course_id = :course and t.status <> 'CANCELLED' and (t.ends_at is null or t.ends_at > :now)
              and (coalesce(t.starts_at, 'infinity'), s.id) > (cast(:at as timestamptz), :id)
            order by coalesce(t.starts_at, 'infinity'), s.id
            limit :most
            """;

    /** A session that is to come or goes on; the time is null when its task has none any more. */
    record Upcoming(UUID id, Instant startsAt) {
        /** What the list of them is ordered by. */
        List<String> key() {
            return List.of(startsAt == null ? "infinity" : startsAt.toString(), id.toString());
        }
    }

    /** Those of a course, the soonest first. */
    List<Upcoming> upcoming(UUID courseId, Instant now, Window window) {
        return getSession()
                .createNativeQuery(UPCOMING, Tuple.class)
                .addScalar("id", UUID.class)
                .addScalar("starts_at", Instant.class)
                .setParameter("course", courseId)
                .setParameter("now", now)
                .setParameter(
                        "at", window.isFirst() ? "-infinity" : window.after().get(0))
                .setParameter("id", window.afterId())
                .setParameter("most", window.limit())
                .getResultStream()
                .map(row -> new Upcoming(row.get("id", UUID.class), row.get("starts_at", Instant.class)))
                .toList();
    }

    /** Of one group, whose task is of the other by now; locked, ids ascending. */
    List<UUID> lockLeftBehind(UUID groupId, UUID taskGroupId, int most) {
        return getSession()
                .createNativeQuery("""
                        select s.id from live_session s join task t on t.id = s.task_id
                        where s.group_id = :group and t.group_id = :tasks
                        order by s.id
                        limit :most
                        for update of s
                        """, UUID.class)
                .addScalar("id", UUID.class)
                .setParameter("group", groupId)
                .setParameter("tasks", taskGroupId)
                .setParameter("most", most)
                .getResultList();
    }

    void moveTo(UUID groupId, Collection<UUID> ids) {
        getSession()
                .createNativeMutationQuery("update live_session set group_id = :group where id = any(:ids)")
                .setParameter("group", groupId)
                .setParameter("ids", ids.toArray(UUID[]::new), UUID[].class)
                .executeUpdate();
    }

    Map<UUID, LiveSession> withIds(Collection<UUID> ids) {
        if (ids.isEmpty()) return Map.of();
        return list("id in ?1", ids).stream().collect(Collectors.toMap(LiveSession::id, Function.identity()));
    }
}
