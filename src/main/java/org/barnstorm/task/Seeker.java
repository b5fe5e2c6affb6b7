package org.barnstorm.task;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.barnstorm.platform.GeoPoint;

/**
 * Somebody who looks for something to do.
 *
 * @param position where they are, or live; null when they have not said
 * @param atHome it is where they live
 * @param minutes how long they have; null when they have not said
 * @param groups in which they are an active member
 */
record Seeker(GeoPoint position, boolean atHome, Integer minutes, Set<UUID> groups, Instant now) {}
