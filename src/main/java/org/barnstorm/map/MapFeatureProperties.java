package org.barnstorm.map;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.util.List;
import java.util.UUID;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.platform.MapPoint;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is at a point: one thing, or how many that are too close to be shown apart. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What is at a point: one thing, or several that are too close to be shown apart.")
record MapFeatureProperties(
        @Schema(description = "How many there are; several are a cluster.", examples = "1")
        long count,

        @Schema(description = "Their ids, the first 20.") List<UUID> ids,

        @Nullable
        @Schema(
                description = "Of a single group its path, of a single task that of its group; absent for several.",
                examples = "uk.south-east.brighton-pavilion")
        GroupPath group,

        @Nullable
        @Schema(
                description = "What a single one is called; absent for several.",
                examples = "Knock on doors in Hanover")
        String name) {

    static MapFeatureProperties of(MapPoint point, GroupPath group) {
        return new MapFeatureProperties(point.count(), point.ids(), group, point.name());
    }
}
