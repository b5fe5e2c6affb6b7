package org.barnstorm.history;

import java.util.UUID;

/**
 * What a client was told.
 *
 * @param hold the assignment; the new one for {@link Verb#MOVE}; null if the answer was about none
 * @param member whose it is; null if the answer does not say
 * @param fence of that assignment; null if the answer does not say
 * @param state of that assignment after the operation; null if the answer does not say
 * @param lease when it runs out; null if the answer does not say, or if nothing runs out in that state
 * @param taken how many places are taken; null if the answer does not say
 */
public record Answer(UUID hold, UUID member, Long fence, String state, Lease lease, Integer taken) {
    /** Nothing but "yes". */
    public static final Answer EMPTY = new Answer(null, null, null, null, null, null);

    public static Answer hold(UUID hold, UUID member, Long fence, String state, Lease lease) {
        return new Answer(hold, member, fence, state, lease, null);
    }

    public static Answer taken(int places) {
        return new Answer(null, null, null, null, null, places);
    }
}
