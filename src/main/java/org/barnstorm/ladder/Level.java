package org.barnstorm.ladder;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far somebody is trusted, by name. */
@Schema(name = "TrustName", description = "The levels of trust from 0 to 4 by their names.")
enum Level {
    NEW,
    KNOWN,
    ACTIVE,
    ORGANISER,
    LEAD;

    static Level of(int number) {
        return values()[number];
    }
}
