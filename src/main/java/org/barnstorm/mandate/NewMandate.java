package org.barnstorm.mandate;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.barnstorm.authority.Capability;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.authority.Limits;
import org.barnstorm.authority.Role;
import org.barnstorm.platform.problem.Refusal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Authority to be handed on: a role or a set of capabilities, at a group, for a term. */
@Schema(description = "Authority to be handed on: a role or a set of capabilities, at a group and below, for a term.")
record NewMandate(
        @NotNull @Schema(description = "Who is to hold it.") UUID memberId,

        @NotNull @Schema(description = "Where; it reaches everything below.")
        GroupPath group,

        @Schema(description = "A preset of capabilities. Send this or `capabilities`.", examples = "ORGANISER")
        Role role,

        @Schema(description = "A hand-picked set. Send this or `role`.")
        Set<@NotNull Capability> capabilities,

        @Schema(
                description =
                        "APPOINTED to an office (default): stays when you go. DELEGATED: ends when your own mandate is revoked.")
        Kind kind,

        @Schema(description = "When it begins; now, if left out or past.", examples = "2026-12-01T00:00:00Z")
        Instant from,

        @Schema(
                description = "When it ends; in 12 months or with your own mandate, whichever is sooner, if left out.",
                examples = "2027-12-01T00:00:00Z")
        Instant until,

        @Min(0)
        @Max(Scope.DEEPEST)
        @Schema(
                description =
                        "How many more times it may be handed on. If left out: for a LEAD one less than yours, otherwise 0.",
                examples = "0")
        Integer delegationDepth,

        @Schema(
                description =
                        "For tasks of this campaign only, one of the group or of one above or below it; left out for any task.")
        UUID campaignId,

        @Valid @Schema(description = "For some tasks only; left out for any task.")
        Conditions conditions) {

    /** How authority is handed on. */
    @Schema(
            name = "MandateKind",
            description = "APPOINTED stays when who granted it goes; DELEGATED ends with their mandate.")
    enum Kind {
        APPOINTED(Source.APPOINTED),
        DELEGATED(Source.DELEGATED);

        final Source source;

        Kind(Source source) {
            this.source = source;
        }
    }

    Source source() {
        return kind == null ? Source.APPOINTED : kind.source;
    }

    /** To which tasks it is to be limited. */
    Limits limits() {
        return Conditions.limits(campaignId, conditions);
    }

    Set<Capability> wanted() {
        if ((role == null) == (capabilities == null)) {
            throw Refusal.invalid("role-or-capabilities", "Send either role or capabilities.");
        }
        return role == null ? capabilities : role.capabilities();
    }
}
