package org.barnstorm.task;

import java.time.Instant;
import org.barnstorm.authority.GroupPath;

/**
 * A task with a time and a place, at which people meet.
 *
 * @param changedAt when it changed last; who has its places is no change of it
 */
public record Meeting(TaskView task, State state, Instant changedAt) {
    /** Whether it will take place. */
    public enum State {
        /** Before it opens. */
        TENTATIVE,
        CONFIRMED,
        CANCELLED
    }

    static Meeting of(Task task, GroupPath group, Instant changedAt) {
        return new Meeting(TaskView.of(task, group), state(task.status()), changedAt);
    }

    private static State state(Task.Status status) {
        return switch (status) {
            case DRAFT, WAITING -> State.TENTATIVE;
            case OPEN, CLOSED -> State.CONFIRMED;
            case CANCELLED -> State.CANCELLED;
        };
    }
}
