package org.barnstorm.platform.http;

/** A view of something that can be edited: its content version becomes the strong ETag of the answer. */
public interface Versioned {
    long version();
}
