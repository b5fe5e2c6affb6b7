package org.barnstorm.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.barnstorm.platform.paging.Window;
import org.hibernate.Session;

/** Reading places that were given to an office instead of a person, without locks. */
@ApplicationScoped
class OfficeRepository {
    private static final String WAITING = """
            select a.* from assignment a
            join task t on t.id = a.task_id
            where a.member_id is null and a.status = 'OFFERED' and a.expires_at > now() and a.id > :after
              and (t.ends_at is null or t.ends_at > now())
              and a.office_group_id = any(:groups)
              and (a.office_role is null and a.office_group_id = any(:memberships)
                   or (a.office_role, a.office_group_id) in (select * from unnest(:roles, :offices)))
            order by a.id
            limit :fetch
            """;

    private static final String HELD = """
            select a.* from assignment a
            join task t on t.id = a.task_id
            where a.status = 'HELD' and a.office_group_id is not null and a.id > :after
              and (t.ends_at is null or t.ends_at > now())
            order by a.id
            limit :limit
            """;

    private final Session database;

    OfficeRepository(Session database) {
        this.database = database;
    }

    /** Places that wait for any of these offices, with their tasks. */
    List<HoldRepository.Look> waiting(Set<Office> offices, Window window) {
        var roles =
                offices.stream().filter(office -> !office.belongsToAnyMember()).toList();
        var found = database.createNativeQuery(WAITING, Assignment.class)
                .setParameter("groups", groups(offices), UUID[].class)
                .setParameter(
                        "memberships",
                        groups(offices.stream()
                                .filter(Office::belongsToAnyMember)
                                .toList()),
                        UUID[].class)
                .setParameter(
                        "roles",
                        roles.stream().map(office -> office.role().name()).toArray(String[]::new),
                        String[].class)
                .setParameter("offices", groups(roles), UUID[].class)
                .setParameter("after", window.afterId())
                .setParameter("fetch", window.fetch())
                .getResultList();
        var tasks = database.findMultiple(
                Task.class, found.stream().map(Assignment::taskId).distinct().toList());
        return found.stream()
                .map(hold -> new HoldRepository.Look(taskOf(hold, tasks), hold))
                .toList();
    }

    /** An office that a place of a task waits for. */
    record WaitedFor(UUID taskId, Office office) {}

    /** The offices that places of these tasks wait for. */
    List<WaitedFor> waitedFor(Collection<UUID> taskIds) {
        return database.createQuery("""
                        select distinct taskId, office from Assignment
                        where taskId in ?1 and memberId is null and status = OFFERED
                        """, WaitedFor.class)
                .setParameter(1, taskIds)
                .getResultList();
    }

    /** Places that somebody holds by an office, of work that is not over, in pages: the sweeper looks at all of them. */
    List<Assignment> held(UUID after, int limit) {
        return database.createNativeQuery(HELD, Assignment.class)
                .setParameter("after", after)
                .setParameter("limit", limit)
                .getResultList();
    }

    private static UUID[] groups(Collection<Office> offices) {
        return offices.stream().map(Office::groupId).toArray(UUID[]::new);
    }

    private static Task taskOf(Assignment hold, List<Task> tasks) {
        return tasks.stream()
                .filter(task -> task.id().equals(hold.taskId()))
                .findFirst()
                .orElseThrow();
    }
}
