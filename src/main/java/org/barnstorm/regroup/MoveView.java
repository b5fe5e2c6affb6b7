package org.barnstorm.regroup;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;
import org.barnstorm.authority.GroupPath;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That members of a group are to go on in another. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "GroupMove", description = "That members of a group are to go on in another.")
record MoveView(
        @Schema(description = "Id of the move.") UUID id,

        @Schema(description = "What becomes of the group.", examples = "SPLIT")
        Move.Kind kind,

        @Schema(description = "How far it is.", examples = "PLANNED")
        Move.Status status,

        @Schema(description = "The group they are in.") GroupPath from,

        @Schema(description = "The group they go to.") GroupPath into,

        @Nullable @Schema(description = "Its name, if it is to be made.", examples = "Brighton Hanover")
        String name,

        @Schema(description = "The day, in UTC.", examples = "2026-12-21T09:30:00Z")
        Instant effectiveAt,

        @Schema(description = "When it was planned, and told, in UTC.", examples = "2026-11-21T09:30:00Z")
        Instant plannedAt,

        @Nullable @Schema(description = "When it was done or cancelled, in UTC.", examples = "2026-12-21T09:31:00Z")
        Instant endedAt,

        @Nullable @Schema(description = "Why it was cancelled.", examples = "WITHDRAWN")
        Move.End endReason,

        @Nullable @Schema(description = "Whether I declined; absent if it does not concern me.")
        Boolean declined) {

    static MoveView of(Move move, GroupPath from) {
        return new MoveView(
                move.id(),
                move.kind(),
                move.status(),
                from,
                move.intoPath(),
                move.intoName(),
                move.effectiveAt(),
                move.plannedAt(),
                move.endedAt(),
                move.endReason(),
                null);
    }

    /** @param declined null for those whom it does not concern */
    MoveView with(Boolean declined) {
        return new MoveView(id, kind, status, from, into, name, effectiveAt, plannedAt, endedAt, endReason, declined);
    }
}
