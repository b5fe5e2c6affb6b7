package org.barnstorm.member;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;
import org.barnstorm.authority.GroupPath;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A member's standing in a group. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Membership", description = "A member's standing in a group.")
record MembershipView(
        @Schema(description = "Id of the membership.") UUID id,

        @Schema(description = "Who.") UUID memberId,

        @Nullable @Schema(description = "First name and initial; only in lists of a group's members.")
        String name,

        @Schema(description = "Which group.") GroupPath group,

        @Schema(description = "How they stand to it.", examples = "ACTIVE")
        Membership.Status status,

        @Schema(description = "Since when, in UTC.", examples = "2026-11-21T09:30:00Z")
        Instant since,

        @Nullable @Schema(description = "Why it ended, once it has.")
        Membership.End endReason) {

    static MembershipView of(Membership membership, GroupPath group) {
        return of(membership, group, null);
    }

    static MembershipView of(Membership membership, GroupPath group, String name) {
        return new MembershipView(
                membership.id(),
                membership.memberId(),
                name,
                group,
                membership.status(),
                membership.since(),
                membership.endReason());
    }
}
