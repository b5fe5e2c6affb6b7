package org.barnstorm.mandate;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.barnstorm.authority.Role;
import org.barnstorm.platform.paging.Window;

/** Every query over mandates. What is live is decided by the database's clock, which all replicas share. */
@ApplicationScoped
class MandateRepository implements PanacheRepositoryBase<Mandate, UUID> {
    private static final UUID NO_CAMPAIGN = new UUID(0, 0);

    private final LimitingCampaigns campaigns;

    MandateRepository(LimitingCampaigns campaigns) {
        this.campaigns = campaigns;
    }

    /** That somebody holds a role at a group by a live mandate. */
    record Held(UUID memberId, String role, UUID groupId) {}

    /** The roles that these people hold now. */
    List<Held> liveRoles(Collection<UUID> memberIds) {
        return getSession()
                .createNativeQuery("""
                        select distinct m.member_id, m.role, m.group_id from live_mandate m
                        where m.member_id = any(:members) and m.role is not null
                        """, Held.class)
                .setParameter("members", memberIds.toArray(UUID[]::new), UUID[].class)
                .getResultList();
    }

    /** Mandates by which somebody may hold a role at a group, ids ascending; some may be over. */
    List<UUID> inRole(UUID memberId, Role role, UUID groupId) {
        return getSession()
                .createQuery(
                        "select id from Mandate where memberId = ?1 and role = ?2 and groupId = ?3"
                                + " and revokedAt is null order by id",
                        UUID.class)
                .setParameter(1, memberId)
                .setParameter(2, role)
                .setParameter(3, groupId)
                .getResultList();
    }

    /** Those without limits, as everywhere where mandates are counted. */
    List<Mandate> liveOf(UUID memberId) {
        return natively("select * from live_mandate where member_id = ?1", memberId);
    }

    /** Those within limits as well. */
    List<Mandate> actingOf(UUID memberId) {
        return natively("select * from acting_mandate where member_id = ?1", memberId);
    }

    /**
     * Shares a live mandate until the transaction ends, then looks whether a revocation has begun. In this order: a mark
     * committed after the look belongs to a revocation that waits for this transaction.
     *
     * @return whether it is live, and so is the campaign that it is limited to, which is shared as well
     */
    boolean shareLive(UUID id) {
        var live = getSession()
                .createNativeQuery("""
                        select coalesce(campaign_id, cast(:none as uuid)) as campaign from mandate
                        where id = :id and revoked_at is null and (not needs_confirmation or confirmed_at is not null)
                          and valid_from <= now() and (valid_until is null or valid_until > now())
                        for share
                        """, UUID.class)
                .addScalar("campaign", UUID.class)
                .setParameter("id", id)
                .setParameter("none", NO_CAMPAIGN)
                .getResultList();
        return !live.isEmpty() && !isStopped(id) && goesOn(live.get(0));
    }

    private boolean goesOn(UUID campaignId) {
        return campaignId.equals(NO_CAMPAIGN) || campaigns.shareInForce(campaignId);
    }

