package org.barnstorm.task;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.barnstorm.platform.paging.Window;

/** Queries over tasks. Their places are in {@link PlaceRepository}. */
@ApplicationScoped
class TaskRepository implements PanacheRepositoryBase<Task, UUID> {
    private static final String VISIBLE = """
            select * from task
            where (group_id = any(:drafts)
                   or group_id = any(:published) and status <> 'DRAFT'
                   or group_id = any(:open) and status = 'OPEN'
                   or created_by = :member and (:everywhere or group_id = any(:branch)))
              and (:status = '' or status = :status)
              and (not :mine or created_by = :member)
              and id > :after
            order by id
            limit :fetch
            """;

    private static final String ALTERNATIVES = """
            select * from task
            where group_id = :group and status = 'OPEN' and taken < capacity and id <> :task
              and (ends_at is null or ends_at > now())
              and not exists (
                  select 1 from assignment a
                  where a.task_id = task.id and a.member_id = :member
                    and a.status in ('OFFERED', 'HELD', 'DONE', 'VERIFIED'))
            order by starts_at nulls last, id
            limit 3
            """;

    /**
     * The groups in which a caller sees tasks, by how much they see.
     *
     * @param drafts everything
     * @param published all but drafts
     * @param open open tasks only
     * @param branch where the caller's own tasks count, whatever they are; null for everywhere
     */
    record Sight(Set<UUID> drafts, Set<UUID> published, Set<UUID> open, Set<UUID> branch) {}

    Optional<Task> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    List<Task> visible(UUID memberId, Sight sight, Task.Status status, boolean mine, Window window) {
        return getSession()
                .createNativeQuery(VISIBLE, Task.class)
                .setParameter("drafts", ids(sight.drafts()), UUID[].class)
                .setParameter("published", ids(sight.published()), UUID[].class)
                .setParameter("open", ids(sight.open()), UUID[].class)
                .setParameter("everywhere", sight.branch() == null)
                .setParameter("branch", ids(sight.branch() == null ? Set.of() : sight.branch()), UUID[].class)
                .setParameter("member", memberId)
                .setParameter("status", status == null ? "" : status.name())
                .setParameter("mine", mine)
                .setParameter("after", window.afterId())
                .setParameter("fetch", window.fetch())
                .getResultList();
    }

    /** Up to three tasks of the same group that the member could take instead. */
    List<Task> alternatives(Task task, UUID memberId) {
        return getSession()
                .createNativeQuery(ALTERNATIVES, Task.class)
                .setParameter("group", task.groupId())
                .setParameter("task", task.id())
                .setParameter("member", memberId)
                .getResultList();
    }

    private static UUID[] ids(Set<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }
}
