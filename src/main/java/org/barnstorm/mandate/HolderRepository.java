package org.barnstorm.mandate;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.barnstorm.platform.paging.Window;
import org.hibernate.Session;

/** Who holds something, waits for it or holds it for little longer: what leads look at. */
@ApplicationScoped
class HolderRepository {
    private static final String PENDING = """
            from mandate m
            where m.needs_confirmation and m.confirmed_at is null and m.revoked_at is null
              and (m.valid_until is null or m.valid_until > now())
              and not exists (select 1 from mandate_stop s where s.mandate_id = m.id and s.undone_at is null)
              and (m.campaign_id is null or not exists (select 1 from over_campaign o where o.id = m.campaign_id))
            """;

    private static final String PENDING_OF =
            "select m.*\s" + PENDING + " and m.member_id = :member order by m.id limit :most";

    private static final String PENDING_IN =
            "select m.*\s" + PENDING + " and m.member_id = any(:members) and m.group_id = any(:groups) order by m.id";

    /** Deprived is of whom somebody else revoked something, unless they were given something since. */
    private static final String HOLDING_OR_DEPRIVED = """
            select m.member_id from live_mandate m
            where m.member_id = any(:members) and m.group_id = any(:groups)
            union
            select m.member_id from mandate m join mandate_ending e on e.mandate_id = m.id
            where m.member_id = any(:members) and m.group_id = any(:groups)
              and e.kind = 'REVOKED' and e.undone_at is null and e.ended_by <> m.member_id
              and not exists (
                  select 1 from mandate l
                  where l.member_id = m.member_id and l.group_id = any(:groups) and l.created_at > e.ended_at
                    and l.campaign_id is null and l.kinds is null and l.max_places is null)
            """;

    private static final String ENDING = """
            select * from acting_mandate
            where group_id = any(:groups) and valid_until <= now() + make_interval(days => :days)
              and (valid_until, id) > (:until, :after)
            order by valid_until, id
            limit :fetch
            """;

    private final Session database;

    HolderRepository(Session database) {
        this.database = database;
    }

    /** What somebody will hold once a second person has confirmed it. */
    List<Mandate> pendingOf(UUID memberId, int most) {
        return database.createNativeQuery(PENDING_OF, Mandate.class)
                .setParameter("member", memberId)
                .setParameter("most", most)
                .getResultList();
    }

    /** The same of several people, in these groups. */
    List<Mandate> pendingIn(Collection<UUID> memberIds, Collection<UUID> groupIds) {
        return database.createNativeQuery(PENDING_IN, Mandate.class)
                .setParameter("members", ids(memberIds), UUID[].class)
                .setParameter("groups", ids(groupIds), UUID[].class)
                .getResultList();
    }

    /** Those of these people who hold anything at one of these groups now, or from whom it was taken. */
    Set<UUID> holdingOrDeprived(Collection<UUID> memberIds, Collection<UUID> groupIds) {
        return Set.copyOf(database.createNativeQuery(HOLDING_OR_DEPRIVED, UUID.class)
                .addScalar("member_id", UUID.class)
                .setParameter("members", ids(memberIds), UUID[].class)
                .setParameter("groups", ids(groupIds), UUID[].class)
                .getResultList());
    }

    /** Live mandates at these groups that end within so many days, the soonest first. */
    List<Mandate> ending(Collection<UUID> groupIds, int days, Window window) {
        var until =
                window.isFirst() ? Instant.EPOCH : Instant.parse(window.after().get(0));
        return database.createNativeQuery(ENDING, Mandate.class)
                .setParameter("groups", ids(groupIds), UUID[].class)
                .setParameter("days", days)
                .setParameter("until", until)
                .setParameter("after", window.afterId())
                .setParameter("fetch", window.fetch())
                .getResultList();
    }

    private static UUID[] ids(Collection<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }
}
