package org.barnstorm.member;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.barnstorm.authority.SignIn;
import org.barnstorm.platform.GeoPoint;
import org.barnstorm.platform.Rows;

/** Queries over members, their accounts and their personal data. */
@ApplicationScoped
class MemberRepository implements PanacheRepositoryBase<Member, UUID> {
    /** A degree of latitude is 111.2 km: the band is a little too wide, the distance decides. */
    private static final String NEAREST = """
            select p.member_id from person p
            where p.latitude between :latitude - :km / 111.0 and :latitude + :km / 111.0
              and distance_km(p.latitude, p.longitude, :latitude, :longitude) <= :km
              and exists (
                  select 1 from membership s
                  where s.member_id = p.member_id and s.status = 'ACTIVE' and s.group_id = any(:groups))
            order by distance_km(p.latitude, p.longitude, :latitude, :longitude), p.member_id
            limit :most
            """;

    private static final String HOME =
            "select latitude, longitude from person where member_id = ? and latitude is not null";

    /** Where somebody lives. */
    record Home(UUID memberId, BigDecimal latitude, BigDecimal longitude) {}

    /** What lists show of a person. */
    record Named(UUID memberId, String name) {}

    private final Rows rows;

    MemberRepository(Rows rows) {
        this.rows = rows;
    }

    /**
     * Makes concurrent first calls of one account wait for each other until the transaction ends: longer than anything
     * else does, because an app that opens with ten requests would otherwise have some of its first ones refused.
     */
    void lockAccount(SignIn who) {
        getSession()
                .createNativeQuery("select set_config('lock_timeout', '3s', true) as value", String.class)
                .addScalar("value", String.class)
                .getSingleResult();
        getSession()
                .createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtextextended(:account, 0)) as text) as locked",
                        String.class)
                .addScalar("locked", String.class)
                .setParameter("account", who.issuerKey() + ' ' + who.subject())
                .getSingleResult();
    }

    void persistNew(UUID id, SignIn who, Instant now) {
        persist(new Member(id, now));
        getSession().persist(new Person(id, who));
        flush();
        getSession()
                .createNativeMutationQuery(
                        "insert into identity (issuer_key, subject, member_id) values (:issuer, :subject, :member)")
                .setParameter("issuer", who.issuerKey())
                .setParameter("subject", who.subject())
                .setParameter("member", id)
                .executeUpdate();
    }

    /** Whose verified address this is; the newest, if several have. */
    Optional<UUID> withEmail(EmailAddress email) {
        return getSession()
                .createQuery(
                        "select memberId from Person where emailVerified and lower(trim(email)) = ?1 order by memberId desc",
                        UUID.class)
                .setParameter(1, email.value())
                .setMaxResults(1)
                .uniqueResultOptional();
    }

    Person person(UUID memberId) {
        return getSession().find(Person.class, memberId);
    }

    /** Where somebody lives, and nothing else of them; null when they have not said. */
    GeoPoint home(UUID memberId) {
        return rows.read(HOME, statement -> statement.setObject(1, memberId), MemberRepository::home).stream()
                .findFirst()
                .orElse(null);
    }

    static Rows.Question<GeoPoint> askHome(UUID memberId) {
        return new Rows.Question<>(HOME, List.of(memberId), MemberRepository::home);
    }

    private static GeoPoint home(ResultSet row) throws SQLException {
        return GeoPoint.of(row.getBigDecimal(1), row.getBigDecimal(2));
    }

    /** Where those of these people who have said so live. */
    Map<UUID, GeoPoint> homes(Collection<UUID> ids) {
        return getSession()
                .createNativeQuery("""
                        select member_id, latitude, longitude from person
                        where member_id = any(:ids) and latitude is not null
                        """, Home.class)
                .setParameter("ids", ids.toArray(UUID[]::new), UUID[].class)
                .getResultStream()
                .collect(Collectors.toMap(Home::memberId, home -> GeoPoint.of(home.latitude(), home.longitude())));
    }

    List<UUID> nearest(Collection<UUID> groupIds, GeoPoint point, double km, int most) {
        return getSession()
                .createNativeQuery(NEAREST, UUID.class)
                .addScalar("member_id", UUID.class)
                .setParameter("latitude", GeoPoint.latitude(point).doubleValue())
                .setParameter("longitude", GeoPoint.longitude(point).doubleValue())
                .setParameter("km", km)
                .setParameter("groups", groupIds.toArray(UUID[]::new), UUID[].class)
                .setParameter("most", most)
                .getResultList();
    }

    /** Who has become part of somebody else is called like them: what they did is that person's doing. */
    List<Named> names(Collection<UUID> ids) {
        return getSession()
                .createNativeQuery("""
                        select p.member_id, p.name from person p where p.member_id = any(:ids)
                        union all
                        select m.gone_id, p.name from member_merged m
                        join person p on p.member_id = m.stays_id
                        where m.gone_id = any(:ids)
                        """, Named.class)
                .setParameter("ids", ids.toArray(UUID[]::new), UUID[].class)
                .getResultList();
    }
}
