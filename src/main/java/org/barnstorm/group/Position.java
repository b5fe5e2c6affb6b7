package org.barnstorm.group;

import java.util.regex.Pattern;
import org.barnstorm.platform.problem.Refusal;

/**
 * Where somebody is, given as {@code lat,lon} in a query. Kept to two decimals, about a kilometre, whatever was sent:
 * enough to find a group, too little to find a door.
 */
record Position(double latitude, double longitude) {
    private static final Pattern SHAPE = Pattern.compile("(-?\\d{1,2}(?:\\.\\d{1,12})?),(-?\\d{1,3}(?:\\.\\d{1,12})?)");

    public static Position fromString(String text) {
        var parts = SHAPE.matcher(text);
        if (!parts.matches()) throw malformed();
        var latitude = Double.parseDouble(parts.group(1));
        var longitude = Double.parseDouble(parts.group(2));
        if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) throw malformed();
        return new Position(coarse(latitude), coarse(longitude));
    }

    private static double coarse(double degrees) {
        return Math.round(degrees * 100) / 100.0;
    }

    private static Refusal malformed() {
        return Refusal.malformed(
                "malformed-position", "Send near as latitude,longitude in degrees, as in 50.83,-0.14.");
    }
}
