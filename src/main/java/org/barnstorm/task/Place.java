package org.barnstorm.task;

import jakarta.validation.constraints.Size;
import org.barnstorm.platform.GeoPoint;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where work happens. */
@Schema(description = "Where the work happens.")
public record Place(
        @Size(max = 300)
        @Schema(description = "In words, as one would tell a taxi driver.", examples = "Level, by the cafe, Union Road")
        String name,

        @Schema(description = "On the map.") GeoPoint location) {

    /** Neither words nor a point: nobody would find it. */
    boolean saysNothing() {
        return location == null && (name == null || name.isBlank());
    }
}
