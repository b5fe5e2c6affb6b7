package org.barnstorm.task;

import java.time.Instant;
import java.util.UUID;

/**
 * What takes the place of a hold, so that the place is never free in between.
 *
 * @param memberId null while it waits for an office
 * @param office null for a person's own
 * @param assignedBy null when no organiser did
 * @param heldAt null when it only is offered
 */
record NextHold(UUID memberId, Office office, Source source, UUID assignedBy, Instant heldAt, Lease lease) {

    /** The place is the person's own from now on. */
    static NextHold handedTo(UUID memberId, Instant now, Lease lease) {
        return new NextHold(memberId, null, Source.HANDOVER, null, now, lease);
    }

    /** An organiser offers the place to another person. */
    static NextHold movedTo(UUID memberId, UUID by, Lease lease) {
        return new NextHold(memberId, null, Source.MOVE, by, null, lease);
    }

    /** One of those who hold the office takes the place that waited for them. */
    static NextHold takenBy(UUID memberId, Assignment waiting, Instant now, Lease lease) {
        return new NextHold(memberId, waiting.office(), Source.OFFICE, waiting.assignedBy(), now, lease);
    }

    /** The place waits for whoever holds the office now. */
    static NextHold waitingAgain(Assignment lost, Lease lease) {
        return new NextHold(null, lost.office(), Source.OFFICE, lost.assignedBy(), null, lease);
    }

    AssignmentStatus status() {
        return heldAt == null ? AssignmentStatus.OFFERED : AssignmentStatus.HELD;
    }
}
