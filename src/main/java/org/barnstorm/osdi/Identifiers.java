package org.barnstorm.osdi;

import java.util.Optional;
import java.util.UUID;

/** Ids as OSDI writes them: the name of a system, a colon, and what that system calls the thing. */
final class Identifiers {
    private static final String OURS = Hal.SYSTEM + ':';

    private Identifiers() {}

    /** The id in one of our identifiers; none in that of another system. */
    static Optional<UUID> id(String identifier) {
        return identifier.startsWith(OURS) ? uuid(identifier.substring(OURS.length())) : Optional.empty();
    }

    /** The id at the end of a link. */
    static Optional<UUID> idIn(String href) {
        return uuid(href.substring(href.lastIndexOf('/') + 1));
    }

    private static Optional<UUID> uuid(String text) {
        try {
            var id = UUID.fromString(text);
            return id.toString().equalsIgnoreCase(text) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
