package org.barnstorm.mandate;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.barnstorm.authority.Capability;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.authority.Role;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A mandate as its holder and the leads above see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Mandate", description = "Who may do what, where, until when.")
record MandateView(
        @Schema(description = "Id of the mandate, as the journal names it.")
        UUID id,

        @Schema(description = "Who holds it.") UUID memberId,

        @Schema(description = "Where; it reaches everything below.")
        GroupPath group,

        @Nullable @Schema(description = "The preset it was written with.", examples = "ORGANISER")
        Role role,

        @Schema(
                description = "What it allows.",
                examples = "[\"ASSIGNMENT_READ\", \"MEMBER_READ\", \"TASK_ASSIGN\", \"TASK_CREATE\", \"TASK_EDIT\"]")
        SortedSet<Capability> capabilities,

        @Schema(description = "Where it comes from.", examples = "APPOINTED")
        Source source,

        @Nullable
        @Schema(description = "The campaign for whose tasks it is; absent for any task. It ends with the campaign.")
        UUID campaignId,

        @Nullable @Schema(description = "Which tasks it is for, beyond that; absent for all.")
        Conditions conditions,

        @Nullable @Schema(description = "Who granted it; absent for an earned one.")
        UUID grantedBy,

        @Nullable @Schema(description = "The mandate under which it was granted.")
        UUID grantedUnder,

        @Nullable @Schema(description = "The qualification that earned it.")
        UUID qualificationId,

        @Schema(description = "How many more times it may be handed on.", examples = "0")
        int delegationDepth,

        @Schema(description = "When it begins, in UTC.", examples = "2026-11-21T09:30:00Z")
        Instant from,

        @Nullable @Schema(description = "When it ends, in UTC; absent for no end.", examples = "2027-11-21T09:30:00Z")
        Instant until,

        @Schema(description = "What it is good for now.", examples = "LIVE")
        Mandate.Status status,

        @Nullable @Schema(description = "The second person, where two are needed, once they have confirmed it.")
        UUID confirmedBy,

        @Nullable @Schema(description = "When it was revoked.")
        Instant revokedAt,

        @Nullable @Schema(description = "Why it was revoked.")
        String revokeReason) {

    /** @param campaignIsOver that it is limited to */
    static MandateView of(Mandate mandate, GroupPath group, Instant now, boolean suspended, boolean campaignIsOver) {
        var status = status(mandate.status(now), suspended, campaignIsOver);
        return new MandateView(
                mandate.id(),
                mandate.memberId(),
                group,
                mandate.role(),
                new TreeSet<>(mandate.capabilities()),
                mandate.source(),
                mandate.limits().campaignId(),
                Conditions.of(mandate.limits()),
                mandate.grantedBy(),
                mandate.grantedUnder(),
                mandate.qualificationId(),
                mandate.delegationDepth(),
                mandate.validFrom(),
                mandate.validUntil(),
                status,
                mandate.confirmedBy(),
                mandate.revokedAt(),
                mandate.revokeReason());
    }

    private static Mandate.Status status(Mandate.Status own, boolean suspended, boolean campaignIsOver) {
        if (campaignIsOver && own != Mandate.Status.REVOKED) return Mandate.Status.ENDED;
        return suspended && own == Mandate.Status.LIVE ? Mandate.Status.SUSPENDED : own;
    }
}
