package org.barnstorm.task;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that one person did with a hold, and that can be undone. */
@Schema(
        description =
                "HOLD: they took a place and still hold it. RESULT: they said that something is done. VERDICT: they"
                        + " verified what somebody else did.")
enum Deed {
    /** They took a place and still hold it: undone, it is {@code CANCELLED}. */
    HOLD,
    /** They said that something is done: undone, it is {@code UNDONE}, whoever verified it. */
    RESULT,
    /** They verified what somebody else did: undone, it is {@code DONE} and waits for somebody else. */
    VERDICT;

    /** What this person has in this hold, if they did it at or after the moment and it still stands. */
    static Optional<Deed> of(UUID memberId, Assignment hold, Instant since) {
        return kind(memberId, hold).filter(deed -> !deed.at(hold).isBefore(since));
    }

    private static Optional<Deed> kind(UUID memberId, Assignment hold) {
        var own = memberId.equals(hold.memberId());
        if (own && hold.status() == AssignmentStatus.HELD) return Optional.of(HOLD);
        if (own && AssignmentStatus.RESULTS.contains(hold.status())) return Optional.of(RESULT);
        var verified = hold.status() == AssignmentStatus.VERIFIED && memberId.equals(hold.verifiedBy());
        return verified ? Optional.of(VERDICT) : Optional.empty();
    }

    /** When it was done. */
    Instant at(Assignment hold) {
        return switch (this) {
            case HOLD -> hold.heldAt();
            case RESULT -> hold.completedAt();
            case VERDICT -> hold.verifiedAt();
        };
    }
}
