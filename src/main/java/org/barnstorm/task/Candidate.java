package org.barnstorm.task;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.barnstorm.platform.GeoPoint;

/**
 * What matters of a task that somebody could take now.
 *
 * @param place null for nowhere in particular
 * @param startsAt null for work at any time, as is {@code endsAt}
 * @param requiredCourseId a course that they took; null when it needs none
 * @param invited they were asked in person: invited, or called when somebody dropped out
 */
record Candidate(
        UUID id,
        UUID groupId,
        String title,
        boolean remote,
        Place place,
        Instant startsAt,
        Instant endsAt,
        ZoneId zone,
        int effortMinutes,
        int capacity,
        int taken,
        UUID requiredCourseId,
        boolean invited) {

    int free() {
        return capacity - taken;
    }

    /** Kilometres from there; null when either is not known, or one need not be there. */
    Double kmFrom(GeoPoint position) {
        if (position == null || remote || place == null || place.location() == null) return null;
        return position.kmTo(place.location());
    }
}
