package org.barnstorm.campaign;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.platform.problem.Refusal.Violation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can be edited of a campaign. */
@Schema(description = "What can be edited of a campaign: everything but its group.")
record CampaignContent(
        @NotBlank @Size(max = 200) @Schema(description = "What people call it.", examples = "Warm homes")
        String name,

        @Size(max = 20000)
        @Schema(
                description = "What it is to reach, in Markdown.",
                examples = "500 signatures in **Hanover** before the council meets.")
        String goal,

        @Schema(description = "Its first day; absent if nobody has said.", examples = "2026-12-01")
        LocalDate startsOn,

        @Schema(
                description = "Its last day, of UTC: when that is over, so is the campaign. Absent for no end.",
                examples = "2027-03-31")
        LocalDate endsOn) {

    /**
     * Refuses days that no campaign has.
     *
     * @param before its last day until now; null if there was none
     */
    CampaignContent requireSensible(LocalDate before, LocalDate today) {
        if (startsOn != null && endsOn != null && endsOn.isBefore(startsOn)) {
            throw Refusal.invalid(List.of(new Violation("/endsOn", "It ends on its first day or later.")));
        }
        if (endsOn != null && !endsOn.equals(before) && endsOn.isBefore(today)) {
            throw Refusal.invalid(List.of(new Violation("/endsOn", "That day is over. To end it now, end it.")));
        }
        return this;
    }
}
