package org.barnstorm.task;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.barnstorm.platform.GeoPoint;

/**
 * From where one looks for what is near, in which movement: three columns of the same length. A point near the date line is
 * there twice, once on each end of the map.
 */
record NextSpots(UUID[] movements, Double[] norths, Double[] easts) {
    /** Nearer to the date line than this, one looks across it. */
    private static final double MARGIN = 10;

    private record Spot(UUID movement, double north, double east) {}

    static NextSpots of(Collection<UUID> movements, List<GeoPoint> points) {
        var spots = new ArrayList<Spot>();
        for (var point : points) {
            var north = GeoPoint.latitude(point).doubleValue();
            var east = GeoPoint.longitude(point).doubleValue();
            for (var movement : movements) {
                spots.add(new Spot(movement, north, east));
                if (180 - Math.abs(east) < MARGIN)
                    spots.add(new Spot(movement, north, east - Math.copySign(360, east)));
            }
        }
        return new NextSpots(
                spots.stream().map(Spot::movement).toArray(UUID[]::new),
                spots.stream().map(Spot::north).toArray(Double[]::new),
                spots.stream().map(Spot::east).toArray(Double[]::new));
    }
}
