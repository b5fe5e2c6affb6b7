package org.barnstorm.task;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody's place in a {@link Meeting}, in words that are not ours.
 *
 * @param attended whether they have said that they did it, and that stands
 */
public record Attendance(
        UUID id, UUID taskId, UUID memberId, Answer answer, boolean attended, Instant createdAt, Instant changedAt) {

    /** What the person said to it. */
    public enum Answer {
        /** Nothing yet: the place is offered to them. */
        NEEDS_ACTION,
        ACCEPTED,
        DECLINED,
        /** The place is not theirs any more, or never became theirs. */
        CANCELLED
    }

    static Attendance of(Assignment hold, Instant changedAt) {
        return new Attendance(
                hold.id(),
                hold.taskId(),
                hold.memberId(),
                answer(hold.status()),
                attended(hold.status()),
                hold.createdAt(),
                changedAt);
    }

    private static Answer answer(AssignmentStatus status) {
        return switch (status) {
            case OFFERED -> Answer.NEEDS_ACTION;
            case HELD, DONE, VERIFIED, ATTEMPTED, REJECTED, UNDONE, NO_SHOW -> Answer.ACCEPTED;
            case DECLINED -> Answer.DECLINED;
            case RELEASED, EXPIRED, CANCELLED, MOVED -> Answer.CANCELLED;
        };
    }

    private static boolean attended(AssignmentStatus status) {
        return switch (status) {
            case DONE, VERIFIED, ATTEMPTED -> true;
            case OFFERED, HELD, DECLINED, RELEASED, EXPIRED, REJECTED, CANCELLED, MOVED, NO_SHOW, UNDONE -> false;
        };
    }
}
