package org.barnstorm.history;

import java.util.List;

/**
 * What the checker found, and how far it looked.
 *
 * @param operations how many there were
 * @param unknown how many of them have no certain outcome
 * @param tasks how many tasks they are about
 * @param searched for how many of these every order was tried
 * @param notSearched how many have more operations than the search takes, or are not closed
 * @param undecided for how many the search gave up; nothing is known about these
 */
public record Report(
        List<Finding> findings, int operations, int unknown, int tasks, int searched, int notSearched, int undecided) {
    public boolean isClean() {
        return findings.isEmpty();
    }

    /** One line for a log. */
    public String summary() {
        return "%d operations (%d unknown) on %d tasks; every order tried for %d, not searched %d, undecided %d; %d findings"
                .formatted(operations, unknown, tasks, searched, notSearched, undecided, findings.size());
    }
}
