package org.barnstorm.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.barnstorm.platform.GeoPoint;
import org.barnstorm.platform.Rows;

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
     * of; {@code spot}: from where one looks in which scope, and for how many; {@code gaps}: how many people groups lack;
     * {@code load}: what they have in hand already, in every row.
     */
    private static final String CANDIDATES =
            """
            with wish as materialized (
                select cast(? as uuid) as member, cast(? as uuid[]) as groups, cast(? as uuid[]) as lines,
                       cast(? as uuid[]) as movements, cast(? as uuid[]) as resting, cast(? as uuid[]) as courses,
                       cast(? as integer) as minutes, cast(? as boolean[]) as remotes, cast(? as integer) as each,
                       cast(? as uuid[]) as spot_scopes, cast(? as float8[]) as spot_norths,
                       cast(? as float8[]) as spot_easts, cast(? as integer[]) as spot_most,
                       cast(? as numeric) as home_north, cast(? as numeric) as home_east, cast(? as timestamptz) as since
            ),
            load as materialized (
                select\s""" + HoldRepository.COUNTS + """
                from (select member as id, since from wish) as who
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
            ),
            found as materialized (
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
            ),
            gaps as materialized (
                select g.id, sum(t.capacity - t.taken) as free, sum(t.capacity) as places
                from (select distinct group_id as id from found) g
                cross join lateral (
                    select capacity, taken, ends_at from task
                    where group_id = g.id and status = 'OPEN'
                    order by id desc
                    limit %3$d
                ) t
                where t.ends_at is null or t.ends_at > now()
                group by g.id
            )
            select load.*, found.*, gaps.free, gaps.places
            from load left join found on true left join gaps on gaps.id = found.group_id
            """;

    private static final String FIND = CANDIDATES.formatted(REACH, NEAREST, NEWEST);

    private final Rows rows;

    NextRepository(Rows rows) {
        this.rows = rows;
    }

    /** Who looks, with the courses they took, where they are, what they have in mind, and how far back lapses count. */
    record Search(TaskRepository.Belonging who, Set<UUID> courses, GeoPoint position, NextWish wish, Instant memory) {
        /** Whether work from anywhere is wanted, work at a place, or both. */
        List<Boolean> remotes() {
            return wish.remote() == null ? List.of(false, true) : List.of(wish.remote());
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

    /**
     * What was found.
     *
     * @param tasks each of them once, in no order that means anything
     * @param gaps how many people the groups of these tasks lack; a group that is missing lacks nobody
     * @param load what they have in hand already
     */
    record Choice(Collection<Candidate> tasks, Map<UUID, Gap> gaps, Load load) {}

    Choice choice(Search search) {
        if (search.scopes().size() <= FEW_SCOPES) return find(search, MORE);
        var found = find(search, FEW);
        return found.tasks().size() < ENOUGH ? find(search, MORE) : found;
    }

    /** @param each so many of each scan, but for the nearest in a movement */
    private Choice find(Search search, int each) {
        Map<UUID, Candidate> found = new LinkedHashMap<>();
        Map<UUID, Gap> gaps = new HashMap<>();
        var loads = rows.read(FIND, statement -> set(statement, search, each), row -> {
            var task = add(found, row);
            if (task != null) gaps.putIfAbsent(task.groupId(), new Gap(row.getLong(20), row.getLong(21)));
            return Load.of(row);
        });
        return new Choice(found.values(), gaps, loads.get(0));
    }

    private static void set(PreparedStatement statement, Search search, int each) throws SQLException {
        var who = search.who();
        var spots = search.spots(each);
        statement.setObject(1, who.memberId());
        statement.setString(2, Rows.array(who.groups()));
        statement.setString(3, Rows.array(who.lines()));
        statement.setString(4, Rows.array(who.movements()));
        statement.setString(5, Rows.array(who.resting()));
        statement.setString(6, Rows.array(search.courses()));
        statement.setInt(7, search.minutes());
        statement.setString(8, Rows.array(search.remotes()));
        statement.setInt(9, each);
        statement.setString(10, Rows.array(spots.scopes()));
        statement.setString(11, Rows.array(spots.norths()));
        statement.setString(12, Rows.array(spots.easts()));
        statement.setString(13, Rows.array(spots.most()));
        statement.setBigDecimal(14, GeoPoint.latitude(who.home()));
        statement.setBigDecimal(15, GeoPoint.longitude(who.home()));
        statement.setObject(16, Rows.moment(search.memory()));
    }

    /** The task of this row, if it is news: found twice, an invitation is worth remembering. */
    private static Candidate add(Map<UUID, Candidate> found, ResultSet row) throws SQLException {
        var id = row.getObject(5, UUID.class);
        var invited = row.getBoolean(19);
        if (id == null || !invited && found.containsKey(id)) return null;
        var candidate = candidate(id, invited, row);
        found.put(id, candidate);
        return candidate;
    }

    private static Candidate candidate(UUID id, boolean invited, ResultSet row) throws SQLException {
        var placeName = row.getString(9);
        var located = GeoPoint.of(row.getBigDecimal(10), row.getBigDecimal(11));
        return new Candidate(
                id,
                row.getObject(6, UUID.class),
                row.getString(7),
                row.getBoolean(8),
                placeName == null && located == null ? null : new Place(placeName, located),
                Rows.moment(row, 12),
                Rows.moment(row, 13),
                ZoneId.of(row.getString(14)),
                row.getInt(15),
                row.getInt(16),
                row.getInt(17),
                row.getObject(18, UUID.class),
                invited);
    }
}
