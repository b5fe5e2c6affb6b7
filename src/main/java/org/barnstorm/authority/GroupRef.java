package org.barnstorm.authority;

import java.util.UUID;

/** A group as other features know it: the id they store and the path they show. */
public record GroupRef(UUID id, GroupPath path) {}
