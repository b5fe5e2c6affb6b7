package org.barnstorm.task;

import java.util.UUID;

/**
 * Somebody else looked at what a member did and found it good. Whoever observes this does so after the transaction, and
 * looks again: an observer holds no locks, and what it misses it finds by asking {@link VerifiedResults}.
 */
public record ResultVerified(UUID assignmentId, UUID memberId) {}
