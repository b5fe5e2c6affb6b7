package org.barnstorm.webhook;

import java.util.List;

/**
 * One request to be sent.
 *
 * @param id of the event, the same in each attempt
 * @param timestamp of this attempt, in seconds
 * @param signatures of each secret that is good now
 */
record Message(String url, String id, String timestamp, List<String> signatures, byte[] body) {}
