package org.barnstorm.mandate;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;
import org.barnstorm.authority.GroupPath;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who vouched for whom. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Vouch", description = "Who vouched for whom, and what came of it.")
record VouchView(
        @Schema(description = "Id of the vouch.") UUID id,

        @Schema(description = "In which group.") GroupPath group,

        @Schema(description = "Who vouched.") UUID voucherId,

        @Schema(description = "For whom.") UUID memberId,

        @Nullable @Schema(description = "The mandate that it earned with others; absent until they are enough.")
        UUID mandateId,

        @Schema(description = "When, in UTC.", examples = "2026-11-21T09:30:00Z")
        Instant createdAt,

        @Nullable @Schema(description = "When it was withdrawn, in UTC.", examples = "2026-12-21T09:30:00Z")
        Instant withdrawnAt) {

    static VouchView of(Vouch vouch, GroupPath group) {
        return new VouchView(
                vouch.id(),
                group,
                vouch.voucherId(),
                vouch.memberId(),
                vouch.mandateId(),
                vouch.createdAt(),
                vouch.withdrawnAt());
    }
}
