package org.barnstorm.member;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.barnstorm.platform.Rows;
import org.barnstorm.platform.paging.Window;

/** Queries over memberships. */
@ApplicationScoped
class MembershipRepository implements PanacheRepositoryBase<Membership, UUID> {
    private static final String LOCK_ACTIVE = """
            select 1
            from member m
            join membership s on s.member_id = m.id
            where m.id = ? and s.group_id = any(cast(? as uuid[])) and s.status = 'ACTIVE'
            for no key update of m for share of s
            """;

    private final Rows rows;

    MembershipRepository(Rows rows) {
        this.rows = rows;
    }

    /** That somebody is an active member of a group. */
    record Belonging(UUID memberId, UUID groupId) {}

    /**
     * The relation a member stands in to a group now, locked until the transaction ends. The member is locked first, so
     * that two who would begin one at the same moment take turns, and the second finds what the first began.
     */
    Optional<Membership> lockCurrent(UUID memberId, UUID groupId) {
        lockMember(memberId);
        return find("memberId = ?1 and groupId = ?2 and status <> ENDED", memberId, groupId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    void lockMember(UUID memberId) {
        getSession()
                .createNativeQuery("select 1 as locked from member where id = :member for no key update", Integer.class)
                .addScalar("locked", Integer.class)
                .setParameter("member", memberId)
                .getResultList();
    }

    /** Whose membership it is, without reading it. */
    Optional<UUID> memberOf(UUID id) {
        return getSession()
                .createQuery("select memberId from Membership where id = ?1", UUID.class)
                .setParameter(1, id)
                .uniqueResultOptional();
    }

    /** Locks several members in the order of their ids, as everybody does who needs more than one. */
    void lockMembers(Collection<UUID> ids) {
        getSession()
                .createNativeQuery(
                        "select 1 as locked from member where id = any(:ids) order by id for no key update",
                        Integer.class)
                .addScalar("locked", Integer.class)
                .setParameter("ids", ids.toArray(UUID[]::new), UUID[].class)
                .getResultList();
    }

    /** Active memberships of these people, shared so that they cannot end meanwhile. */
    List<Belonging> shareActive(Collection<UUID> memberIds) {
        return getSession()
                .createNativeQuery("""
                        select member_id, group_id from membership
                        where member_id = any(:members) and status = 'ACTIVE'
                        order by member_id, id
                        for share
                        """, Belonging.class)
                .setParameter("members", memberIds.toArray(UUID[]::new), UUID[].class)
                .getResultList();
    }

    List<Belonging> active(Collection<UUID> memberIds) {
        return getSession()
                .createNativeQuery("""
                        select member_id, group_id from membership
                        where member_id = any(:members) and status = 'ACTIVE'
                        """, Belonging.class)
                .setParameter("members", memberIds.toArray(UUID[]::new), UUID[].class)
                .getResultList();
    }

    Set<UUID> activeGroups(UUID memberId) {
        return Set.copyOf(getSession()
                .createQuery("select groupId from Membership where memberId = ?1 and status = ACTIVE", UUID.class)
                .setParameter(1, memberId)
                .getResultList());
    }

    List<Belonging> activeMembers(Collection<UUID> groupIds, int most) {
        return getSession()
                .createNativeQuery("""
                        select m.member_id, g.id as group_id
                        from unnest(:groups) as g(id)
                        cross join lateral (
                            select member_id from membership
                            where group_id = g.id and status = 'ACTIVE'
                            limit :most
                        ) m
                        """, Belonging.class)
                .setParameter("groups", groupIds.toArray(UUID[]::new), UUID[].class)
                .setParameter("most", most)
                .getResultList();
    }

    /** Active memberships in these groups of the next so many people, in the order of the people's ids. */
    List<Belonging> next(Collection<UUID> groupIds, UUID after, int most) {
        return getSession()
                .createNativeQuery("""
                        select m.member_id, m.group_id from membership m
                        where m.group_id = any(:groups) and m.status = 'ACTIVE' and m.member_id in (
                            select distinct s.member_id from membership s
                            where s.group_id = any(:groups) and s.status = 'ACTIVE' and s.member_id > :after
                            order by s.member_id
                            limit :most)
                        order by m.member_id
                        """, Belonging.class)
                .setParameter("groups", groupIds.toArray(UUID[]::new), UUID[].class)
                .setParameter("after", after)
                .setParameter("most", most)
                .getResultList();
    }

    Map<UUID, Long> counts(Collection<UUID> groupIds) {
        return getSession()
                .createNativeQuery("""
                        select group_id, count(*) as members from membership
                        where group_id = any(:groups) and status = 'ACTIVE'
                        group by group_id
                        """, Tuple.class)
                .setParameter("groups", groupIds.toArray(UUID[]::new), UUID[].class)
                .getResultStream()
                .collect(
                        Collectors.toMap(row -> row.get("group_id", UUID.class), row -> row.get("members", Number.class)
                                .longValue()));
    }

    /** Where somebody is active or suspended. */
    Set<UUID> groupsOf(UUID memberId) {
        return Set.copyOf(getSession()
                .createQuery(
                        "select groupId from Membership where memberId = ?1 and status in (ACTIVE, SUSPENDED)",
                        UUID.class)
                .setParameter(1, memberId)
                .getResultList());
    }

    /** Who stands in some relation to a group, ids ascending. */
    List<UUID> membersOf(UUID groupId, int most) {
        return getSession()
                .createQuery(
                        "select memberId from Membership where groupId = ?1 and status <> ENDED order by memberId",
                        UUID.class)
                .setParameter(1, groupId)
                .setMaxResults(most)
                .getResultList();
    }

    /** The relation of a member, who is locked, to a group; locked as well. */
    Optional<Membership> lockStanding(UUID memberId, UUID groupId) {
        return find("memberId = ?1 and groupId = ?2 and status <> ENDED", memberId, groupId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    Optional<Membership> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    List<Membership> currentOf(UUID memberId) {
        return list("memberId = ?1 and status <> ENDED order by id", memberId);
    }

    /** Of a member who is locked; each of them locked as well. */
    List<Membership> lockCurrentOf(UUID memberId) {
        return find("memberId = ?1 and status <> ENDED order by id", memberId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    List<Membership> inGroup(UUID groupId, Membership.Status status, Window window) {
        return find("groupId = ?1 and status = ?2 and id > ?3 order by id", groupId, status, window.afterId())
                .range(0, window.limit())
                .list();
    }

    /**
     * Locks a member, so that their own acts take turns, and shares their active memberships of these groups, so that
     * they cannot end meanwhile.
     *
     * @return whether there is such a membership
     */
    boolean lockActive(UUID memberId, Collection<UUID> groupIds) {
        return !rows.lock(
                        getSession(),
                        LOCK_ACTIVE,
                        statement -> {
                            statement.setObject(1, memberId);
                            statement.setString(2, Rows.array(groupIds));
                        },
                        row -> row.getInt(1))
                .isEmpty();
    }
}
