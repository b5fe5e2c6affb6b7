package org.barnstorm.group;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.platform.GeoPoint;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A group to be made. What is left out is taken from the group above. */
@Schema(description = "A group to be made. Zone and join policy, when left out, are those of the group above.")
record NewGroup(
        @NotNull
        @Schema(description = "Where it will stand; the group above must exist. One slug alone makes a movement.")
        GroupPath path,

        @NotBlank @Size(max = 200) @Schema(description = "Name as people say it.", examples = "Brighton Pavilion")
        String name,

        @Schema(description = "How one becomes a member; OPEN for a movement that does not say.")
        JoinPolicy joinPolicy,

        @Schema(
                type = SchemaType.STRING,
                description = "IANA time zone; UTC for a movement that does not say.",
                examples = "Europe/London")
        ZoneId zone,

        @Schema(description = "Roughly the middle of where the group is active.")
        GeoPoint location,

        @Min(0) @Schema(description = "People entitled to vote there, where known.", examples = "73000")
        Integer electorate,

        @Size(max = 100) @Schema(description = "The group's code in another register.", examples = "E14001130")
        String externalId) {

    /** The content of the group once made, below a group with these habits. */
    GroupContent content(JoinPolicy habitualPolicy, ZoneId habitualZone) {
        return new GroupContent(
                name,
                joinPolicy == null ? habitualPolicy : joinPolicy,
                zone == null ? habitualZone : zone,
                location,
                electorate,
                externalId);
    }
}
