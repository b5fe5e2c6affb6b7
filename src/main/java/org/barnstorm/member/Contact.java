package org.barnstorm.member;

import java.time.Instant;
import java.util.UUID;

/** Somebody whom a group expects: an invitation by e-mail address to a person who may not have signed in yet. */
record Contact(
        UUID id,
        UUID groupId,
        String email,
        String phone,
        String firstName,
        String lastName,
        String externalId,
        Instant broughtAt,
        Instant expiresAt) {}
