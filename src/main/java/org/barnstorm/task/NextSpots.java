package org.barnstorm.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.platform.GeoPoint;

/**
 * From where one looks for what is near, in which scope, and how much of it is wanted: four columns of the same length. A
 * point near the date line is there twice, once on each end of the map.
 */
record NextSpots(UUID[] scopes, Double[] norths, Double[] easts, Integer[] most) {
    /** Nearer to the date line than this, one looks across it. */
    private static final double MARGIN = 10;

    private record Spot(UUID scope, double north, double east, int most) {}

    /** @param most how many are wanted of each scope */
    static NextSpots of(Map<UUID, Integer> most, List<GeoPoint> points) {
        var spots = new ArrayList<Spot>();
        for (var point : points) {
            var north = GeoPoint.latitude(point).doubleValue();
            var east = GeoPoint.longitude(point).doubleValue();
            most.forEach((scope, wanted) -> {
                spots.add(new Spot(scope, north, east, wanted));
                if (180 - Math.abs(east) < MARGIN)
                    spots.add(new Spot(scope, north, east - Math.copySign(360, east), wanted));
            });
        }
        return new NextSpots(
                spots.stream().map(Spot::scope).toArray(UUID[]::new),
                spots.stream().map(Spot::north).toArray(Double[]::new),
                spots.stream().map(Spot::east).toArray(Double[]::new),
                spots.stream().map(Spot::most).toArray(Integer[]::new));
    }
}
