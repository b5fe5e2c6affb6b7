package org.barnstorm.mandate;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.barnstorm.authority.GroupPath;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What would end, and what work would move to whom. */
@Schema(description = "What would end, and what work would move to whom. Nothing has happened yet.")
record TakeoverPreview(
        @Schema(description = "How many mandates would end or rest.", examples = "14")
        int mandates,

        @Schema(description = "How many open tasks would move to somebody else.", examples = "31")
        int tasks,

        @Schema(description = "Send it to do just this.", examples = "n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg")
        String expected,

        @Schema(description = "The mandates.") List<MandateView> ends,

        @Schema(description = "The tasks.") List<Moving> moves) {

    /** One task that would move. */
    @Schema(name = "MovingTask", description = "One open task that somebody else would look after.")
    record Moving(
            @Schema(description = "The task.") UUID taskId,
            @Schema(description = "Its group.") GroupPath group,
            @Schema(description = "Who looks after it now.") UUID fromMemberId,
            @Schema(description = "Who would.") UUID toMemberId) {}

    static TakeoverPreview of(Takeover takeover, List<MandateView> ends, Function<UUID, GroupPath> path) {
        var moves = takeover.handings().stream()
                .map(handing -> new Moving(
                        handing.piece().id(), path.apply(handing.piece().groupId()), handing.from(), handing.to()))
                .toList();
        return new TakeoverPreview(ends.size(), moves.size(), takeover.fingerprint(), ends, moves);
    }
}
