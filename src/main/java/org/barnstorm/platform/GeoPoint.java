package org.barnstorm.platform;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import org.barnstorm.platform.problem.Refusal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A point on the earth as GeoJSON (RFC 7946 section 3.1.2): longitude first, WGS 84 degrees.
 *
 * @param type always {@code Point}
 * @param coordinates longitude and latitude
 */
@Schema(description = "GeoJSON Point (RFC 7946): longitude first, then latitude, in WGS 84 degrees.")
public record GeoPoint(
        @NotNull @Schema(description = "Always `Point`.", enumeration = "Point", examples = "Point")
        String type,

        @NotNull @Size(min = 2, max = 2) @Schema(description = "Longitude, latitude.", examples = "[-0.14, 50.83]")
        List<BigDecimal> coordinates) {

    private static final int DECIMALS = 5;
    /** Mean radius of the earth (IUGG). */
    private static final double EARTH_RADIUS_KM = 6371.0088;

    private static final int MOST_DIGITS = 20;
    private static final BigDecimal POLE = BigDecimal.valueOf(90);
    private static final BigDecimal DATE_LINE = BigDecimal.valueOf(180);

    @JsonCreator
    public GeoPoint(@JsonProperty("type") String type, @JsonProperty("coordinates") List<BigDecimal> coordinates) {
        if (!"Point".equals(type)
                || coordinates == null
                || coordinates.size() != 2
                || coordinates.stream().anyMatch(Objects::isNull)) {
            throw invalid();
        }
        this.type = type;
        this.coordinates = List.of(longitude(coordinates.get(0)), latitude(coordinates.get(1)));
    }

    /** The point, or null when the place is not known. */
    public static GeoPoint of(BigDecimal latitude, BigDecimal longitude) {
        return latitude == null ? null : new GeoPoint("Point", List.of(longitude, latitude));
    }

    public static BigDecimal latitude(GeoPoint point) {
        return point == null ? null : point.coordinates.get(1);
    }

    public static BigDecimal longitude(GeoPoint point) {
        return point == null ? null : point.coordinates.get(0);
    }

    /** Kilometres along the great circle, as the function distance_km has them in the database. */
    public double kmTo(GeoPoint other) {
        var north = Math.toRadians(latitude(this).doubleValue());
        var otherNorth = Math.toRadians(latitude(other).doubleValue());
        var east = Math.toRadians(longitude(other).subtract(longitude(this)).doubleValue());
        var haversine = Math.pow(Math.sin((otherNorth - north) / 2), 2)
                + Math.cos(north) * Math.cos(otherNorth) * Math.pow(Math.sin(east / 2), 2);
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(haversine)));
    }

    /** A latitude as it is kept, to five decimals, about a metre; refused when it is none. */
    public static BigDecimal latitude(BigDecimal degrees) {
        return kept(degrees, POLE);
    }

    /** A longitude likewise. */
    public static BigDecimal longitude(BigDecimal degrees) {
        return kept(degrees, DATE_LINE);
    }

    /** Looks at the size of the number before any arithmetic: rounding 1e-30000000 would take the machine minutes. */
    private static BigDecimal kept(BigDecimal degrees, BigDecimal limit) {
        if (Math.abs((long) degrees.scale()) > MOST_DIGITS || degrees.precision() > MOST_DIGITS) throw invalid();
        if (degrees.abs().compareTo(limit) > 0) throw invalid();
        var rounded = degrees.setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    private static Refusal invalid() {
        return Refusal.malformed(
                "malformed-point",
                "A point is {\"type\": \"Point\", \"coordinates\": [longitude, latitude]} in degrees.");
    }
}
