package org.barnstorm.map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.barnstorm.platform.GeoPoint;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One point of a map. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "GeoJSON Feature (RFC 7946): one point of a map.")
record MapFeature(
        @Schema(description = "Always `Feature`.", enumeration = "Feature", examples = "Feature")
        String type,

        @Schema(description = "Where; of several, their middle.")
        GeoPoint geometry,

        @Schema(description = "What.") MapFeatureProperties properties) {

    static MapFeature of(GeoPoint where, MapFeatureProperties what) {
        return new MapFeature("Feature", where, what);
    }
}
