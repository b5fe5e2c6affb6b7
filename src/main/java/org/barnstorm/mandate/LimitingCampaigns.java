package org.barnstorm.mandate;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.authority.GroupRef;

/** What mandates ask about the campaigns that they can be limited to. Those live above mandates, and implement this. */
public interface LimitingCampaigns {
    /**
     * Keeps a campaign as it is until the transaction ends, then looks whether somebody has begun to end it. In this order, as
     * for mandates: an end committed after the look belongs to somebody who waits for this transaction.
     *
     * @return whether it goes on
     */
    boolean shareInForce(UUID id);

    /** Refuses to limit a mandate at this group to a campaign that is over, or of another part of the tree; shares it. */
    void requireFor(UUID id, GroupRef group);

    /** Refuses what relies on a campaign that is over; shares it. */
    void requireInForce(UUID id);

    /** These campaigns as they are now, in one statement. */
    Map<UUID, Named> named(Collection<UUID> ids);

    /** What a campaign is called, and whether it is over. */
    record Named(String name, boolean isOver) {}
}
