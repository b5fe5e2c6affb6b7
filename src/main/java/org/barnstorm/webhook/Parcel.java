package org.barnstorm.webhook;

import java.util.UUID;

/**
 * A message that is to be sent now.
 *
 * @param deliveryId its line in the log
 * @param attempt how often it was sent before
 */
record Parcel(UUID deliveryId, int attempt, Message message) {}
