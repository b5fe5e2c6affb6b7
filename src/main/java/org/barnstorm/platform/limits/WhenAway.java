package org.barnstorm.platform.limits;

/** What a limit does with a request while nobody can say how much is left. */
enum WhenAway {
    /** Lets it pass: what is behind it is safe without the limit. */
    OPEN,

    /** Refuses it with 503. */
    CLOSED
}
