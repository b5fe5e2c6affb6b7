package org.barnstorm.ladder;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.barnstorm.authority.Role;
import org.barnstorm.mandate.Conditions;
import org.barnstorm.mandate.Source;
import org.barnstorm.mandate.Standings.Held;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A mandate that acts now, in words. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "HeldMandate", description = "A mandate of yours that acts now, in words.")
record HeldMandateView(
        @Schema(description = "Id of the mandate.") UUID mandateId,

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

        @Nullable @Schema(description = "When it ends, in UTC; absent for no end.", examples = "2027-11-21T09:30:00Z")
        Instant until,

        @Schema(description = "Whether that is soon: a warning.", examples = "false")
        boolean endsSoon,

        @Schema(
                description = "In English.",
                examples = "You are an organiser in Brighton Pavilion and everything below, for 363 more days.")
        String text) {

    static HeldMandateView of(Held held, Facts facts) {
        return new HeldMandateView(
                held.id(),
                facts.named(held.group()),
                held.role(),
                CapabilityInWords.of(held.capabilities()),
                held.limits().campaignId(),
                Conditions.of(held.limits()),
                held.source(),
                held.until(),
                held.until() != null && !held.until().isAfter(facts.now().plus(facts.soon())),
                Words.mandate(held, facts.named(held.group()), facts.now()));
    }
}
