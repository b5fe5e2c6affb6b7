package org.barnstorm.regroup;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.barnstorm.platform.paging.Window;

/** Queries over moves; those about the people in them are in {@link PersonRepository}. */
@ApplicationScoped
class MoveRepository implements PanacheRepositoryBase<Move, UUID> {
    private static final String CONCERNING = """
            select m.* from group_move m
            where m.status in ('PLANNED', 'RUNNING') and m.id > :after
              and (m.kind = 'MERGE' and m.from_id = any(:groups)
                   or exists (
                       select 1 from group_move_person p
                       where p.move_id = m.id and p.member_id = :member and p.named and p.result is null))
            order by m.id
            limit :fetch
            """;

    /** By the database's clock, which all replicas share. */
    List<UUID> due(int limit) {
        return getSession()
                .createNativeQuery("""
                        select id from group_move
                        where status in ('PLANNED', 'RUNNING') and effective_at <= now()
                        order by effective_at, id
                        limit :most
                        """, UUID.class)
                .addScalar("id", UUID.class)
                .setParameter("most", limit)
                .getResultList();
    }

    /** Locks it unless another replica works on it. */
    Optional<Move> lockOrSkip(UUID id) {
        var free = getSession()
                .createNativeQuery(
                        "select 1 as locked from group_move where id = :id for update skip locked", Integer.class)
                .addScalar("locked", Integer.class)
                .setParameter("id", id)
                .getResultList();
        return free.isEmpty() ? Optional.empty() : findByIdOptional(id);
    }

    Optional<Move> lock(UUID id) {
        var found = findByIdOptional(id);
        found.ifPresent(move -> getSession().refresh(move, LockModeType.PESSIMISTIC_WRITE));
        return found;
    }

    /** Whether it is planned already that this group becomes part of another. */
    boolean mergePlanned(UUID fromId) {
        return count(
                        "fromId = ?1 and kind = ?2 and status in ?3",
                        fromId,
                        Move.Kind.MERGE,
                        List.of(Move.Status.PLANNED, Move.Status.RUNNING))
                > 0;
    }

    /** Whether another move from or into a group is under way. */
    boolean othersRunning(UUID groupId, UUID but) {
        return count("(fromId = ?1 or intoId = ?1) and id <> ?2 and status = ?3", groupId, but, Move.Status.RUNNING)
                > 0;
    }

    /** From or into one of these groups. */
    List<Move> ofGroups(Collection<UUID> groupIds, Window window) {
        return find("(fromId in ?1 or intoId in ?1) and id > ?2 order by id", groupIds, window.afterId())
                .range(0, window.limit())
                .list();
    }

    /** Those to come that name somebody, or in which everybody of one of these groups goes. */
    List<Move> concerning(UUID memberId, Collection<UUID> groupIds, Window window) {
        return getSession()
                .createNativeQuery(CONCERNING, Move.class)
                .setParameter("member", memberId)
                .setParameter("groups", groupIds.toArray(UUID[]::new), UUID[].class)
                .setParameter("after", window.afterId())
                .setParameter("fetch", window.fetch())
                .getResultList();
    }

    Instant databaseTime() {
        return getSession()
                .createNativeQuery("select now() as now", Instant.class)
                .addScalar("now", Instant.class)
                .getSingleResult();
    }
}
