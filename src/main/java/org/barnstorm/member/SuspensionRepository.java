package org.barnstorm.member;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.barnstorm.authority.KeptOut;
import org.barnstorm.platform.paging.Window;

/** Queries over suspensions. */
@ApplicationScoped
class SuspensionRepository implements PanacheRepositoryBase<Suspension, UUID> {
    private static final String IN_FORCE = """
            select s.* from suspension s
            where s.id in (
                select f.suspension_id from suspension_in_force f
                where f.member_id = :member and (f.group_id = :group or f.below and f.group_id = any(:line)))
            order by s.id
            """;

    /** Of a group that becomes part of another, and not in force there; but of nobody who belonged there before. */
    private static final String LEFT_BEHIND = """
            from suspension_in_force f
            where f.group_id = :from
              and not exists (select 1 from suspension_reach r
                              where r.suspension_id = f.suspension_id and r.group_id = :into)
              and not exists (select 1 from membership m
                              where m.member_id = f.member_id and m.group_id = :into and m.status in ('ACTIVE', 'SUSPENDED'))
            """;

    private static final String WHO_IS_LEFT =
            "select distinct f.member_id " + LEFT_BEHIND + " order by f.member_id limit :most";

    private static final String BRING =
            "insert into suspension_reach (suspension_id, group_id) select distinct f.suspension_id,"
                    + " cast(:into as uuid) " + LEFT_BEHIND + " and f.member_id = any(:members)";

    /**
     * Those in force of one person at a group, the oldest first; also those that came along with the person.
     *
     * @param line the group and those above it, nearest first
     */
    List<Suspension> inForce(UUID memberId, List<UUID> line) {
        return getSession()
                .createNativeQuery(IN_FORCE, Suspension.class)
                .setParameter("member", memberId)
                .setParameter("group", line.get(0))
                .setParameter("line", line.toArray(UUID[]::new), UUID[].class)
                .getResultList();
    }

    /** Those of somebody that are in force, wherever. */
    List<Suspension> inForce(UUID memberId) {
        return list("memberId = ?1 and liftedAt is null order by id", memberId);
    }

    /** Whether one of this very group is. */
    boolean isSuspendedAt(UUID memberId, UUID groupId) {
        return count("memberId = ?1 and groupId = ?2 and liftedAt is null", memberId, groupId) > 0;
    }

    /** They are in force in this group as well from now on. */
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

    /** Some of those who are suspended in a group and, when it becomes part of the other, would not be there; ids ascending. */
    List<UUID> leftBehind(UUID from, UUID into, int most) {
        return getSession()
                .createNativeQuery(WHO_IS_LEFT, UUID.class)
                .addScalar("member_id", UUID.class)
                .setParameter("from", from)
                .setParameter("into", into)
                .setParameter("most", most)
                .getResultList();
    }

    /** Lets what they are suspended by in a group be in force in the other. The caller has locked them. */
    void bring(Collection<UUID> memberIds, UUID from, UUID into) {
        getSession()
                .createNativeMutationQuery(BRING)
                .setParameter("members", memberIds.toArray(UUID[]::new), UUID[].class)
                .setParameter("from", from)
                .setParameter("into", into)
                .executeUpdate();
    }

    /** Somebody is suspended in a group, and perhaps in every one below it. */
    record InForce(UUID memberId, UUID groupId, boolean below) {}

    /** Where these people are suspended. Who is nowhere is not in it. */
    Map<UUID, KeptOut> keptOut(Collection<UUID> memberIds) {
        return getSession()
                .createNativeQuery(
                        "select member_id, group_id, below from suspension_in_force where member_id = any(:members)",
                        InForce.class)
                .setParameter("members", memberIds.toArray(UUID[]::new), UUID[].class)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        InForce::memberId,
                        Collectors.collectingAndThen(Collectors.toList(), SuspensionRepository::keptOut)));
    }

    private static KeptOut keptOut(List<InForce> rows) {
        var byReach = rows.stream()
                .collect(Collectors.partitioningBy(
                        InForce::below, Collectors.mapping(InForce::groupId, Collectors.toSet())));
        return new KeptOut(byReach.get(true), byReach.get(false));
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
