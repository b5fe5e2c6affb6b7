package org.barnstorm.integration;

import java.util.Set;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.platform.journal.Mark;

/**
 * What a follower asks for.
 *
 * @param types of changes or of subjects; empty for all
 * @param since the place to begin after; null for now
 */
public record Asked(GroupPath group, Set<String> types, Mark since, int limit) {
    Asked after(Mark mark) {
        return new Asked(group, types, mark, limit);
    }
}
