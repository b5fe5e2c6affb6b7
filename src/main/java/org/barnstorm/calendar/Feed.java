package org.barnstorm.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.barnstorm.task.Appointment;

/**
 * What is in a calendar when it is read.
 *
 * @param id of the calendar
 * @param group what its group is called; null for the owner's own commitments
 * @param groups what the groups of its entries are called
 * @param refresh how often programs are asked to look
 */
record Feed(
        UUID id, String group, Detail detail, List<Appointment> entries, Map<UUID, String> groups, Duration refresh) {

    boolean isOwn() {
        return group == null;
    }

    /** When any of its entries changed last; nothing when it has none. */
    Optional<Instant> changedAt() {
        return entries.stream().map(Appointment::changedAt).max(Comparator.naturalOrder());
    }
}
