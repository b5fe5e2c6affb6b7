package org.barnstorm.task;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.barnstorm.platform.GeoPoint;
import org.barnstorm.platform.problem.Refusal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody has in mind who looks for something to do. All of it is optional. */
@Schema(name = "NextWish", description = "What you have in mind; leave out what does not matter.")
record NextWish(
        @Min(1) @Max(100000) @Schema(description = "Minutes you have: only work that takes no longer.", examples = "60")
        Integer minutes,

        @DecimalMin("-90")
        @DecimalMax("90")
        @Schema(
                description = "Latitude of where you are, in degrees; rounded to two decimals before use, never kept.",
                examples = "50.83")
        Double lat,

        @DecimalMin("-180")
        @DecimalMax("180")
        @Schema(description = "Longitude likewise; the two go together.", examples = "-0.14")
        Double lon,

        @Schema(
                description = "true: only what can be done from anywhere; false: only at a place; absent: both.",
                examples = "false")
        Boolean remote) {

    /** About a kilometre, whatever was sent: enough to find work, too little to find a door. */
    private static final int DECIMALS = 2;

    /** Where they say they are; null when they do not. */
    GeoPoint position() {
        if ((lat == null) != (lon == null)) {
            throw Refusal.invalid(List.of(new Refusal.Violation("/lon", "Give lat and lon together, or neither.")));
        }
        return lat == null ? null : GeoPoint.of(coarse(lat), coarse(lon));
    }

    private static BigDecimal coarse(double degrees) {
        return BigDecimal.valueOf(degrees).setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    /** Without the position, so that nothing can log it. */
    @Override
    public String toString() {
        return "NextWish[minutes=" + minutes + ", remote=" + remote + "]";
    }
}
