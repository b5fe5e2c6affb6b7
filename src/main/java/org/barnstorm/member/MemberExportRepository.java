package org.barnstorm.member;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;

/** Active memberships of many groups, page by page. */
@ApplicationScoped
class MemberExportRepository {
    private static final String COUNT =
            "select count(*) as n from membership where group_id = any(:groups) and status = 'ACTIVE'";

    private static final String PEOPLE = """
            select distinct member_id from membership
            where group_id = any(:groups) and status = 'ACTIVE' and member_id > :after
            order by member_id
            limit :most
            """;

    private static final String PAGE = """
            select * from membership
            where group_id = any(:groups) and status = 'ACTIVE' and id > :after
            order by id
            limit :most
            """;

    private final Session database;

    MemberExportRepository(Session database) {
        this.database = database;
    }

    long count(Set<UUID> groupIds) {
        return database.createNativeQuery(COUNT, Long.class)
                .addScalar("n", Long.class)
                .setParameter("groups", groupIds.toArray(UUID[]::new), UUID[].class)
                .getSingleResult();
    }

    List<UUID> people(Set<UUID> groupIds, UUID after, int most) {
        return database.createNativeQuery(PEOPLE, UUID.class)
                .addScalar("member_id", UUID.class)
                .setParameter("groups", groupIds.toArray(UUID[]::new), UUID[].class)
                .setParameter("after", after)
                .setParameter("most", most)
                .getResultList();
    }

    List<Membership> page(Set<UUID> groupIds, UUID after, int most) {
        return database.createNativeQuery(PAGE, Membership.class)
                .setParameter("groups", groupIds.toArray(UUID[]::new), UUID[].class)
                .setParameter("after", after)
                .setParameter("most", most)
                .setReadOnly(true)
                .getResultList();
    }
}
