package org.barnstorm.mandate;

/** Where a mandate comes from. */
enum Source {
    /** The platform's admin appointed the first lead of a movement. */
    BOOTSTRAP,
    /** To an office, by somebody who holds at least as much. It stays when they go. */
    APPOINTED,
    /** Handed on by somebody who holds at least as much. It ends when theirs is revoked. */
    DELEGATED,
    /** By completing a course that awards it. */
    EARNED
}
