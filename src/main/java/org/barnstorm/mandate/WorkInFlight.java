package org.barnstorm.mandate;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.barnstorm.authority.Matter;

/**
 * The open work that people look after by their authority. It lives above mandates, which end below it: so the work
 * implements this, and every way of ending authority hands it on in its own transaction.
 */
public interface WorkInFlight {
    /** A piece of open work, and what it is about. */
    record Piece(UUID id, UUID groupId, Matter about) {}

    /** That somebody else looks after a piece from now on. */
    record Handing(Piece piece, UUID from, UUID to) {}

    /** Who hands it on, and the mandate that allows it; none for what is one's own. */
    record Act(UUID by, UUID under) {}

    /** What somebody looks after in these groups, ids ascending; read without a lock. */
    List<Piece> lookedAfterBy(UUID memberId, Collection<UUID> groupIds);

    /**
     * Entrusts open work to others. Comes after locks on mandates.
     *
     * @param cause the ending or suspension it happens by; {@link #giveBack} names it again
     */
    void entrust(UUID cause, List<Handing> handings, Act act);

    /** What was entrusted by this cause and has not gone on to somebody else since: each the way back, read without a lock. */
    List<Handing> entrustedBy(UUID cause);

    /** Gives these back, unless they went on to somebody else just now. Comes after locks on mandates. */
    void giveBack(UUID cause, List<Handing> back, Act act);

    /** These stay where they are: from now on it is another cause that gives them back. */
    void keepUntil(UUID other, UUID cause, List<Handing> back);
}
