package org.barnstorm.task;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where somebody stands who joined the wait list of a full task. */
@Schema(
        name = "WaiterStatus",
        description =
                "Where somebody on a wait list stands. WAITING: their turn comes. OFFERED: a place is offered to them."
                        + " ACCEPTED: they took it. PASSED: they did not, or could not have it any more. LEFT: they left the list, or"
                        + " came by a place otherwise. CANCELLED: the task was cancelled.")
enum WaiterStatus {
    WAITING,
    /** A place waits for their answer. */
    OFFERED,
    ACCEPTED,
    /** They turned the offer down or let it run out, or there was nothing that could be offered to them. */
    PASSED,
    /** They left the list, or came by a place otherwise. */
    LEFT,
    /** The task was cancelled. */
    CANCELLED;

    static final Set<WaiterStatus> LIVE = EnumSet.of(WAITING, OFFERED);

    private static final Map<WaiterStatus, Set<WaiterStatus>> NEXT = Map.of(
            WAITING, EnumSet.of(OFFERED, PASSED, LEFT, CANCELLED),
            OFFERED, EnumSet.of(ACCEPTED, PASSED, CANCELLED));

    /** The whole state machine of an entry. */
    boolean mayBecome(WaiterStatus next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    boolean isLive() {
        return LIVE.contains(this);
    }
}
