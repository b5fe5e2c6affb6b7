package org.barnstorm.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.barnstorm.platform.GeoPoint;
import org.hibernate.Session;

/**
 * Tasks that somebody could take now, found through indexes only: from each group of people that they are one of, the
 * nearest, the soonest and the newest few; and what they were invited to. docs/decisions/0011 has the reasons and the
 * figures.
 */
@ApplicationScoped
class NextRepository {
    /** So many rows of one index scan are looked at before it is given up, however few of them are of use. */
    private static final int REACH = 400;
    /** So many are wanted of each scan: as many as are shown, or fewer of somebody who is one of very many. */
    private static final int MOST_OF_SCAN = NextRanking.MOST;

    private static final int LEAST_OF_SCAN = 5;
    private static final int WANTED = 400;
    /** A group's newest open tasks, by which its gap is measured. */
    private static final int NEWEST = 30;
    /** Nearer to the date line than this, one looks across it. */
    private static final double DATE_LINE_MARGIN = 10;

    /** Whether a row {@code c} of an index scan can be taken by the member: the rules of Admission and PlaceRepository. */
    private static final String CAN_BE_TAKEN = """
            c.taken < c.capacity
              and c.effort_minutes <= :minutes
              and (c.required_course_id is null or c.required_course_id = any(:courses))
              and (c.busy is null or not c.busy && coalesce((select busy from own), '{}'))
              and not exists (
                  select 1 from assignment a
                  where a.task_id = c.id and a.member_id = :member
                    and a.status in ('OFFERED', 'HELD', 'DONE', 'VERIFIED'))
            """;

    private static final String COLUMNS = """
            id, group_id, title, remote, place_name, latitude, longitude, starts_at, ends_at, zone, effort_minutes,
            capacity, taken, required_course_id""";

    /**
     * Each scan is in the order of an index and stops as soon as it has enough, or at REACH rows. {@code own}: when the
     * member is busy. {@code scope}: the people that the member is one of. {@code spot}: the same from where they are, and
     * for what is only for people nearby, from where they live.
     */
    private static final String CANDIDATES = """
            with own as (
                select range_agg(busy) as busy from assignment
                where member_id = :member and status in ('HELD', 'DONE', 'VERIFIED') and busy is not null
            ),
            scope as (
                select 'GROUP' as audience, g as whose from unnest(:groups) g
                union all select 'BRANCH', l from unnest(:lines) l
                union all select 'MOVEMENT', m from unnest(:movements) m
            ),
            spot as (
                select s.audience, s.whose, map_point(p.latitude, p.longitude) as point
                from scope s cross join unnest(:latitudes, :longitudes) as p(latitude, longitude)
                union all
                select 'NEARBY', m, map_point(p.latitude, p.longitude)
                from unnest(:movements) m cross join unnest(:homeLatitudes, :homeLongitudes) as p(latitude, longitude)
            )
            select\s""" + COLUMNS + """
            , false as invited
            from spot s cross join lateral (
                select * from (
                    select t.* from task t
                    where t.status = 'OPEN' and t.map_point is not null
                      and t.scope_id = s.whose and ascii(t.audience) = ascii(s.audience) and t.audience = s.audience
                      and coalesce(t.ends_at, 'infinity') > now()
                    order by t.map_point <-> s.point
                    limit :reach
                ) c
                where :atPlace and (c.audience <> 'NEARBY'
                       or distance_km(c.latitude, c.longitude, :homeLatitude, :homeLongitude) <= c.audience_km)
                  and\s""" + CAN_BE_TAKEN + """
                limit :each
            ) near
            union all
            select\s""" + COLUMNS + """
            , false
            from scope s cross join unnest(:remotes) as r(anywhere) cross join lateral (
                select * from (
                    select t.* from task t
                    where t.status = 'OPEN' and t.scope_id = s.whose and t.audience = s.audience and t.remote = r.anywhere
                      and t.ends_at > now()
                    order by t.ends_at, t.id
                    limit :reach
                ) c
                where\s""" + CAN_BE_TAKEN
            + """
                limit :each
            ) soon
            union all
            select\s""" + COLUMNS + """
            , false
            from scope s cross join unnest(:remotes) as r(anywhere) cross join lateral (
                select * from (
                    select t.* from task t
                    where t.status = 'OPEN' and t.scope_id = s.whose and t.audience = s.audience and t.remote = r.anywhere
                      and t.ends_at is null
                    order by t.ends_at desc, t.id desc
                    limit :reach
                ) c
                where\s""" + CAN_BE_TAKEN + """
                limit :each
            ) new
            union all
            (select\s""" + COLUMNS + """
            , true
            from (
                select t.* from task_invitation i join task t on t.id = i.task_id
                where i.member_id = :member and t.status = 'OPEN' and (t.ends_at is null or t.ends_at > now())
                  and t.remote = any(:remotes)
                limit :reach
            ) c
            where\s""" + CAN_BE_TAKEN + """
            limit :each)
            """;

