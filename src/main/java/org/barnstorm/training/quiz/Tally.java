package org.barnstorm.training.quiz;

import java.time.Instant;

/**
 * How often somebody has tried a quiz, as far as it counts.
 *
 * @param begun attempts, also of enrolments that they left
 * @param here those of them that are in this enrolment
 * @param last how the latest of them stands; null when there is none
 * @param lastClosedAt null while it goes on
 */
record Tally(int begun, int here, Attempt.Status last, Instant lastClosedAt) {}
