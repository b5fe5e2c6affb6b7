package org.barnstorm.integration;

import java.util.List;
import org.barnstorm.platform.journal.Mark;

/**
 * What was found of what was asked.
 *
 * @param next everything up to there has been looked at
 * @param more there are rows after it already
 */
public record Reading(List<Found> found, Mark next, boolean more) {
    /** One change, and the place after it. */
    public record Found(Change change, Mark mark) {}

    List<Change> changes() {
        return found.stream().map(Found::change).toList();
    }

    /** Whether waiting could bring anything. */
    boolean isNothingYet() {
        return found.isEmpty() && !more;
    }
}
