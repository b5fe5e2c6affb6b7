package org.barnstorm.task;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * Work with a time, as a calendar has it.
 *
 * @param id stays whatever is edited, also when who gave a place back takes another one of the same task
 * @param title null when whoever looks may not read it any more
 * @param place where people meet; null for work that can be done from anywhere, or where it is not to be said
 * @param zone of the place
 * @param sequence rises with each change
 */
public record Appointment(
        UUID id,
        UUID groupId,
        String title,
        Place place,
        Instant startsAt,
        Instant endsAt,
        ZoneId zone,
        State state,
        long sequence,
        Instant changedAt) {

    /** Whether somebody will be there. */
    public enum State {
        /** A place is offered to them, and they have not answered. */
        TENTATIVE,
        CONFIRMED,
        /** It will not happen, or happens without them. */
        CANCELLED
    }

    /**
     * What somebody took on.
     *
     * @param holds theirs of this one task, at least one
     */
    static Appointment of(Task task, List<Assignment> holds, Instant changedAt) {
        var latest =
                holds.stream().max(Comparator.comparingLong(Assignment::fence)).orElseThrow();
        // Each change of any of them, and each new one, makes it larger.
        var changes = holds.stream().mapToLong(hold -> hold.version() + 1).sum();
        return new Appointment(
                own(task.id(), latest.memberId()),
                task.groupId(),
                task.title(),
                task.meetingPlace(),
                task.startsAt(),
                task.endsAt(),
                task.zone(),
                state(task, latest),
                task.version() + changes,
                changedAt);
    }

    /** What a group does for everybody in its movement. Where people meet is not said, and of what is called off only when. */
    static Appointment forEverybody(Task task, Instant changedAt) {
        var cancelled = task.status() == Task.Status.CANCELLED;
        return new Appointment(
                task.id(),
                task.groupId(),
                cancelled ? null : task.title(),
                null,
                task.startsAt(),
                task.endsAt(),
                task.zone(),
                cancelled ? State.CANCELLED : State.CONFIRMED,
                task.version(),
                changedAt);
    }

    /** Another one than the task has for everybody, and than it has for others: calendars may know both. */
    private static UUID own(UUID taskId, UUID memberId) {
        return UUID.nameUUIDFromBytes((memberId + " in " + taskId).getBytes(StandardCharsets.US_ASCII));
    }

    private static State state(Task task, Assignment hold) {
        return switch (hold.status()) {
            case OFFERED -> State.TENTATIVE;
            case HELD, DONE, VERIFIED, REJECTED, ATTEMPTED, UNDONE -> State.CONFIRMED;
            case DECLINED, NO_SHOW -> State.CANCELLED;
            case RELEASED, EXPIRED, CANCELLED, MOVED -> wasThere(task, hold) ? State.CONFIRMED : State.CANCELLED;
        };
    }

    /** Whose place it still was when the work began has been there, whatever became of the place afterwards. */
    private static boolean wasThere(Task task, Assignment hold) {
        return hold.heldAt() != null && !hold.endedAt().isBefore(task.startsAt());
    }
}
