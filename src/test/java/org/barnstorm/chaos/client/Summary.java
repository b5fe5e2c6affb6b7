package org.barnstorm.chaos.client;

import java.util.List;
import java.util.Map;

/**
 * What the clients counted.
 *
 * @param counts of what they did
 * @param kinds how many requests ended how
 * @param violations answers that the contract does not allow, the first few
 */
public record Summary(Map<String, Long> counts, Map<String, Long> kinds, List<String> violations) {
    public long count(String what) {
        return counts.getOrDefault(what, 0L);
    }

    public long kind(String what) {
        return kinds.getOrDefault(what, 0L);
    }
}
