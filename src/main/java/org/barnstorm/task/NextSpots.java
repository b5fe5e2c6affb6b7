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
record NextSpots(List<UUID> scopes, List<Double> norths, List<Double> easts, List<Integer> most) {
    /** Nearer to the date line than this, one looks across it. */
    private static final double MARGIN = 10;

    /** @param most how many are wanted of each scope */
    static NextSpots of(Map<UUID, Integer> most, List<GeoPoint> points) {
        var spots = new NextSpots(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (var point : points) {
            var north = GeoPoint.latitude(point).doubleValue();
            var east = GeoPoint.longitude(point).doubleValue();
            most.forEach((scope, wanted) -> {
                spots.add(scope, north, east, wanted);
                if (180 - Math.abs(east) < MARGIN) spots.add(scope, north, east - Math.copySign(360, east), wanted);
            });
        }
        return spots;
    }

    private void add(UUID scope, double north, double east, int wanted) {
        scopes.add(scope);
        norths.add(north);
        easts.add(east);
        most.add(wanted);
    }
}
