package org.barnstorm.osdi;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where an event is. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "OsdiLocation", description = "Where an event is.")
record LocationView(
        @Nullable @Schema(description = "In words.", examples = "Level, by the cafe, Union Road")
        String venue,

        @Nullable @Schema(description = "On the map.") PointView location) {

    /** On the map. */
    @Schema(name = "OsdiPoint", description = "A point on the map.")
    record PointView(
            @Schema(description = "Degrees north.", examples = "50.83")
            BigDecimal latitude,

            @Schema(description = "Degrees east.", examples = "-0.13")
            BigDecimal longitude) {}
}
