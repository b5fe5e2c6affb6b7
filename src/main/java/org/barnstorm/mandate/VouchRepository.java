package org.barnstorm.mandate;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.barnstorm.platform.paging.Window;

/** Queries over vouches. */
@ApplicationScoped
class VouchRepository implements PanacheRepositoryBase<Vouch, UUID> {
    /**
     * A vouch is open until what it supports is over. One for somebody whose mandate others had to revoke stays spent for
     * long, withdrawn afterwards or not.
     */
    private static final String OPEN = """
            select count(*) as vouches from vouch v
            left join mandate m on m.id = v.mandate_id
            where v.voucher_id = :voucher
              and (v.withdrawn_at is null
                       and (m.id is null or m.revoked_at is null and (m.valid_until is null or m.valid_until > now()))
                   or m.revoked_at > now() - make_interval(secs => :spent)
                       and (v.withdrawn_at is null or v.withdrawn_at > m.revoked_at)
                       and m.revoked_by <> m.member_id
                       and exists (select 1 from mandate_ending_item i join mandate_ending e on e.id = i.ending_id
                                   where i.mandate_id = m.id and e.undone_at is null and e.kind = 'REVOKED'))
            """;

    private static final String REACHES = """
            with recursive line (id) as (
                select v.member_id from vouch v
                where v.voucher_id = :from and v.movement_id = :movement and v.withdrawn_at is null
                union
                select v.member_id from vouch v join line l on v.voucher_id = l.id
                where v.movement_id = :movement and v.withdrawn_at is null)
            select count(*) as vouches from line where id = :to
            """;

    /** Lets vouches of a movement take turns: a circle of them has no single row that they could lock. */
    void lockMovement(UUID movementId) {
        getSession()
                .createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtextextended(?1, 0)) as text) as locked", String.class)
                .addScalar("locked", String.class)
                .setParameter(1, "vouch " + movementId)
                .getSingleResult();
    }

    long open(UUID voucher, Duration spentFor) {
        return getSession()
                .createNativeQuery(OPEN, Long.class)
                .addScalar("vouches", Long.class)
                .setParameter("voucher", voucher)
                .setParameter("spent", (double) spentFor.toSeconds())
                .getSingleResult();
    }

    /** Whether somebody vouches for another, or for somebody who does, however far round. */
    boolean reaches(UUID from, UUID to, UUID movementId) {
        return getSession()
                        .createNativeQuery(REACHES, Long.class)
                        .addScalar("vouches", Long.class)
                        .setParameter("from", from)
                        .setParameter("to", to)
                        .setParameter("movement", movementId)
                        .getSingleResult()
                > 0;
    }

    /** Vouches for somebody in a group that stand. */
    List<Vouch> standing(UUID memberId, UUID groupId) {
        return list("memberId = ?1 and groupId = ?2 and withdrawnAt is null order by id", memberId, groupId);
    }

    /** That somebody vouches for somebody in a group and that it has earned nothing yet. */
    record Fresh(UUID groupId, UUID memberId, UUID voucherId) {}

    /** Vouches for somebody that stand, in these groups. */
    List<Vouch> standing(UUID memberId, Collection<UUID> groupIds) {
        return groupIds.isEmpty()
                ? List.of()
                : list("memberId = ?1 and groupId in ?2 and withdrawnAt is null order by id", memberId, groupIds);
    }

    /** Vouches for these people that stand and have earned nothing yet, in these groups. */
    List<Fresh> fresh(Collection<UUID> memberIds, Collection<UUID> groupIds) {
        return getSession()
                .createNativeQuery("""
                        select group_id, member_id, voucher_id from vouch
                        where member_id = any(:members) and group_id = any(:groups)
                          and withdrawn_at is null and mandate_id is null
                        """, Fresh.class)
                .setParameter("members", memberIds.toArray(UUID[]::new), UUID[].class)
                .setParameter("groups", groupIds.toArray(UUID[]::new), UUID[].class)
                .getResultList();
    }

    /**
     * The mandate that vouches earned somebody in a group and that is not over. Whoever waited for their turn may have begun
     * before the mandate does, so when it begins is not asked.
     */
    Optional<UUID> earned(UUID memberId, UUID groupId) {
        return getSession()
                .createNativeQuery("""
                        select m.id from mandate m
                        where m.member_id = ?1 and m.group_id = ?2 and m.source = 'VOUCHED' and m.revoked_at is null
                          and (m.valid_until is null or m.valid_until > now())
                          and not exists (
                              select 1 from mandate_stop s where s.mandate_id = m.id and s.undone_at is null)
                        order by m.id limit 1
                        """, UUID.class)
                .addScalar("id", UUID.class)
                .setParameter(1, memberId)
                .setParameter(2, groupId)
                .uniqueResultOptional();
    }

    /** Whether somebody is one of those who vouched for what became this mandate, withdrawn afterwards or not. */
    boolean supports(UUID mandateId, UUID voucherId) {
        return count("mandateId = ?1 and voucherId = ?2", mandateId, voucherId) > 0;
    }

    /** Locks it, and reads it as it is now. */
    void lock(Vouch vouch) {
        getSession().refresh(vouch, LockModeType.PESSIMISTIC_WRITE);
    }

    List<Vouch> by(UUID voucher, Window window) {
        return find("voucherId = ?1 and id > ?2 order by id", voucher, window.afterId())
                .range(0, window.limit())
                .list();
    }

    List<Vouch> inGroups(Collection<UUID> groupIds, UUID memberId, Window window) {
        var query = memberId == null
                ? find("groupId in ?1 and id > ?2 order by id", groupIds, window.afterId())
                : find("groupId in ?1 and id > ?2 and memberId = ?3 order by id", groupIds, window.afterId(), memberId);
        return query.range(0, window.limit()).list();
    }
}
