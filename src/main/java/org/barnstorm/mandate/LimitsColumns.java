package org.barnstorm.mandate;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Set;
import java.util.UUID;
import org.barnstorm.authority.Limits;

/** {@link Limits} as a mandate's row has them; what is empty does not limit. */
@Embeddable
record LimitsColumns(
        @Column(updatable = false) UUID campaignId,
        @Column(updatable = false) String[] kinds,
        @Column(updatable = false) Integer maxPlaces) {

    /** Null for none, as Hibernate reads empty columns. */
    static LimitsColumns of(Limits limits) {
        if (limits.isNone()) return null;
        var kinds = limits.kinds() == null ? null : limits.kinds().toArray(String[]::new);
        return new LimitsColumns(limits.campaignId(), kinds, limits.maxPlaces());
    }

    Limits limits() {
        return new Limits(campaignId, kinds == null ? null : Set.of(kinds), maxPlaces);
    }
}
