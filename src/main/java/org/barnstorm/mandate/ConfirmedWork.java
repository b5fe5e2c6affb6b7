package org.barnstorm.mandate;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** What somebody did that others confirmed: half of what trust is made of. The work, which lives above, implements this. */
public interface ConfirmedWork {
    /**
     * So many results that somebody else verified.
     *
     * @param first when the first of them was reported; null without any
     * @param last the same of the last
     */
    record Record(long results, Instant first, Instant last) {
        public static final Record NONE = new Record(0, null, null);
    }

    Record of(UUID memberId, UUID movementId);

    /** The same in every movement in which there are any, by the movement's id. */
    Map<UUID, Record> of(UUID memberId);
}
