package org.barnstorm.mandate;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.member.Suspensions;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That somebody is kept from acting in a part of the tree. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Suspension", description = "That somebody is kept from acting in a group and below it for a time.")
record SuspensionView(
        @Schema(description = "Id of the suspension.") UUID id,

        @Schema(description = "Whom it concerns.") UUID memberId,

        @Schema(description = "Here and below.") GroupPath group,

        @Schema(description = "Why.", examples = "Reported by three people after Saturday. We talk on Monday.")
        String reason,

        @Schema(description = "Who decided it.") UUID suspendedBy,

        @Schema(description = "When, in UTC.", examples = "2026-11-21T09:30:00Z")
        Instant suspendedAt,

        @Schema(description = "When it ends by itself, in UTC.", examples = "2026-12-21T09:30:00Z")
        Instant until,

        @Nullable @Schema(description = "To whom one can appeal: the nearest lead who did not decide it.")
        UUID appealTo,

        @Nullable @Schema(description = "When it was lifted or its time was over, in UTC; absent while it is in force.")
        Instant liftedAt,

        @Nullable @Schema(description = "Who lifted it; absent when its time was over.")
        UUID liftedBy) {

    static SuspensionView of(Suspensions.Kept kept, UUID appealTo) {
        return new SuspensionView(
                kept.id(),
                kept.memberId(),
                kept.group().path(),
                kept.reason(),
                kept.by(),
                kept.at(),
                kept.until(),
                appealTo,
                kept.liftedAt(),
                kept.liftedBy());
    }
}
