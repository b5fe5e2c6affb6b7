package org.barnstorm.platform.time;

import java.time.Instant;

/** The moments from one on and before another. */
public record Span(Instant from, Instant until) {
    /** Every moment that a calendar on a wall can show. */
    public static final Span ALWAYS =
            new Span(Instant.parse("0001-01-01T00:00:00Z"), Instant.parse("9999-12-31T23:59:59.999999Z"));

    /** The moments that are in both; none where they do not meet. */
    public Span and(Span other) {
        return new Span(
                from.isAfter(other.from) ? from : other.from, until.isBefore(other.until) ? until : other.until);
    }
}
