package org.barnstorm.chaos.client;

import java.util.UUID;

/** A person with an account; {@code member} once they have called. */
public record Someone(String subject, boolean admin, UUID member) {
    public static Someone called(String subject) {
        return new Someone(subject, false, null);
    }

    public Someone as(UUID id) {
        return new Someone(subject, admin, id);
    }
}
