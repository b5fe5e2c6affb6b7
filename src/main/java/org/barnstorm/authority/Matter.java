package org.barnstorm.authority;

import java.util.UUID;

/**
 * What an act on a task is about, as far as a mandate can be limited to it.
 *
 * @param campaignId null for none
 * @param kind code of its kind of work; null for none
 * @param places how many it has
 */
public record Matter(UUID campaignId, String kind, int places) {}
