package org.barnstorm.mandate;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.barnstorm.authority.Capability;

/** Queries over endings and what ended with them. */
@ApplicationScoped
class EndingRepository implements PanacheRepositoryBase<Ending, UUID> {
    /** What is not taken back is decided as soon as it is written; it outweighs every revocation. */
    private static final String LAST = """
            select e.id from mandate_ending e
            where e.undone_at is null and e.id in (
                select i.ending_id from mandate_ending_item i where i.mandate_id = :mandate
                union
                select n.id from mandate_ending n where n.mandate_id = :mandate and n.kind <> 'REVOKED')
            order by e.kind = 'REVOKED', e.id desc limit 1
            """;

    /** Longer than a request lasts: whoever decided it is not there any more to finish it. */
    private static final String CUT_OFF = """
            select id from mandate_ending
            where finished_at is null and ended_at < now() - interval '1 minute'
            order by ended_at limit :most
            """;

    private static final String TAKEN = """
            select count(*) as taken from mandate_ending e join mandate m on m.id = e.mandate_id
            where m.member_id = :member and m.group_id = any(:groups)
              and e.kind in ('REVOKED', 'WITHDRAWN') and e.ended_by <> m.member_id and e.undone_at is null
              and m.capabilities && cast(:capabilities as text[])
              and not exists (
                  select 1 from mandate c
                  where c.member_id = m.member_id and c.source = 'VOUCHED' and c.group_id = :group
                    and c.confirmed_at > e.ended_at)
            """;

    void include(UUID endingId, Collection<UUID> mandateIds) {
        getSession()
                .createNativeMutationQuery("""
                        insert into mandate_ending_item (ending_id, mandate_id)
                        select :ending, id from unnest(:mandates) as id order by id
                        on conflict do nothing
                        """)
                .setParameter("ending", endingId)
                .setParameter("mandates", mandateIds.toArray(UUID[]::new), UUID[].class)
                .executeUpdate();
    }

    /** Locks it, and reads it as it is now. */
    Ending lock(UUID id) {
        var ending = findById(id);
        getSession().refresh(ending, LockModeType.PESSIMISTIC_WRITE);
        return ending;
    }

    /** The ending by which a mandate is over now; it may have ended as one of several. */
    Optional<UUID> lastOf(UUID mandateId) {
        return getSession()
                .createNativeQuery(LAST, UUID.class)
                .addScalar("id", UUID.class)
                .setParameter("mandate", mandateId)
                .uniqueResultOptional();
    }

    /** What ended, ids ascending. */
    List<UUID> items(UUID endingId) {
        return getSession()
                .createNativeQuery(
                        "select mandate_id as id from mandate_ending_item where ending_id = :ending order by mandate_id",
                        UUID.class)
                .addScalar("id", UUID.class)
                .setParameter("ending", endingId)
                .getResultList();
    }

    /** One that was begun and not finished: cut off, or still under way. */
    Optional<Ending> unfinished(UUID mandateId, Ending.Kind kind) {
        return find("mandateId = ?1 and kind = ?2 and finishedAt is null order by id", mandateId, kind)
                .firstResultOptional();
    }

    /** Those that nobody works on any more. */
    List<UUID> cutOff(int most) {
        return getSession()
                .createNativeQuery(CUT_OFF, UUID.class)
                .addScalar("id", UUID.class)
                .setParameter("most", most)
                .getResultList();
    }

    /** Who gives these mandates back has dealt with every ending of them that was cut off; comes before their locks. */
    void settle(Collection<UUID> mandateIds) {
        getSession()
                .createNativeMutationQuery("""
                        update mandate_ending set finished_at = now()
                        where mandate_id = any(:mandates) and finished_at is null
                        """)
                .setParameter("mandates", mandateIds.toArray(UUID[]::new), UUID[].class)
                .executeUpdate();
    }

    /**
     * Whether somebody else ended a mandate of this person for one of these capabilities and has not taken that back, and no
     * lead has confirmed what vouches earned them in the group since.
     */
    boolean wasTaken(UUID memberId, Collection<UUID> groupIds, UUID groupId, Set<Capability> capabilities) {
        return getSession()
                        .createNativeQuery(TAKEN, Long.class)
                        .addScalar("taken", Long.class)
                        .setParameter("member", memberId)
                        .setParameter("groups", groupIds.toArray(UUID[]::new), UUID[].class)
                        .setParameter("group", groupId)
                        .setParameter(
                                "capabilities",
                                capabilities.stream().map(Enum::name).toArray(String[]::new),
                                String[].class)
                        .getSingleResult()
                > 0;
    }
}
