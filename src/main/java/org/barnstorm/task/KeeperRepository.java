package org.barnstorm.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.barnstorm.authority.Matter;
import org.barnstorm.mandate.WorkInFlight.Handing;
import org.barnstorm.mandate.WorkInFlight.Piece;
import org.barnstorm.platform.paging.Window;
import org.hibernate.Session;

/** Who looks after a task: its maker, or whoever it was entrusted to since. */
@ApplicationScoped
class KeeperRepository {
    /** Work that is open: it can still be done, or somebody has a place in it that is not settled. */
    private static final String OPEN = """
            (t.status in ('DRAFT', 'WAITING', 'OPEN') and (t.ends_at is null or t.ends_at > now())
             or t.status in ('OPEN', 'CLOSED') and exists (
                 select 1 from assignment a
                 where a.task_id = t.id and a.status in ('OFFERED', 'HELD', 'DONE')))
            """;

    /** What they made and what came to them are found by an index each; together in one condition they are not. */
    private static final String LOOKED_AFTER = """
            with theirs as (
                select m.id from task m
                where m.created_by = :member and not exists (select 1 from task_keeper k where k.task_id = m.id)
                union
                select k.task_id from task_keeper k where k.member_id = :member)
            select t.id, t.group_id, t.campaign_id, t.kind, t.capacity from theirs join task t on t.id = theirs.id
            where t.group_id = any(:groups) and %s
            order by t.id
            """.formatted(OPEN);

    /** The maker needs no row. */
    private static final String UNKEEP = """
            delete from task_keeper k
            using unnest(:tasks, :members) as now (task_id, member_id) join task t on t.id = now.task_id
            where k.task_id = now.task_id and t.created_by = now.member_id
            """;

    private static final String KEEP = """
            insert into task_keeper (task_id, member_id)
            select now.task_id, now.member_id
            from unnest(:tasks, :members) as now (task_id, member_id) join task t on t.id = now.task_id
            where t.created_by <> now.member_id
            on conflict (task_id) do update set member_id = excluded.member_id
            """;

    private static final String REMEMBER = """
            insert into task_entrusted (cause_id, task_id, from_member, to_member, at)
            select :cause, handed.task_id, handed.from_member, handed.to_member, now()
            from unnest(:tasks, :froms, :members) as handed (task_id, from_member, to_member)
            """;

    private static final String TO_GIVE_BACK = """
            select t.id, t.group_id, t.campaign_id, t.kind, t.capacity, e.from_member, e.to_member from task_entrusted e
            join task t on t.id = e.task_id
            left join task_keeper k on k.task_id = e.task_id
            where e.cause_id = :cause and e.given_back is null and coalesce(k.member_id, t.created_by) = e.to_member
            order by e.task_id
            """;

    private static final String KEEP_UNTIL = """
            with now_kept as (
                update task_entrusted set given_back = now()
                where cause_id = :cause and task_id = any(:tasks) and given_back is null
                returning task_id, from_member, to_member, at)
            insert into task_entrusted (cause_id, task_id, from_member, to_member, at)
            select :other, task_id, from_member, to_member, at from now_kept
            on conflict do nothing
            """;

    /** Only what is open, and where they have authority over tasks: without that, nobody looks after anything. */
    private static final String ENTRUSTED = """
            select e.task_id, e.from_member, max(e.at) as at from task_entrusted e
            join task t on t.id = e.task_id
            join task_keeper k on k.task_id = e.task_id and k.member_id = e.to_member
            where e.to_member = :member and e.given_back is null and e.task_id > :after
              and (t.status = 'DRAFT' and t.group_id = any(:drafts) or t.status <> 'DRAFT' and t.group_id = any(:published)
                   or %s)
              and %s
              and not exists (
                  select 1 from task_entrusted later
                  where later.task_id = e.task_id and later.given_back is null and later.at > e.at)
            group by e.task_id, e.from_member
            order by e.task_id
            limit :fetch
            """.formatted(LimitedReach.within("t"), OPEN);

    private final Session database;

