package org.barnstorm.campaign;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.barnstorm.authority.GroupPath;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A campaign to be made. */
@Schema(description = "A campaign to be made.")
record NewCampaign(
        @NotNull @Schema(description = "Whose it is: tasks of this group and of every group below can belong to it.")
        GroupPath group,

        @NotBlank @Size(max = 200) @Schema(description = "What people call it.", examples = "Warm homes")
        String name,

        @Size(max = 20000)
        @Schema(
                description = "What it is to reach, in Markdown.",
                examples = "500 signatures in **Hanover** before the council meets.")
        String goal,

        @Schema(description = "Its first day; left out if nobody has said.", examples = "2026-12-01")
        LocalDate startsOn,

        @Schema(
                description = "Its last day, of UTC: when that is over, so is the campaign. Left out for no end.",
                examples = "2027-03-31")
        LocalDate endsOn) {

    CampaignContent content() {
        return new CampaignContent(name, goal, startsOn, endsOn);
    }
}
