package org.barnstorm.task;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a hold stands. The first four hold a place; in the others it is free again, or another hold has it. */
@Schema(
        name = "AssignmentStatus",
        description =
                "Where a hold stands. OFFERED, HELD, DONE and VERIFIED hold a place; with MOVED another hold has it;"
                        + " in the others it is free again.")
enum AssignmentStatus {
    /** The place waits for somebody's answer. */
    OFFERED,
    HELD,
    /** The person says it is done; it waits to be verified. */
    DONE,
    VERIFIED,
    /** The person turned the offer down. */
    DECLINED,
    /** The person gave the place back. */
    RELEASED,
    /** The lease ran out. */
    EXPIRED,
    /** The work was not accepted. */
    REJECTED,
    /** The task was cancelled, or what the person took was undone. */
    CANCELLED,
    /** The place went to another person, without being free in between. */
    MOVED,
    /** The person tried, and the outcome says that somebody should try again. */
    ATTEMPTED,
    /** The person did not come. */
    NO_SHOW,
    /** What the person had done was undone. */
    UNDONE;

    static final Set<AssignmentStatus> HOLDING = EnumSet.of(OFFERED, HELD, DONE, VERIFIED);

    /** Work that stands as done, whether or not somebody has looked at it. */
    static final Set<AssignmentStatus> RESULTS = EnumSet.of(DONE, VERIFIED);

    private static final Map<AssignmentStatus, Set<AssignmentStatus>> NEXT = Map.of(
            OFFERED, EnumSet.of(HELD, DECLINED, EXPIRED, MOVED, CANCELLED),
            HELD, EnumSet.of(DONE, ATTEMPTED, RELEASED, EXPIRED, MOVED, NO_SHOW, CANCELLED),
            DONE, EnumSet.of(VERIFIED, REJECTED, UNDONE),
            VERIFIED, EnumSet.of(DONE, UNDONE));

    /** The whole state machine of a hold. */
    boolean mayBecome(AssignmentStatus next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    boolean holdsPlace() {
        return HOLDING.contains(this);
    }
}
