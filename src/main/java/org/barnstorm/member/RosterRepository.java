package org.barnstorm.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.barnstorm.platform.paging.Leaf;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Queries over the active members of several groups together. */
@ApplicationScoped
class RosterRepository {
    private static final String PEOPLE = """
            select m.member_id, min(m.since) as since, max(m.since) as changed_at from membership m
            where m.group_id = any(:groups) and m.status = 'ACTIVE' and (:all or m.member_id = :only)
            group by m.member_id
            having min(m.since) >= :created_from and min(m.since) < :created_until
               and max(m.since) >= :modified_from and max(m.since) < :modified_until
            """;

    private static final UUID NOBODY = new UUID(0, 0);

    private final Session database;

    RosterRepository(Session database) {
        this.database = database;
    }

    /** Somebody, with the oldest and the newest of their memberships. */
    record Row(UUID memberId, Instant since, Instant changedAt) {}

    List<Row> page(Set<UUID> groups, Leaf leaf) {
        var query = database.createNativeQuery(PEOPLE + " order by m.member_id limit :size offset :offset", Tuple.class)
                .addScalar("member_id", UUID.class)
                .addScalar("since", Instant.class)
                .addScalar("changed_at", Instant.class)
                .setParameter("size", leaf.size())
                .setParameter("offset", leaf.offset());
        return fill(query, groups, leaf).getResultList().stream()
                .map(row -> new Row(
                        row.get("member_id", UUID.class),
                        row.get("since", Instant.class),
                        row.get("changed_at", Instant.class)))
                .toList();
    }

    long count(Set<UUID> groups, Leaf leaf) {
        var query = database.createNativeQuery(
                        "select count(*) as total from (" + PEOPLE + " limit :most) as people", Long.class)
                .addScalar("total", Long.class)
                .setParameter("most", Leaf.COUNTED);
        return fill(query, groups, leaf).getSingleResult();
    }

    private static <T> NativeQuery<T> fill(NativeQuery<T> query, Set<UUID> groups, Leaf leaf) {
        return query.setParameter("groups", groups.toArray(UUID[]::new), UUID[].class)
                .setParameter("all", leaf.only() == null)
                .setParameter("only", leaf.only() == null ? NOBODY : leaf.only())
                .setParameter("created_from", leaf.created().from())
                .setParameter("created_until", leaf.created().until())
                .setParameter("modified_from", leaf.modified().from())
                .setParameter("modified_until", leaf.modified().until());
    }
}
