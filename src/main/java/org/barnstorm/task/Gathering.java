package org.barnstorm.task;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.barnstorm.authority.GroupPath;

/**
 * A task at which people meet, as features above want it.
 *
 * @param place null when one takes part from anywhere
 * @param zone null for the group's
 * @param audience null for members of the group
 */
public record Gathering(
        GroupPath group,
        String title,
        String instructions,
        int capacity,
        Place place,
        Instant startsAt,
        Instant endsAt,
        ZoneId zone,
        Audience audience) {

    /** So long after the end it can be said who was there. */
    private static final int LEASE_HOURS = 14 * 24;

    private static final int MOST_MINUTES = 100_000;

    /** Nobody looks at the results of a meeting: whoever held it says who was there. */
    NewTask asTask() {
        return new NewTask(
                group,
                title,
                instructions,
                capacity,
                place == null,
                place,
                startsAt,
                endsAt,
                zone,
                minutes(),
                null,
                LEASE_HOURS,
                audience,
                null,
                List.of(),
                new Verification(Verification.Mode.NONE, null, null),
                null);
    }

    private int minutes() {
        return (int) Math.max(
                1, Math.min(MOST_MINUTES, Duration.between(startsAt, endsAt).toMinutes()));
    }
}
