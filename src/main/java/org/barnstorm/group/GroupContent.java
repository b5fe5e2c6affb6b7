package org.barnstorm.group;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import org.barnstorm.platform.GeoPoint;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can be edited of a group: everything but its place in the tree. */
@Schema(description = "What can be edited of a group: everything but its place in the tree.")
record GroupContent(
        @NotBlank @Size(max = 200) @Schema(description = "Name as people say it.", examples = "Brighton Pavilion")
        String name,

        @NotNull @Schema(description = "How one becomes a member.")
        JoinPolicy joinPolicy,

        @NotNull
        @Schema(
                type = SchemaType.STRING,
                description = "IANA time zone in which the group meets.",
                examples = "Europe/London")
        ZoneId zone,

        @Schema(description = "Roughly the middle of where the group is active.")
        GeoPoint location,

        @Min(0) @Schema(description = "People entitled to vote there, where known.", examples = "73000")
        Integer electorate,

        @Size(max = 100)
        @Schema(
                description = "The group's code in another register, for example the statistics office's.",
                examples = "E14001130")
        String externalId) {}
