package org.barnstorm.platform;

/**
 * A piece of a map in square cells, whole ones: what lies in the same cell is shown as one. The same cells wherever somebody
 * looks, so that groups of points stay what they are when the map is moved. A cell has its western and southern edge, and not
 * the others.
 *
 * @param west where it begins, in degrees; larger than {@code east} when it crosses the antimeridian (RFC 7946, section 5.2)
 * @param cell length of a cell's side, in degrees
 */
public record MapGrid(double west, double south, double east, double north, double cell) {
    private static final double WHOLE_TURN = 360;
    private static final double DATE_LINE = 180;

    /** Cells along the equator at zoom 0, four to a tile of the usual maps, and twice as many with each step. */
    private static final double CELLS_OF_THE_WORLD = 4;

    /** The cells that this box touches, of the size that they have at this zoom. */
    public static MapGrid around(double west, double south, double east, double north, int zoom) {
        var cell = WHOLE_TURN / (CELLS_OF_THE_WORLD * (1L << zoom));
        var left = down(west, cell);
        var right = up(east, cell);
        if (west > east && right >= left) { // nearly once around: the cells at both ends meet
            left = -DATE_LINE;
            right = up(DATE_LINE, cell);
        }
        return new MapGrid(left, down(south, cell), right, up(north, cell), cell);
    }

    private static double down(double degrees, double cell) {
        return Math.floor(degrees / cell) * cell;
    }

    private static double up(double degrees, double cell) {
        return down(degrees, cell) + cell;
    }

    private boolean crossesAntimeridian() {
        return west > east;
    }

    /** How many cells there are, which is the most that a map can show. */
    public long cells() {
        var width = east - west + (crossesAntimeridian() ? WHOLE_TURN : 0);
        return Math.round(width / cell) * Math.round((north - south) / cell);
    }

    /** Where its first range of longitudes ends; there is a second when it crosses the antimeridian. */
    public double firstEast() {
        return crossesAntimeridian() ? up(DATE_LINE, cell) : east;
    }

    /** Where its second range of longitudes begins; without one, the first once more. */
    public double secondWest() {
        return crossesAntimeridian() ? -DATE_LINE : west;
    }
}
