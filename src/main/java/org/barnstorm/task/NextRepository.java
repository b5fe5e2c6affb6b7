package org.barnstorm.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.barnstorm.platform.GeoPoint;
import org.hibernate.Session;

/**
 * Tasks that somebody could take now, found through indexes only: the nearest, the soonest and the newest few of each scope
 * that they are in, and what they were invited or called to. docs/decisions/0011 has the reasons and the
 * figures.
 */
@ApplicationScoped
class NextRepository {
    /** So many rows of one index scan are looked at before it is given up, however few of them are of use. */
    private static final int REACH = 400;
    /** So many are wanted of the nearest in a movement. */
    private static final int NEAREST = 60;
    /** So many of each other scan for somebody with many scopes: one more than is shown of one group before others. */
    private static final int FEW = NextRanking.OF_ONE_GROUP + 1;
    /** For somebody for whom there is not much, as many as are shown at all. */
    private static final int MORE = NextRanking.MOST;
    /** Who has no more scopes is not asked twice: few of each would hardly be enough. */
    private static final int FEW_SCOPES = 10;
    /** With fewer candidates one looks again for more. */
    private static final int ENOUGH = 60;
    /** A group's newest open tasks, by which its gap is measured. */
    private static final int NEWEST = 10;

    /** Whether a row {@code c} of an index scan can be taken by the member: the rules of Admission and PlaceRepository. */
    private static final String CAN_BE_TAKEN = """
            c.taken < c.capacity
                  and c.effort_minutes <= (select minutes from wish)
                  and (c.required_course_id is null or c.required_course_id = any(cast((select courses from wish) as uuid[])))
                  and (c.busy is null or not c.busy && (select times from busy))
                  and c.id not in (select task_id from own)
                  and not c.group_id = any(cast((select resting from wish) as uuid[]))
            """;

    private static final String COLUMNS = """
            id, group_id, title, remote, place_name, latitude, longitude, starts_at, ends_at, zone, effort_minutes,
                   capacity, taken, required_course_id""";

    /**
     * Each scan is in the order of an index and stops as soon as it has enough, or at REACH rows. All parameters stand in
     * {@code wish}: so the plan does not depend on them, and PostgreSQL keeps it instead of planning each time, which
     * takes as long as the work. {@code own}: the places that the member has; {@code scope}: the people that they are one
     * of; {@code spot}: from where one looks in which scope, and for how many.
     */
    private static final String CANDIDATES = """
            with wish as materialized (
                select :member as member, :groups as groups, :lines as lines, :movements as movements,
                       :resting as resting, :courses as courses, :minutes as minutes, :remotes as remotes, :each as each,
                       :spotScopes as spot_scopes, :spotNorths as spot_norths, :spotEasts as spot_easts,
                       :spotMost as spot_most,
                       :homeNorth as home_north, :homeEast as home_east
            ),
            own as materialized (
                select task_id, status, busy from assignment
                where member_id = (select member from wish) and status in ('OFFERED', 'HELD', 'DONE', 'VERIFIED')
            ),
            busy as materialized (
                select coalesce(range_agg(busy), '{}') as times from own where status <> 'OFFERED' and busy is not null
            ),
            scope as materialized (
                select 'GROUP' as audience, g as whose from unnest((select groups from wish)) g
                union all select 'BRANCH', l from unnest((select lines from wish)) l
                union all select 'MOVEMENT', m from unnest((select movements from wish)) m
            )
            select\s""" + COLUMNS + """
            , false as asked
            from unnest((select spot_scopes from wish), (select spot_norths from wish), (select spot_easts from wish),
                        (select spot_most from wish)) as spot (whose, north, east, most)
            cross join lateral (
                select * from (
                    select t.* from task t
                    where t.status = 'OPEN' and t.map_point is not null and t.scope_id = spot.whose
                      and coalesce(t.ends_at, 'infinity') > now()
                    order by t.map_point <-> map_point(spot.north, spot.east)
                    limit %1$d
                ) c
                where (c.audience = 'GROUP' and c.group_id = any(cast((select groups from wish) as uuid[]))
                       or c.audience = 'BRANCH' and c.group_id = any(cast((select lines from wish) as uuid[]))
                       or c.audience = 'MOVEMENT'
                       or c.audience = 'NEARBY' and distance_km(c.latitude, c.longitude, (select home_north from wish),
                                                                (select home_east from wish)) <= c.audience_km)
                  and c.remote = any(cast((select remotes from wish) as boolean[]))
                  and\s""" + CAN_BE_TAKEN + """
                limit spot.most
            ) nearest
            union all
            select\s""" + COLUMNS + """
            , false
            from scope s cross join unnest((select remotes from wish)) as r (anywhere) cross join lateral (
                select * from (
                    select t.* from task t
                    where t.status = 'OPEN' and t.scope_id = s.whose and t.audience = s.audience and t.remote = r.anywhere
                      and t.ends_at > now()
                    order by t.ends_at, t.id
                    limit %1$d
                ) c
                where\s""" + CAN_BE_TAKEN
            + """
                limit (select each from wish)
            ) soonest
            union all
            select\s""" + COLUMNS + """
            , false
            from scope s cross join unnest((select remotes from wish)) as r (anywhere) cross join lateral (
                select * from (
                    select t.* from task t
                    where t.status = 'OPEN' and t.scope_id = s.whose and t.audience = s.audience and t.remote = r.anywhere
                      and t.ends_at is null
                    order by t.ends_at desc, t.id desc
                    limit %1$d
                ) c
                where\s""" + CAN_BE_TAKEN + """
                limit (select each from wish)
            ) newest
            union all
            (select\s""" + COLUMNS + """
            , true
            from (
                select t.* from (
                    select task_id, null as movement_id from task_invitation
                    where member_id = (select member from wish)
                    union all
                    select r.task_id, t.movement_id from rescue_call r join task t on t.id = r.task_id
                    where r.member_id = (select member from wish) and r.until > now()
                ) i
                join task t on t.id = i.task_id
                where t.status = 'OPEN' and (t.ends_at is null or t.ends_at > now())
                  and t.remote = any(cast((select remotes from wish) as boolean[]))
                  and (i.movement_id is null or i.movement_id = any(cast((select movements from wish) as uuid[])))
                limit %1$d
            ) c
            where\s""" + CAN_BE_TAKEN + """
            limit %2$d)
            """;

