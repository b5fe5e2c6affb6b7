package org.barnstorm.group;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.platform.GeoPoint;
import org.barnstorm.platform.http.Versioned;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A group in the directory. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Group", description = "A group in the directory.")
record GroupView(
        @Schema(description = "Id of the group.") UUID id,

        @Schema(description = "Content version, as in the ETag.", examples = "0")
        long version,

        @Schema(description = "Where it stands in the tree.")
        GroupPath path,

        @Schema(description = "Name as people say it.", examples = "Brighton Pavilion")
        String name,

        @Schema(description = "How one becomes a member.") JoinPolicy joinPolicy,

        @Schema(
                type = SchemaType.STRING,
                description = "IANA time zone in which the group meets.",
                examples = "Europe/London")
        ZoneId zone,

        @Nullable @Schema(description = "Roughly the middle of where the group is active.")
        GeoPoint location,

        @Nullable @Schema(description = "People entitled to vote there.", examples = "73000")
        Integer electorate,

        @Nullable @Schema(description = "The group's code in another register.", examples = "E14001130")
        String externalId,

        @Nullable @Schema(description = "The group that it became part of. Nothing new comes to it; look there.")
        GroupPath mergedInto,

        @Nullable @Schema(description = "Since when, in UTC.", examples = "2026-12-21T09:30:00Z")
        Instant mergedAt,

        @Nullable
        @Schema(
                description =
                        "Great-circle distance from `near` in kilometres, one decimal; only in answers to `near`.")
        Double distanceKm)
        implements Versioned {

    static GroupView of(LocalGroup group) {
        return of(group, null, null);
    }

    static GroupView of(LocalGroup group, double distanceKm) {
        return of(group, null, distanceKm);
    }

    /** @param mergedInto where it went; null while it is one of its own */
    static GroupView of(LocalGroup group, GroupPath mergedInto) {
        return of(group, mergedInto, null);
    }

    private static GroupView of(LocalGroup group, GroupPath mergedInto, Double distanceKm) {
        var content = group.content();
        return new GroupView(
                group.id(),
                group.version(),
                group.path(),
                content.name(),
                content.joinPolicy(),
                content.zone(),
                content.location(),
                content.electorate(),
                content.externalId(),
                mergedInto,
                group.mergedAt(),
                distanceKm == null ? null : Math.round(distanceKm * 10) / 10.0);
    }
}
