package org.barnstorm.campaign;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.platform.http.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A campaign as those who may see it do. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Campaign", description = "A purpose that tasks of a group, and of those below it, can belong to.")
record CampaignView(
        @Schema(description = "Id of the campaign.") UUID id,

        @Schema(description = "Content version, as in the ETag; ending it does not change it.", examples = "0")
        long version,

        @Schema(description = "Whose it is.") GroupPath group,

        @Schema(description = "What people call it.", examples = "Warm homes")
        String name,

        @Nullable
        @Schema(
                description = "What it is to reach, in Markdown.",
                examples = "500 signatures in **Hanover** before the council meets.")
        String goal,

        @Nullable @Schema(description = "Its first day.", examples = "2026-12-01")
        LocalDate startsOn,

        @Nullable @Schema(description = "Its last day, of UTC; absent for no end.", examples = "2027-03-31")
        LocalDate endsOn,

        @Schema(description = "Whether it goes on.", examples = "ACTIVE")
        Campaign.Status status,

        @Nullable @Schema(description = "Since when it is over, in UTC.", examples = "2027-02-11T09:30:00Z")
        Instant endedAt,

        @Schema(description = "Member who made it.") UUID createdBy,

        @Schema(description = "When it was made, in UTC.", examples = "2026-11-21T09:30:00Z")
        Instant createdAt)
        implements Versioned {

    /** @param over since when it is; null while it goes on */
    static CampaignView of(Campaign campaign, GroupPath group, Instant over) {
        var content = campaign.content();
        return new CampaignView(
                campaign.id(),
                campaign.version(),
                group,
                content.name(),
                content.goal(),
                content.startsOn(),
                content.endsOn(),
                over == null ? Campaign.Status.ACTIVE : Campaign.Status.ENDED,
                over,
                campaign.createdBy(),
                campaign.createdAt());
    }
}
