package org.barnstorm.mandate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.barnstorm.authority.Capability;
import org.hibernate.Session;

/** Who is accountable for groups: whoever holds LEAD there now. */
@ApplicationScoped
class LeadRepository {
    private static final String NEAREST = """
            select m.member_id from unnest(:line) with ordinality as place (id, n)
            join live_mandate m on m.group_id = place.id
            where m.role = 'LEAD' and not (m.id = any(:without)) and not (m.member_id = any(:but))
            order by place.n, m.id
            limit 1
            """;

    private static final String HOLDERS = """
            select nearest.member_id from (
                select distinct on (m.member_id) m.member_id, place.n, m.id
                from unnest(:line) with ordinality as place (id, n)
                join live_mandate m on m.group_id = place.id
                where :capability = any(m.capabilities) and m.member_id <> :but
                order by m.member_id, place.n, m.id
            ) nearest
            order by nearest.n, nearest.id
            limit :most
            """;

    /** Each person once, with the last day of theirs; the end of so many is that of the one who goes first among the last. */
    private static final String STANDING = """
            select led.group_id, count(*) as people,
                   nullif((array_agg(led.until order by led.until desc))[:needed], 'infinity') as until
            from (
                select m.group_id, m.member_id, max(coalesce(m.valid_until, 'infinity')) as until
                from live_mandate m
                where m.role = 'LEAD' and m.group_id = any(:groups)
                group by m.group_id, m.member_id
            ) led
            group by led.group_id
            """;

    private final Session database;

    LeadRepository(Session database) {
        this.database = database;
    }

    /**
     * The lead of a group, or else of the nearest one above it; of several, who has been longest.
     *
     * @param line the group and those above it, nearest first
     * @param without mandates that do not count
     * @param but people who do not
     */
    Optional<UUID> nearest(List<UUID> line, Collection<UUID> without, Collection<UUID> but) {
        return database.createNativeQuery(NEAREST, UUID.class)
                .addScalar("member_id", UUID.class)
                .setParameter("line", line.toArray(UUID[]::new), UUID[].class)
                .setParameter("without", without.toArray(UUID[]::new), UUID[].class)
                .setParameter("but", but.toArray(UUID[]::new), UUID[].class)
                .uniqueResultOptional();
    }

    /** How many lead each of these groups, and until when at least so many do; groups without a lead are not in it. */
    Map<UUID, Leads.Standing> standing(Collection<UUID> groupIds, int needed) {
        return database.createNativeQuery(STANDING, Tuple.class)
                .addScalar("group_id", UUID.class)
                .addScalar("people", Long.class)
                .addScalar("until", Instant.class)
                .setParameter("groups", groupIds.toArray(UUID[]::new), UUID[].class)
                .setParameter("needed", needed)
                .getResultStream()
                .collect(Collectors.toMap(
                        row -> row.get("group_id", UUID.class),
                        row -> new Leads.Standing(row.get("people", Long.class), row.get("until", Instant.class))));
    }

    /** Who has a capability there, those nearest to the group first. */
    List<UUID> holders(Capability capability, List<UUID> line, UUID but, int most) {
        return database.createNativeQuery(HOLDERS, UUID.class)
                .addScalar("member_id", UUID.class)
                .setParameter("line", line.toArray(UUID[]::new), UUID[].class)
                .setParameter("capability", capability.name())
                .setParameter("but", but)
                .setParameter("most", most)
                .getResultList();
    }

    /** Those of these groups that have a lead of their own. */
    Set<UUID> led(Collection<UUID> groupIds) {
        return Set.copyOf(database.createNativeQuery(
                        "select distinct group_id from live_mandate where role = 'LEAD' and group_id = any(:groups)",
                        UUID.class)
                .addScalar("group_id", UUID.class)
                .setParameter("groups", groupIds.toArray(UUID[]::new), UUID[].class)
                .getResultList());
    }
}
