package org.barnstorm.webhook;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/** Reads {@code Retry-After} (RFC 9110 section 10.2.3), up to a day: nobody makes us wait for longer with one answer. */
final class RetryAfter {
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    private RetryAfter() {}

    /** Null when there is none that can be read. */
    static Duration of(String header, Instant now) {
        if (header == null) return null;
        var text = header.strip();
        if (SECONDS.matcher(text).matches()) return within(Duration.ofSeconds(Long.parseLong(text)));
        try {
            var date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
            return within(Duration.between(now, date.toInstant()));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static Duration within(Duration wait) {
        if (wait.isNegative()) return Duration.ZERO;
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }
}
