package org.barnstorm.ladder;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.barnstorm.authority.Role;
import org.barnstorm.mandate.Conditions;
import org.barnstorm.mandate.Holders.Holding;
import org.barnstorm.mandate.Source;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who holds what for little longer. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "EndingMandate", description = "Who holds what until when, and not for much longer.")
record EndingMandateView(
        @Schema(description = "Id of the mandate.") UUID mandateId,

        @Schema(description = "Who holds it.") UUID memberId,

        @Nullable @Schema(description = "First name and initial.", examples = "Nora N.")
        String name,

        @Schema(description = "Where; it reaches everything below.")
        NamedGroup group,

        @Nullable @Schema(description = "The preset it was written with.", examples = "ORGANISER")
        Role role,

        @Schema(description = "What it allows.") List<CapabilityInWords> capabilities,

        @Nullable @Schema(description = "The campaign for whose tasks it is; absent for any task.")
        UUID campaignId,

        @Nullable @Schema(description = "Which tasks it is for, beyond that; absent for all.")
        Conditions conditions,

        @Schema(description = "Where it comes from.", examples = "EARNED")
        Source source,

        @Schema(description = "When it ends, in UTC.", examples = "2026-12-05T09:30:00Z")
        Instant until,

        @Schema(description = "How many whole days that leaves.", examples = "12")
        long days) {

    static EndingMandateView of(Holding holding, String name, NamedGroup group, Instant now) {
        return new EndingMandateView(
                holding.id(),
                holding.memberId(),
                name,
                group,
                holding.role(),
                CapabilityInWords.of(holding.capabilities()),
                holding.limits().campaignId(),
                Conditions.of(holding.limits()),
                holding.source(),
                holding.until(),
                Math.max(0, Duration.between(now, holding.until()).toDays()));
    }
}
