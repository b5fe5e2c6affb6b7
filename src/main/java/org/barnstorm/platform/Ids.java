package org.barnstorm.platform;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/**
 * Makes identifiers: UUIDv7 (RFC 9562), ordered by time and known before the row is written. An id is a name, never a
 * secret: whoever guesses one has gained nothing.
 */
public final class Ids {
    private Ids() {}

    public static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }
}
