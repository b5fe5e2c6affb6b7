package org.barnstorm.ladder;

import org.barnstorm.mandate.Standings.Standing;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why somebody is trusted as far as they are. */
@Schema(
        name = "TrustReason",
        description =
                "NOTHING_YET: nobody knows you here. CONFIRMED_RESULT: others confirmed a result of yours. VOUCHED:"
                        + " somebody vouches for you. CONFIRMED_WORK: they confirmed several, over some time. ORGANISER_MANDATE,"
                        + " LEAD_MANDATE: what you hold here or above.")
enum Because {
    NOTHING_YET,
    CONFIRMED_RESULT,
    VOUCHED,
    CONFIRMED_WORK,
    ORGANISER_MANDATE,
    LEAD_MANDATE;

    static Because of(Standing standing) {
        return switch (Level.of(standing.level())) {
            case NEW -> NOTHING_YET;
            case KNOWN -> standing.vouched() ? VOUCHED : CONFIRMED_RESULT;
            case ACTIVE -> CONFIRMED_WORK;
            case ORGANISER -> ORGANISER_MANDATE;
            case LEAD -> LEAD_MANDATE;
        };
    }
}
