package org.barnstorm.map;

import java.util.List;
import org.barnstorm.platform.http.Cached;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A map of groups. */
@Schema(name = "GroupMap", description = "GeoJSON FeatureCollection (RFC 7946): groups on a map.")
record GroupMapView(
        @Schema(
                description = "Always `FeatureCollection`.",
                enumeration = "FeatureCollection",
                examples = "FeatureCollection")
        String type,

        @Schema(description = "What is there, from south to north and from west to east.")
        List<MapFeature> features)
        implements Cached {

    static GroupMapView of(List<MapFeature> features) {
        return new GroupMapView("FeatureCollection", features);
    }

    /** Groups change rarely, and are the same for everybody who signs in. */
    @Override
    public String cacheControl() {
        return "private, max-age=300";
    }
}
