package org.barnstorm.mandate;

import java.time.Duration;
import java.time.Instant;

/**
 * How far a person is trusted in a group, from 0 to 4. Trust gives no authority: it decides who may vouch, and how much
 * anybody may do of what they may do anyway.
 */
final class TrustLevel {
    /**
     * What the level is made of.
     *
     * @param lead holds LEAD there or above
     * @param organiser may assign work there, by a mandate that is not itself from vouches
     * @param vouched somebody who may vouch in the group does
     * @param confirmed results that somebody else verified
     * @param first when the first of these was reported; null without any
     */
    record Evidence(boolean lead, boolean organiser, boolean vouched, long confirmed, Instant first, Instant last) {
        Duration over() {
            return first == null ? Duration.ZERO : Duration.between(first, last);
        }
    }

    private TrustLevel() {}

    static int of(Evidence evidence, MandateConfig.Trust rules) {
        if (evidence.lead()) return 4;
        if (evidence.organiser()) return 3;
        var active =
                evidence.confirmed() >= rules.confirmed() && evidence.over().compareTo(rules.over()) >= 0;
        if (active) return 2;
        return evidence.vouched() || evidence.confirmed() > 0 ? 1 : 0;
    }
}
