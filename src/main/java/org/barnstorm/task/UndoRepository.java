package org.barnstorm.task;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What was undone, and finding what can be. */
@ApplicationScoped
class UndoRepository implements PanacheRepositoryBase<WorkUndo, UUID> {
    /** As many as stay well below a transaction's ten seconds: what is shown is undone as a whole or not at all. */
    static final int BATCH = 500;

    /** As {@link Deed#of} has it, with the time of each deed. */
    private static final String DEEDS = """
            select a.id, a.task_id, count(*) over () as total
            from assignment a
            join task t on t.id = a.task_id
            cross join lateral (
                select case when a.member_id <> :member then a.verified_at
                            when a.status = 'HELD' then a.held_at
                            else a.completed_at end as at
            ) as deed
            where t.group_id = any(:groups)
              and (a.member_id = :member and a.status in ('HELD', 'DONE', 'VERIFIED')
                   or a.verified_by = :member and a.status = 'VERIFIED')
              and deed.at >= :since
            order by deed.at, a.id
            limit :batch
            """;

    /**
     * Holds with which somebody did something that can be undone: the first ones, without a lock.
     *
     * @param total how many there are in all
     */
    record Found(List<UUID> holds, Set<UUID> tasks, long total) {}

    Found find(Set<UUID> groups, UUID memberId, Instant since) {
        var rows = getSession()
                .createNativeQuery(DEEDS, Tuple.class)
                .setParameter("groups", groups.toArray(UUID[]::new), UUID[].class)
                .setParameter("member", memberId)
                .setParameter("since", since)
                .setParameter("batch", BATCH)
                .getResultList();
        return new Found(
                rows.stream().map(row -> row.get("id", UUID.class)).toList(),
                rows.stream().map(row -> row.get("task_id", UUID.class)).collect(Collectors.toSet()),
                rows.isEmpty() ? 0 : rows.get(0).get("total", Number.class).longValue());
    }

    /** These holds with their tasks. */
    List<HoldRepository.Look> looks(List<UUID> holds) {
        return getSession()
                .createQuery(
                        "select t, a from Assignment a join Task t on t.id = a.taskId where a.id in :ids",
                        HoldRepository.Look.class)
                .setParameter("ids", holds)
                .getResultList();
    }
}
