package org.barnstorm.integration;

import java.util.List;
import org.barnstorm.platform.journal.Mark;

/**
 * What was found of what was asked.
 *
 * @param next everything up to there has been looked at
 * @param more there are rows after it already
 */
record Reading(List<Change> changes, Mark next, boolean more) {
    /** Whether waiting could bring anything. */
    boolean isNothingYet() {
        return changes.isEmpty() && !more;
    }
}
