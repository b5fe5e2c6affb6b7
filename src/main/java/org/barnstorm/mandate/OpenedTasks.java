package org.barnstorm.mandate;

import java.util.UUID;

/** What a probation is counted by: tasks of somebody that others could claim. The work, which lives above, implements this. */
public interface OpenedTasks {
    /**
     * How many there have been in a movement.
     *
     * @param most more are not counted
     */
    int by(UUID memberId, UUID movementId, int most);
}
