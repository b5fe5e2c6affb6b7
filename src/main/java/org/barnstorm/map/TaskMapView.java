package org.barnstorm.map;

import java.util.List;
import org.barnstorm.platform.http.Cached;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A map of tasks. */
@Schema(name = "TaskMap", description = "GeoJSON FeatureCollection (RFC 7946): tasks on a map.")
record TaskMapView(
        @Schema(
                description = "Always `FeatureCollection`.",
                enumeration = "FeatureCollection",
                examples = "FeatureCollection")
        String type,

        @Schema(description = "What is there, from south to north and from west to east.")
        List<MapFeature> features)
        implements Cached {

    static TaskMapView of(List<MapFeature> features) {
        return new TaskMapView("FeatureCollection", features);
    }

    /** What is open, and for whom, changes at any time: kept, and asked each time. */
    @Override
    public String cacheControl() {
        return "private, no-cache";
    }
}
