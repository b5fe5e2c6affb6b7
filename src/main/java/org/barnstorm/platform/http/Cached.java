package org.barnstorm.platform.http;

/**
 * An answer that a client may keep, and ask whether it is still the same: its ETag is made from all that its {@code
 * toString} says, as that of a record does.
 */
public interface Cached {
    /** How long, as the header has it. {@code public} only what takes no token: other answers are to somebody who signed in. */
    String cacheControl();
}