    /** Locks one for a change of its own state, and reads it as it is now. */
    void lock(Mandate mandate) {
        getSession().refresh(mandate, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Whether it is not revoked, shared so that it stays so. */
    boolean isUnrevoked(UUID id) {
        return !getSession()
                .createNativeQuery(
                        "select 1 as stands from mandate where id = ?1 and revoked_at is null for share", Integer.class)
                .addScalar("stands", Integer.class)
                .setParameter(1, id)
                .getResultList()
                .isEmpty();
    }

    private boolean isStopped(UUID id) {
        return !getSession()
                .createNativeQuery(
                        "select 1 as stopped from mandate_stop where mandate_id = ?1 and undone_at is null",
                        Integer.class)
                .addScalar("stopped", Integer.class)
                .setParameter(1, id)
                .getResultList()
                .isEmpty();
    }

    /** What somebody holds in these groups that is neither revoked nor over; what begins later, too. */
    List<UUID> standingOf(UUID memberId, Collection<UUID> groupIds) {
        return getSession()
                .createNativeQuery("""
                        select id from mandate
                        where member_id = :member and group_id = any(:groups) and revoked_at is null
                          and (valid_until is null or valid_until > now())
                        order by id
                        """, UUID.class)
                .addScalar("id", UUID.class)
                .setParameter("member", memberId)
                .setParameter("groups", groupIds.toArray(UUID[]::new), UUID[].class)
                .getResultList();
    }

    /** Those that are not revoked, ids ascending, without a lock. */
    List<Mandate> unrevoked(Collection<UUID> ids) {
        return list("id in ?1 and revokedAt is null order by id", ids);
    }

    /** The same, without reading more than their ids. */
    List<UUID> unrevokedIds(Collection<UUID> ids) {
        return getSession()
                .createNativeQuery(
                        "select id from mandate where id = any(:ids) and revoked_at is null order by id", UUID.class)
                .addScalar("id", UUID.class)
                .setParameter("ids", ids.toArray(UUID[]::new), UUID[].class)
                .getResultList();
    }

    /** Whether a mandate of theirs for making or changing tasks in one of these groups had begun by then. */
    boolean couldMakeTasksBefore(UUID memberId, Collection<UUID> groupIds, Instant latest) {
        return !getSession()
                .createNativeQuery("""
                        select 1 as begun from mandate
                        where member_id = :member and group_id = any(:groups) and valid_from <= :latest
                          and capabilities && array['TASK_CREATE', 'TASK_EDIT']
                          and (not needs_confirmation or confirmed_at <= :latest)
                          and (revoked_at is null or revoked_at > valid_from)
                        limit 1
                        """, Integer.class)
                .addScalar("begun", Integer.class)
                .setParameter("member", memberId)
                .setParameter("groups", groupIds.toArray(UUID[]::new), UUID[].class)
                .setParameter("latest", latest)
                .getResultList()
                .isEmpty();
    }

    /** Who holds these, ids ascending. */
    List<UUID> holders(Collection<UUID> ids) {
        return getSession()
                .createNativeQuery(
                        "select distinct member_id from mandate where id = any(:ids) order by member_id", UUID.class)
                .addScalar("member_id", UUID.class)
                .setParameter("ids", ids.toArray(UUID[]::new), UUID[].class)
                .getResultList();
    }

    /** This mandate and all that was delegated from it, directly or not, ids ascending. */
    List<UUID> withDelegated(UUID id) {
        return chain("""
                with recursive tree (id) as (
                    select cast(?1 as uuid)
                    union
                    select m.id from mandate m join tree t on m.granted_under = t.id where m.source = 'DELEGATED'
                )
                select id from tree order by id
                """, id);
    }

    /** This mandate and those above it under which it was granted. */
    Set<UUID> withGrantors(UUID id) {
        return Set.copyOf(chain("""
                with recursive line (id) as (
                    select cast(?1 as uuid)
                    union
                    select m.granted_under from mandate m join line l on m.id = l.id where m.granted_under is not null
                )
                select id from line
                """, id));
    }

    /** What a qualification earned and is not revoked, ids ascending. */
    List<UUID> earnedBy(UUID qualificationId) {
        return getSession()
                .createQuery(
                        "select id from Mandate where qualificationId = ?1 and revokedAt is null order by id",
                        UUID.class)
                .setParameter(1, qualificationId)
                .getResultList();
    }

    /** All that a qualification earned, revoked or not, ids ascending. */
    List<UUID> everEarnedBy(UUID qualificationId) {
        return getSession()
                .createQuery("select id from Mandate where qualificationId = ?1 order by id", UUID.class)
                .setParameter(1, qualificationId)
                .getResultList();
    }

    /** Whether one that these qualifications earned was ended and not given back; one whose ending has begun, too. */
    Set<UUID> earnedAndEnded(Collection<UUID> qualificationIds) {
        return Set.copyOf(getSession()
                .createQuery("""
                        select distinct m.qualificationId from Mandate m
                        where m.qualificationId in ?1 and (m.revokedAt is not null
                            or exists (select 1 from Ending e where e.mandateId = m.id and e.undoneAt is null))
                        """, UUID.class)
                .setParameter(1, qualificationIds)
                .getResultList());
    }

    /** Waits, longer than anything else does, until the writers in flight are done; then nobody else holds these. */
    List<Mandate> lockForRevocation(Collection<UUID> ids) {
        getSession()
                .createNativeQuery("select set_config('lock_timeout', '4s', true) as value", String.class)
                .addScalar("value", String.class)
                .getSingleResult();
        return natively(
                "select * from mandate where id = any(?1) and revoked_at is null order by id for update",
                (Object) ids.toArray(UUID[]::new));
    }

    /** As they are now, locked against everybody, ids ascending; for giving them back. */
    List<Mandate> lockAll(Collection<UUID> ids) {
        var locked = natively(
                "select * from mandate where id = any(?1) order by id for update", (Object) ids.toArray(UUID[]::new));
        locked.forEach(getSession()::refresh); // some were read before they were locked
        return locked;
    }

    /** Lets appointments of a movement's first lead take turns: there is no row yet that they could lock. */
    void lockBootstrap(UUID groupId) {
        getSession()
                .createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtextextended(?1, 0)) as text) as locked", String.class)
                .addScalar("locked", String.class)
                .setParameter(1, "bootstrap " + groupId)
                .getSingleResult();
    }

    /** When this transaction began, by the clock that decides what is live: a replica's own clock may be ahead. */
    Instant databaseTime() {
        return getSession()
                .createNativeQuery("select now() as now", Instant.class)
                .addScalar("now", Instant.class)
                .getSingleResult();
    }

    boolean movementHasLead(UUID groupId) {
        return !natively("""
                        select m.* from mandate m
                        where m.group_id = ?1 and m.role = 'LEAD' and m.revoked_at is null
                          and (not m.needs_confirmation or m.confirmed_at is not null)
                          and (m.valid_until is null or m.valid_until > now())
                          and not exists (
                              select 1 from mandate_stop s
                              where s.mandate_id = m.id and s.undone_at is null and not s.suspended)
                        """, groupId).isEmpty();
    }

    List<Mandate> inGroups(Collection<UUID> groupIds, UUID memberId, Window window) {
        return memberId == null
                ? find("groupId in ?1 and id > ?2 order by id", groupIds, window.afterId())
                        .range(0, window.limit())
                        .list()
                : find("groupId in ?1 and memberId = ?2 and id > ?3 order by id", groupIds, memberId, window.afterId())
                        .range(0, window.limit())
                        .list();
    }

    List<Mandate> of(UUID memberId, Window window) {
        return find("memberId = ?1 and id > ?2 order by id", memberId, window.afterId())
                .range(0, window.limit())
                .list();
    }

    private List<UUID> chain(String query, UUID id) {
        return getSession()
                .createNativeQuery(query, UUID.class)
                .addScalar("id", UUID.class)
                .setParameter(1, id)
                .getResultList();
    }

    private List<Mandate> natively(String query, Object parameter) {
        return getSession()
                .createNativeQuery(query, Mandate.class)
                .setParameter(1, parameter)
                .getResultList();
    }
}
