package org.barnstorm.member;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.CommonQueryContract;

/** Queries over members who have become part of another, and those by which they do. */
@ApplicationScoped
class MergeRepository {
    private final Session database;

    MergeRepository(Session database) {
        this.database = database;
    }

    /**
     * Keeps everything out that concerns one of the two until the transaction ends: also rows that are being made and refer to
     * them, which the lock that lets a person's acts take turns would let pass. In the order of their ids.
     */
    void lockBoth(UUID gone, UUID stays) {
        database.createNativeQuery(
                        "select 1 as locked from member where id in (:gone, :stays) order by id for update",
                        Integer.class)
                .addScalar("locked", Integer.class)
                .setParameter("gone", gone)
                .setParameter("stays", stays)
                .getResultList();
    }

    boolean isGone(UUID memberId) {
        return into(memberId).isPresent();
    }

    /** Whom somebody has become part of. */
    Optional<UUID> into(UUID gone) {
        return database.createNativeQuery(
                        "select stays_id as stays from member_merged where gone_id = :gone", UUID.class)
                .addScalar("stays", UUID.class)
                .setParameter("gone", gone)
                .uniqueResultOptional();
    }

    /** When they did. */
    Optional<Instant> at(UUID gone, UUID stays) {
        return database.createNativeQuery(
                        "select at from member_merged where gone_id = :gone and stays_id = :stays", Instant.class)
                .addScalar("at", Instant.class)
                .setParameter("gone", gone)
                .setParameter("stays", stays)
                .uniqueResultOptional();
    }

    /** They themselves, and those who have become part of them. */
    List<UUID> all(UUID memberId) {
        return database.createNativeQuery("""
                        select cast(:member as uuid) as id
                        union all
                        select gone_id from member_merged where stays_id = :member
                        """, UUID.class)
                .addScalar("id", UUID.class)
                .setParameter("member", memberId)
                .getResultList();
    }

    /** Also of those who had become part of the one who goes. */
    void keep(UUID gone, UUID stays, Instant at) {
        database.createNativeMutationQuery("update member_merged set stays_id = :stays where stays_id = :gone")
                .setParameter("gone", gone)
                .setParameter("stays", stays)
                .executeUpdate();
        database.createNativeMutationQuery(
                        "insert into member_merged (gone_id, stays_id, at) values (:gone, :stays, :at)")
                .setParameter("gone", gone)
                .setParameter("stays", stays)
                .setParameter("at", at)
                .executeUpdate();
    }

    /** Nothing personal is left of whoever went. */
    void forget(UUID gone) {
        database.createMutationQuery("delete from Person where memberId = ?1")
                .setParameter(1, gone)
                .executeUpdate();
    }

    boolean found(MemberShare.Hurdle hurdle, Map<String, Object> people) {
        var query = database.createNativeQuery(hurdle.found(), Boolean.class).addScalar("found", Boolean.class);
        give(query, people);
        return query.getSingleResult();
    }

    /** Answers how many rows went over. */
    int take(MemberShare.Step step, Map<String, Object> people) {
        var statement = database.createNativeMutationQuery(step.statement());
        give(statement, people);
        return statement.executeUpdate();
    }

    /** Each statement names those of them that it needs. */
    private static void give(CommonQueryContract query, Map<String, Object> people) {
        for (var parameter : query.getParameterMetadata().getNamedParameterNames()) {
            query.setParameter(parameter, people.get(parameter));
        }
    }
}
