package org.barnstorm.task;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The tasks that have to be done before another one opens.
 *
 * @param ids which they are
 * @param blockedAt since when its organisers know that it will not open by itself; null while it can
 */
@Embeddable
record Needs(@Column(name = "needs") List<UUID> ids, Instant blockedAt) {
    static final Needs NONE = new Needs(List.of(), null);

    /** More would be a plan that nobody can follow. */
    static final int MOST = 20;

    /** Why a task does not open by itself, however long one waits. */
    enum Obstacle {
        NEED_CANCELLED,
        OVER
    }

    static Needs of(List<UUID> ids) {
        return new Needs(List.copyOf(ids), null);
    }

    Needs stuck(Instant now) {
        return new Needs(ids, now);
    }

    /** Something about the task was changed: whether it is stuck will be seen again. */
    Needs looseAgain() {
        return new Needs(ids, null);
    }
}
