package org.barnstorm.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.barnstorm.platform.paging.Window;
import org.hibernate.Session;

/** Who is invited to which task. */
@ApplicationScoped
class TaskInvitationRepository {
    /** One row of the table. */
    record Row(UUID memberId, UUID invitedBy, Instant invitedAt) {}

    private final Session database;

    TaskInvitationRepository(Session database) {
        this.database = database;
    }

    boolean exists(UUID taskId, UUID memberId) {
        return !database.createNativeQuery(
                        "select 1 as invited from task_invitation where task_id = :task and member_id = :member",
                        Integer.class)
                .addScalar("invited", Integer.class)
                .setParameter("task", taskId)
                .setParameter("member", memberId)
                .getResultList()
                .isEmpty();
    }

    /** Those of these tasks to which somebody is invited. */
    Set<UUID> of(UUID memberId, Collection<UUID> taskIds) {
        return Set.copyOf(database.createNativeQuery(
                        "select task_id from task_invitation where task_id = any(:tasks) and member_id = :member",
                        UUID.class)
                .addScalar("task_id", UUID.class)
                .setParameter("tasks", taskIds.toArray(UUID[]::new), UUID[].class)
                .setParameter("member", memberId)
                .getResultList());
    }

    /** Those of these people who are invited. */
    Set<UUID> among(UUID taskId, Collection<UUID> memberIds) {
        return Set.copyOf(database.createNativeQuery(
                        "select member_id from task_invitation where task_id = :task and member_id = any(:members)",
                        UUID.class)
                .addScalar("member_id", UUID.class)
                .setParameter("task", taskId)
                .setParameter("members", memberIds.toArray(UUID[]::new), UUID[].class)
                .getResultList());
    }

    /** Who was invited to these tasks. */
    Map<UUID, Set<UUID>> invited(Collection<UUID> tasks) {
        record Invited(UUID taskId, UUID memberId) {}
        return database.createNativeQuery(
                        "select task_id, member_id from task_invitation where task_id = any(:tasks)", Object[].class)
                .setParameter("tasks", tasks.toArray(UUID[]::new), UUID[].class)
                .getResultStream()
                .map(row -> new Invited((UUID) row[0], (UUID) row[1]))
                .collect(Collectors.groupingBy(
                        Invited::taskId, Collectors.mapping(Invited::memberId, Collectors.toSet())));
    }

    /** Returns how many of them were not invited before. */
    int add(UUID taskId, Collection<UUID> memberIds, UUID by) {
        return database.createNativeMutationQuery("""
                        insert into task_invitation (task_id, member_id, invited_by)
                        select :task, member_id, :by from unnest(:members) as member_id
                        on conflict do nothing
                        """)
                .setParameter("task", taskId)
                .setParameter("by", by)
                .setParameter("members", memberIds.toArray(UUID[]::new), UUID[].class)
                .executeUpdate();
    }

    /** Returns whether they were invited. */
    boolean remove(UUID taskId, UUID memberId) {
        return database.createNativeMutationQuery(
                                "delete from task_invitation where task_id = :task and member_id = :member")
                        .setParameter("task", taskId)
                        .setParameter("member", memberId)
                        .executeUpdate()
                > 0;
    }

    List<Row> ofTask(UUID taskId, Window window) {
        return database.createNativeQuery("""
                        select member_id, invited_by, invited_at from task_invitation
                        where task_id = :task and member_id > :after
                        order by member_id
                        limit :fetch
                        """, Row.class)
                .setParameter("task", taskId)
                .setParameter("after", window.afterId())
                .setParameter("fetch", window.fetch())
                .getResultList();
    }
}
