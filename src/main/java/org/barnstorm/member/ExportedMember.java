package org.barnstorm.member;

import java.time.Instant;
import java.util.UUID;
import org.barnstorm.authority.GroupPath;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A row of an export of members: what their list shows, and in this order the columns. New ones come at the end. */
@Schema(description = "A row of an export of members.")
public record ExportedMember(
        @Schema(description = "Id of the membership.") UUID id,

        @Schema(description = "Who.") UUID memberId,

        @Schema(description = "First name and initial.", examples = "Ada L.")
        String name,

        @Schema(description = "Which group.") GroupPath group,

        @Schema(description = "Since when, in UTC.", examples = "2026-11-21T09:30:00Z")
        Instant since) {

    static ExportedMember of(Membership membership, GroupPath group, String name) {
        return new ExportedMember(membership.id(), membership.memberId(), name, group, membership.since());
    }
}
