package org.barnstorm.map;

import java.util.regex.Pattern;
import org.barnstorm.platform.MapGrid;
import org.barnstorm.platform.problem.Refusal;

/**
 * What of the world is in view, given as {@code west,south,east,north} in degrees as in RFC 7946 section 5. West of an east
 * that is smaller lies the antimeridian.
 */
record Box(double west, double south, double east, double north) {
    /** As many as a screen full of tiles has, and more. */
    private static final int MOST_CELLS = 4096;

    private static final String NUMBER = "(-?\\d{1,3}(?:\\.\\d{1,12})?)";
    private static final Pattern SHAPE = Pattern.compile(String.join(",", NUMBER, NUMBER, NUMBER, NUMBER));

    public static Box fromString(String text) {
        var parts = SHAPE.matcher(text);
        if (!parts.matches()) throw malformed();
        var box = new Box(
                Double.parseDouble(parts.group(1)),
                Double.parseDouble(parts.group(2)),
                Double.parseDouble(parts.group(3)),
                Double.parseDouble(parts.group(4)));
        if (!box.isOnEarth()) throw malformed();
        return box;
    }

    private boolean isOnEarth() {
        return Math.abs(west) <= 180 && Math.abs(east) <= 180 && -90 <= south && south <= north && north <= 90;
    }

    /** In cells as fine as this zoom has them, or a refusal when they are more than a map can show. */
    MapGrid at(int zoom) {
        var grid = MapGrid.around(west, south, east, north, zoom);
        if (grid.cells() <= MOST_CELLS) return grid;
        throw Refusal.malformed(
                "box-too-large",
                "At zoom " + zoom + " this box has more than " + MOST_CELLS
                        + " cells. Ask for a smaller box, or at a lower zoom.");
    }

    private static Refusal malformed() {
        return Refusal.malformed(
                "malformed-box",
                "Send bbox as west,south,east,north in degrees, as in -0.3,50.7,0.1,50.9; south is not north of north.");
    }
}
