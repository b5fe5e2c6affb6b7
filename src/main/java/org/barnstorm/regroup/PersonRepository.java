package org.barnstorm.regroup;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.barnstorm.platform.paging.Window;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.Session;

/** Who is in a move: whom a split names, and who declined. Changed under the lock of the move. */
@ApplicationScoped
class PersonRepository {
    /** What became of somebody. */
    @Schema(
            name = "GroupMoveResult",
            description = "MOVED; GONE did not belong to the group any more; DECLINED; CANCELLED with the whole.")
    enum Result {
        MOVED,
        /** Did not belong to the group any more. */
        GONE,
        DECLINED,
        CANCELLED
    }

    /** Somebody in a move; {@code result} is null before the day. */
    record Row(UUID memberId, boolean named, Instant declinedAt, String result) {}

    private final Session database;

    PersonRepository(Session database) {
        this.database = database;
    }

    void name(Move move, Collection<UUID> memberIds) {
        database.createNativeMutationQuery("""
                        insert into group_move_person (move_id, member_id, from_id, named)
                        select :move, member.id, :from, true from unnest(:members) as member (id)
                        """)
                .setParameter("move", move.id())
                .setParameter("from", move.fromId())
                .setParameter("members", ids(memberIds), UUID[].class)
                .executeUpdate();
    }

    /** Those of these whom another plan names already. */
    Set<UUID> named(UUID fromId, Collection<UUID> memberIds) {
        return database.createNativeQuery("""
                        select member_id from group_move_person
                        where from_id = :from and member_id = any(:members) and named and result is null
                        """, UUID.class)
                .addScalar("member_id", UUID.class)
                .setParameter("from", fromId)
                .setParameter("members", ids(memberIds), UUID[].class)
                .getResultStream()
                .collect(Collectors.toSet());
    }

    List<Row> of(UUID moveId, Window window) {
        return database.createNativeQuery("""
                        select member_id, named, declined_at, result from group_move_person
                        where move_id = :move and member_id > :after
                        order by member_id
                        limit :fetch
                        """, Row.class)
                .setParameter("move", moveId)
                .setParameter("after", window.afterId())
                .setParameter("fetch", window.fetch())
                .getResultList();
    }

    Optional<Row> find(UUID moveId, UUID memberId) {
        return database.createNativeQuery("""
                        select member_id, named, declined_at, result from group_move_person
                        where move_id = :move and member_id = :member
                        """, Row.class)
                .setParameter("move", moveId)
                .setParameter("member", memberId)
                .uniqueResultOptional();
    }

    /** @return whether they had not declined before */
    boolean decline(Move move, UUID memberId, Instant now) {
        return database.createNativeMutationQuery("""
                        insert into group_move_person as p (move_id, member_id, from_id, named, declined_at)
                        values (:move, :member, :from, false, :now)
                        on conflict (move_id, member_id) do update set declined_at = excluded.declined_at
                        where p.declined_at is null
                        """)
                        .setParameter("move", move.id())
                        .setParameter("member", memberId)
                        .setParameter("from", move.fromId())
                        .setParameter("now", now)
                        .executeUpdate()
                > 0;
    }

    /** Some of those named of whom it is not decided yet, ids ascending. */
    List<Row> waiting(UUID moveId, int most) {
        return database.createNativeQuery("""
                        select member_id, named, declined_at, result from group_move_person
                        where move_id = :move and named and result is null
                        order by member_id limit :most
                        """, Row.class)
                .setParameter("move", moveId)
                .setParameter("most", most)
                .getResultList();
    }

    /** Who of these declined. */
    Set<UUID> declined(UUID moveId, Collection<UUID> memberIds) {
        return database.createNativeQuery("""
                        select member_id from group_move_person
                        where move_id = :move and member_id = any(:members) and declined_at is not null
                        """, UUID.class)
                .addScalar("member_id", UUID.class)
                .setParameter("move", moveId)
                .setParameter("members", ids(memberIds), UUID[].class)
                .getResultStream()
                .collect(Collectors.toSet());
    }

    /** Those of these moves that somebody declined. */
    Set<UUID> declinedBy(UUID memberId, Collection<UUID> moveIds) {
        return database.createNativeQuery("""
                        select move_id from group_move_person
                        where member_id = :member and move_id = any(:moves) and declined_at is not null
                        """, UUID.class)
                .addScalar("move_id", UUID.class)
                .setParameter("member", memberId)
                .setParameter("moves", ids(moveIds), UUID[].class)
                .getResultStream()
                .collect(Collectors.toSet());
    }

    void settle(UUID moveId, UUID memberId, Result result) {
        database.createNativeMutationQuery(
                        "update group_move_person set result = :result where move_id = :move and member_id = :member")
                .setParameter("result", result.name())
                .setParameter("move", moveId)
                .setParameter("member", memberId)
                .executeUpdate();
    }

    /** All of whom it is not decided yet. */
    void settleAll(UUID moveId, Result result) {
        database.createNativeMutationQuery(
                        "update group_move_person set result = :result where move_id = :move and result is null")
                .setParameter("result", result.name())
                .setParameter("move", moveId)
                .executeUpdate();
    }

    private static UUID[] ids(Collection<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }
}
