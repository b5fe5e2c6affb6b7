package org.barnstorm.campaign;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.barnstorm.platform.paging.Leaf;
import org.barnstorm.platform.paging.Window;

/** Queries over campaigns. What goes on is decided by the database's clock, which all replicas share. */
@ApplicationScoped
class CampaignRepository implements PanacheRepositoryBase<Campaign, UUID> {
    private static final String IN_GROUPS = "campaign where group_id = any(:groups)" + Leaf.within("campaign");

    List<Campaign> ofGroups(Collection<UUID> groupIds, Window window) {
        return find("groupId in ?1 and id > ?2 order by id", groupIds, window.afterId())
                .range(0, window.limit())
                .list();
    }

    List<Campaign> page(Set<UUID> groups, Leaf leaf) {
        return leaf.fill(getSession()
                        .createNativeQuery(
                                "select * from " + IN_GROUPS + " order by id limit :size offset :offset",
                                Campaign.class))
                .setParameter("groups", groups.toArray(UUID[]::new), UUID[].class)
                .setParameter("size", leaf.size())
                .setParameter("offset", leaf.offset())
                .getResultList();
    }

    long count(Set<UUID> groups, Leaf leaf) {
        return leaf.fill(getSession()
                        .createNativeQuery(
                                "select count(*) as total from (select 1 from " + IN_GROUPS + " limit :most) as part",
                                Long.class)
                        .addScalar("total", Long.class))
                .setParameter("groups", groups.toArray(UUID[]::new), UUID[].class)
                .setParameter("most", Leaf.COUNTED)
                .getSingleResult();
    }

    /** Those of these that are over, each with since when. */
    Map<UUID, Instant> over(Collection<UUID> ids) {
        if (ids.isEmpty()) return Map.of();
        return getSession()
                .createNativeQuery("select id, since from over_campaign where id = any(:ids)", Tuple.class)
                .addScalar("id", UUID.class)
                .addScalar("since", Instant.class)
                .setParameter("ids", ids.toArray(UUID[]::new), UUID[].class)
                .getResultStream()
                .collect(Collectors.toMap(row -> row.get("id", UUID.class), row -> row.get("since", Instant.class)));
    }

    /**
     * Relies on one whose last day is not over until the transaction ends; who changes it is no hindrance. Whether it was
     * ended is asked next.
     */
    boolean share(UUID id) {
        return !getSession()
                .createNativeQuery("""
                        select 1 as kept from campaign
                        where id = :id and (ends_on is null or ends_on >= cast(now() at time zone 'UTC' as date))
                        for key share
                        """, Integer.class)
                .addScalar("kept", Integer.class)
                .setParameter("id", id)
                .getResultList()
                .isEmpty();
    }

    boolean isEnded(UUID id) {
        return !getSession()
                .createNativeQuery("select 1 as ended from campaign_end where campaign_id = :id", Integer.class)
                .addScalar("ended", Integer.class)
                .setParameter("id", id)
                .getResultList()
                .isEmpty();
    }

    /** Lets those who change and end a campaign take turns, without waiting for those who rely on it. */
    void takeTurns(UUID id) {
        getSession()
                .createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtextextended(:what, 0)) as text) as locked",
                        String.class)
                .addScalar("locked", String.class)
                .setParameter("what", "campaign " + id)
                .getSingleResult();
    }

    /** From its commit on nobody relies on the campaign any more. */
    void end(UUID id, UUID by) {
        getSession()
                .createNativeMutationQuery("insert into campaign_end (campaign_id, ended_by) values (:id, :by)")
                .setParameter("id", id)
                .setParameter("by", by)
                .executeUpdate();
    }

    /** Some of a group that go on, ids ascending. */
    List<UUID> active(UUID groupId, int most) {
        return getSession()
                .createNativeQuery("""
                        select c.id from campaign c
                        where c.group_id = :group and not exists (select 1 from over_campaign o where o.id = c.id)
                        order by c.id limit :most
                        """, UUID.class)
                .addScalar("id", UUID.class)
                .setParameter("group", groupId)
                .setParameter("most", most)
                .getResultList();
    }

    void moveTo(UUID groupId, Collection<UUID> ids) {
        getSession()
                .createNativeMutationQuery(
                        "update campaign set group_id = :group, version = version + 1 where id = any(:ids)")
                .setParameter("group", groupId)
                .setParameter("ids", ids.toArray(UUID[]::new), UUID[].class)
                .executeUpdate();
    }

    /** Waits, longer than anything else does, for those who rely on it. Whoever comes later finds it ended. */
    void awaitWriters(UUID id) {
        getSession()
                .createNativeQuery("select set_config('lock_timeout', '4s', true) as value", String.class)
                .addScalar("value", String.class)
                .getSingleResult();
        getSession()
                .createNativeQuery("select 1 as alone from campaign where id = :id for update", Integer.class)
                .addScalar("alone", Integer.class)
                .setParameter("id", id)
                .getSingleResult();
    }
}