    private static final String FIND = CANDIDATES.formatted(REACH, NEAREST);

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

        int minutes() {
            return wish.minutes() == null ? Integer.MAX_VALUE : wish.minutes();
        }

        /** What work can be for somebody is counted from these: their groups, those above them, their movements. */
        Set<UUID> scopes() {
            var scopes = new HashSet<>(who.groups());
            scopes.addAll(who.lines());
            scopes.addAll(who.movements());
            return scopes;
        }

        /**
         * From where they are, and for what is only for people nearby, from where they live. A movement has the work of many
         * groups, so that more of it is wanted; any other scope is one group.
         */
        NextSpots spots(int each) {
            var points = Stream.of(position, who.home())
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
            var most = new HashMap<UUID, Integer>();
            for (var scope : scopes()) most.put(scope, who.movements().contains(scope) ? NEAREST : each);
            return NextSpots.of(most, points);
        }
    }

    /** Each of them once, in no order that means anything. */
    Collection<Candidate> candidates(Search search) {
        if (search.scopes().size() <= FEW_SCOPES) return find(search, MORE).values();
        var found = find(search, FEW);
        return (found.size() < ENOUGH ? find(search, MORE) : found).values();
    }

    /** @param each so many of each scan, but for the nearest in a movement */
    private Map<UUID, Candidate> find(Search search, int each) {
        var who = search.who();
        var spots = search.spots(each);
        Map<UUID, Candidate> found = new LinkedHashMap<>();
        database.createNativeQuery(FIND, Object[].class)
                .setParameter("member", who.memberId())
                .setParameter("groups", ids(who.groups()), UUID[].class)
                .setParameter("lines", ids(who.lines()), UUID[].class)
                .setParameter("movements", ids(who.movements()), UUID[].class)
                .setParameter("resting", ids(who.resting()), UUID[].class)
                .setParameter("courses", ids(search.courses()), UUID[].class)
                .setParameter("minutes", search.minutes())
                .setParameter("remotes", search.remotes(), Boolean[].class)
                .setParameter("each", each)
                .setParameter("spotScopes", spots.scopes(), UUID[].class)
                .setParameter("spotNorths", spots.norths(), Double[].class)
                .setParameter("spotEasts", spots.easts(), Double[].class)
                .setParameter("spotMost", spots.most(), Integer[].class)
                .setParameter("homeNorth", GeoPoint.latitude(who.home()), BigDecimal.class)
                .setParameter("homeEast", GeoPoint.longitude(who.home()), BigDecimal.class)
                .getResultList()
                .forEach(row -> add(found, candidate(row)));
        return found;
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
}