    private static final String GAPS = """
            select g.id, sum(t.capacity - t.taken), sum(t.capacity)
            from unnest(:groups) as g(id)
            cross join lateral (
                select capacity, taken, ends_at from task
                where group_id = g.id and status = 'OPEN'
                order by id desc
                limit :newest
            ) t
            where t.ends_at is null or t.ends_at > now()
            group by g.id
            """;

    private final Session database;

    NextRepository(Session database) {
        this.database = database;
    }

    /** Who looks, with the courses they took, where they are, and what they have in mind. */
    record Search(TaskRepository.Belonging who, Set<UUID> courses, GeoPoint position, NextWish wish) {
        /** Whether work from anywhere is wanted, work at a place, or both. */
        Boolean[] remotes() {
            return wish.remote() == null ? new Boolean[] {false, true} : new Boolean[] {wish.remote()};
        }
    }

    /** Each of them once, in no order that means anything. */
    Collection<Candidate> candidates(Search search) {
        var who = search.who();
        var scopes = who.groups().size() + who.lines().size() + who.movements().size();
        var position = Spots.round(search.position());
        var home = Spots.round(who.home());
        Map<UUID, Candidate> found = new LinkedHashMap<>();
        database.createNativeQuery(CANDIDATES, Object[].class)
                .setParameter("member", who.memberId())
                .setParameter("groups", ids(who.groups()), UUID[].class)
                .setParameter("lines", ids(who.lines()), UUID[].class)
                .setParameter("movements", ids(who.movements()), UUID[].class)
                .setParameter("courses", ids(search.courses()), UUID[].class)
                .setParameter(
                        "minutes",
                        search.wish().minutes() == null
                                ? Integer.MAX_VALUE
                                : search.wish().minutes())
                .setParameter("remotes", search.remotes(), Boolean[].class)
                .setParameter("atPlace", !Boolean.TRUE.equals(search.wish().remote()))
                .setParameter("latitudes", position.latitudes(), Double[].class)
                .setParameter("longitudes", position.longitudes(), Double[].class)
                .setParameter("homeLatitudes", home.latitudes(), Double[].class)
                .setParameter("homeLongitudes", home.longitudes(), Double[].class)
                .setParameter("homeLatitude", GeoPoint.latitude(who.home()), BigDecimal.class)
                .setParameter("homeLongitude", GeoPoint.longitude(who.home()), BigDecimal.class)
                .setParameter("reach", REACH)
                .setParameter("each", each(scopes))
                .getResultList()
                .forEach(row -> add(found, candidate(row)));
        return found.values();
    }

    /** How many people these groups lack. */
    Map<UUID, Gap> gaps(Set<UUID> groups) {
        Map<UUID, Gap> gaps = new LinkedHashMap<>();
        database.createNativeQuery(GAPS, Object[].class)
                .setParameter("groups", ids(groups), UUID[].class)
                .setParameter("newest", NEWEST)
                .getResultList()
                .forEach(row ->
                        gaps.put((UUID) row[0], new Gap(((Number) row[1]).longValue(), ((Number) row[2]).longValue())));
        return gaps;
    }

    private static int each(int scopes) {
        return Math.max(LEAST_OF_SCAN, Math.min(MOST_OF_SCAN, WANTED / Math.max(1, scopes)));
    }

    /** Found twice, an invitation is worth remembering. */
    private static void add(Map<UUID, Candidate> found, Candidate candidate) {
        if (candidate.invited()) found.put(candidate.id(), candidate);
        else found.putIfAbsent(candidate.id(), candidate);
    }

    private static Candidate candidate(Object[] row) {
        var located = GeoPoint.of((BigDecimal) row[5], (BigDecimal) row[6]);
        var placeName = (String) row[4];
        return new Candidate(
                (UUID) row[0],
                (UUID) row[1],
                (String) row[2],
                (Boolean) row[3],
                placeName == null && located == null ? null : new Place(placeName, located),
                (Instant) row[7],
                (Instant) row[8],
                ZoneId.of((String) row[9]),
                (Integer) row[10],
                (Integer) row[11],
                (Integer) row[12],
                (UUID) row[13],
                (Boolean) row[14]);
    }

    private static UUID[] ids(Set<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }

    /** Where to look from: nowhere, one point, or near the date line the same point on both ends of the map. */
    private record Spots(Double[] latitudes, Double[] longitudes) {
        static Spots round(GeoPoint point) {
            if (point == null) return new Spots(new Double[0], new Double[0]);
            var latitude = GeoPoint.latitude(point).doubleValue();
            var longitude = GeoPoint.longitude(point).doubleValue();
            if (180 - Math.abs(longitude) > DATE_LINE_MARGIN) {
                return new Spots(new Double[] {latitude}, new Double[] {longitude});
            }
            var across = longitude - Math.copySign(360, longitude);
            return new Spots(new Double[] {latitude, latitude}, new Double[] {longitude, across});
        }
    }
}
