package org.barnstorm.history;

import java.util.Objects;
import java.util.UUID;

/**
 * One hold in a state of the model.
 *
 * @param id null for a hold that nobody ever mentions
 * @param fence null if nobody ever mentions it
 */
record Place(UUID id, UUID member, String state, Long fence, Lease lease) {
    boolean isActive() {
        return Verb.holds(state);
    }

    /** Whether an answer or a request that names this hold and this fence may mean it; null names nothing. */
    boolean isMeant(UUID hold, Long named) {
        return (hold == null || hold.equals(id)) && (named == null || fence == null || fence.equals(named));
    }

    /** In another state; a lease counts only where it can run out, so that equal states of the model are equal. */
    Place become(String next, Lease renewed) {
        return new Place(id, member, next, fence, Verb.hasLease(next) ? renewed : Lease.ENDLESS);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Objects.hashCode(id) + state.hashCode()) + Objects.hashCode(member);
    }
}
