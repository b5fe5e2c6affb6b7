package org.barnstorm.member;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.barnstorm.platform.paging.Window;

/** Queries over suspensions. */
@ApplicationScoped
class SuspensionRepository implements PanacheRepositoryBase<Suspension, UUID> {
    private static final String IN_FORCE = """
            select s.* from suspension s
            where s.member_id = :member and s.lifted_at is null
              and (s.group_id = any(:groups)
                   or exists (select 1 from suspension_reach r
                              where r.suspension_id = s.id and r.group_id = any(:groups)))
            order by s.id
            """;

    /** Those in force of one person at one of these groups, the oldest first; also those that came along with the person. */
    List<Suspension> inForce(UUID memberId, Collection<UUID> groupIds) {
        return getSession()
                .createNativeQuery(IN_FORCE, Suspension.class)
                .setParameter("member", memberId)
                .setParameter("groups", groupIds.toArray(UUID[]::new), UUID[].class)
                .getResultList();
    }

    /** Whether one of this very group is. */
    boolean isSuspendedAt(UUID memberId, UUID groupId) {
        return count("memberId = ?1 and groupId = ?2 and liftedAt is null", memberId, groupId) > 0;
    }

    /** They are in force in this group as well from now on, and below it. */
    void reach(Collection<Suspension> suspensions, UUID groupId) {
        getSession()
                .createNativeMutationQuery("""
                        insert into suspension_reach (suspension_id, group_id)
                        select suspension.id, :group from unnest(:suspensions) as suspension (id)
                        on conflict do nothing
                        """)
                .setParameter(
                        "suspensions", suspensions.stream().map(Suspension::id).toArray(UUID[]::new), UUID[].class)
                .setParameter("group", groupId)
                .executeUpdate();
    }

    /** Where these people are suspended: the groups from which downwards. Who is nowhere is not in it. */
    Map<UUID, Set<UUID>> of(Collection<UUID> memberIds) {
        return getSession()
                .createNativeQuery(
                        "select member_id, group_id from suspension where member_id = any(:members) and lifted_at is null",
                        MembershipRepository.Belonging.class)
                .setParameter("members", memberIds.toArray(UUID[]::new), UUID[].class)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        MembershipRepository.Belonging::memberId,
                        Collectors.mapping(MembershipRepository.Belonging::groupId, Collectors.toSet())));
    }

    List<Suspension> inGroups(Collection<UUID> groupIds, Window window) {
        return find("groupId in ?1 and id > ?2 order by id", groupIds, window.afterId())
                .range(0, window.limit())
                .list();
    }

    List<UUID> due(int limit) {
        return getSession()
                .createNativeQuery(
                        "select id from suspension where lifted_at is null and until <= now() order by until limit :most",
                        UUID.class)
                .addScalar("id", UUID.class)
                .setParameter("most", limit)
                .getResultList();
    }

    /** Asked of the database, not of what this transaction has read before. */
    boolean isInForce(UUID id) {
        return getSession()
                        .createQuery("select count(*) from Suspension where id = ?1 and liftedAt is null", Long.class)
                        .setParameter(1, id)
                        .getSingleResult()
                > 0;
    }

    /** The active memberships of somebody in these groups, locked, ids ascending. */
    List<Membership> lockActive(UUID memberId, Collection<UUID> groupIds) {
        return getSession()
                .createQuery(
                        "from Membership where memberId = ?1 and groupId in ?2 and status = ACTIVE order by id",
                        Membership.class)
                .setParameter(1, memberId)
                .setParameter(2, groupIds)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** The memberships that one suspension keeps, locked, ids ascending. */
    List<Membership> lockKept(UUID suspensionId) {
        return getSession()
                .createQuery("from Membership where suspensionId = ?1 order by id", Membership.class)
                .setParameter(1, suspensionId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** Longer than anything else waits: writers in flight are to finish. */
    void waitLonger() {
        getSession()
                .createNativeQuery("select set_config('lock_timeout', '4s', true) as value", String.class)
                .addScalar("value", String.class)
                .getSingleResult();
    }

    Instant databaseTime() {
        return getSession()
                .createNativeQuery("select now() as now", Instant.class)
                .addScalar("now", Instant.class)
                .getSingleResult();
    }
}
