package org.barnstorm.platform;

import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.query.NativeQuery;

/**
 * What a map shows at one point: a thing, or several that are too close to be shown apart.
 *
 * @param count how many there are
 * @param ids the first 20 of them
 * @param groupId the group of the one; null for several
 * @param name of the one; null for several
 */
public record MapPoint(GeoPoint location, long count, List<UUID> ids, UUID groupId, String name) {
    /**
     * How queries put things into cells, of a table expression {@code located} with {@code id}, {@code group_id}, {@code
     * name}, {@code latitude} and {@code longitude}.
     */
    public static final String CELLS = """
            , celled as (
                select *, floor(cast(latitude as double precision) / :cell) as y,
                       floor(cast(longitude as double precision) / :cell) as x
                from located
                where latitude >= :south and latitude < :north
                  and (longitude >= :west and longitude < :firstEast or longitude >= :secondWest and longitude < :east))
            select round(avg(latitude), 5) as latitude, round(avg(longitude), 5) as longitude, count(*) as things,
                   array_to_string((array_agg(id order by id))[1:20], ' ') as ids,
                   min(cast(group_id as text)) as group_id, min(name) as name
            from celled
            group by y, x
            order by y, x
            """;

    /** What such a query finds in a piece of the map. */
    public static List<MapPoint> in(MapGrid grid, NativeQuery<Tuple> query) {
        return query
                .setParameter("west", grid.west())
                .setParameter("south", grid.south())
                .setParameter("firstEast", grid.firstEast())
                .setParameter("secondWest", grid.secondWest())
                .setParameter("east", grid.east())
                .setParameter("north", grid.north())
                .setParameter("cell", grid.cell())
                .getResultList()
                .stream()
                .map(MapPoint::of)
                .toList();
    }

    private static MapPoint of(Tuple row) {
        var count = row.get("things", Number.class).longValue();
        var ids = Stream.of(row.get("ids", String.class).split(" "))
                .map(UUID::fromString)
                .toList();
        return new MapPoint(
                GeoPoint.of(row.get("latitude", BigDecimal.class), row.get("longitude", BigDecimal.class)),
                count,
                ids,
                count == 1 ? UUID.fromString(row.get("group_id", String.class)) : null,
                count == 1 ? row.get("name", String.class) : null);
    }
}