    KeeperRepository(Session database) {
        this.database = database;
    }

    List<Piece> lookedAfterBy(UUID memberId, Collection<UUID> groupIds) {
        return database.createNativeQuery(LOOKED_AFTER, Tuple.class)
                .setParameter("groups", groupIds.toArray(UUID[]::new), UUID[].class)
                .setParameter("member", memberId)
                .getResultStream()
                .map(KeeperRepository::piece)
                .toList();
    }

    private static Piece piece(Tuple row) {
        var about = new Matter(
                row.get("campaign_id", UUID.class), row.get("kind", String.class), row.get("capacity", Integer.class));
        return new Piece(row.get("id", UUID.class), row.get("group_id", UUID.class), about);
    }

    void entrust(UUID cause, List<Handing> handings) {
        keep(handings);
        database.createNativeMutationQuery(REMEMBER)
                .setParameter("cause", cause)
                .setParameter("tasks", ids(handings, handing -> handing.piece().id()), UUID[].class)
                .setParameter("froms", ids(handings, Handing::from), UUID[].class)
                .setParameter("members", ids(handings, Handing::to), UUID[].class)
                .executeUpdate();
    }

    /** Which tasks are still with those to whom this cause entrusted them, ids ascending, each the way back. */
    List<Handing> toGiveBack(UUID cause) {
        return database.createNativeQuery(TO_GIVE_BACK, Tuple.class)
                .setParameter("cause", cause)
                .getResultStream()
                .map(row ->
                        new Handing(piece(row), row.get("to_member", UUID.class), row.get("from_member", UUID.class)))
                .toList();
    }

    void giveBack(UUID cause, List<Handing> handings) {
        keep(handings);
        database.createNativeMutationQuery("update task_entrusted set given_back = now()"
                        + " where cause_id = :cause and task_id = any(:tasks) and given_back is null")
                .setParameter("cause", cause)
                .setParameter("tasks", ids(handings, handing -> handing.piece().id()), UUID[].class)
                .executeUpdate();
    }

    /** From now on another cause gives them back. */
    void keepUntil(UUID other, UUID cause, List<Handing> handings) {
        database.createNativeMutationQuery(KEEP_UNTIL)
                .setParameter("other", other)
                .setParameter("cause", cause)
                .setParameter("tasks", ids(handings, handing -> handing.piece().id()), UUID[].class)
                .executeUpdate();
    }

    private void keep(List<Handing> handings) {
        for (var statement : List.of(UNKEEP, KEEP)) {
            database.createNativeMutationQuery(statement)
                    .setParameter(
                            "tasks", ids(handings, handing -> handing.piece().id()), UUID[].class)
                    .setParameter("members", ids(handings, Handing::to), UUID[].class)
                    .executeUpdate();
        }
    }

    private static UUID[] ids(List<Handing> handings, Function<Handing, UUID> id) {
        return handings.stream().map(id).toArray(UUID[]::new);
    }

    /** A task that came to somebody, from whom and when. */
    record Entrusted(UUID taskId, UUID from, Instant at) {}

    /** Open work that somebody looks after and others did before, ids of tasks ascending. */
    List<Entrusted> entrustedTo(TaskRepository.Sight sight, Window window) {
        return database.createNativeQuery(ENTRUSTED, Tuple.class)
                .addScalar("task_id", UUID.class)
                .addScalar("from_member", UUID.class)
                .addScalar("at", Instant.class)
                .setParameter("member", sight.open().memberId())
                .setParameter("drafts", sight.drafts().toArray(UUID[]::new), UUID[].class)
                .setParameter("published", sight.published().toArray(UUID[]::new), UUID[].class)
                .setParameter("narrow", sight.narrow().exists())
                .setParameter("narrowed", sight.narrow().each())
                .setParameter("after", window.afterId())
                .setParameter("fetch", window.fetch())
                .getResultStream()
                .map(row -> new Entrusted(
                        row.get("task_id", UUID.class),
                        row.get("from_member", UUID.class),
                        row.get("at", Instant.class)))
                .toList();
    }
}
