package org.barnstorm.platform.http;

import java.util.regex.Pattern;
import org.barnstorm.platform.problem.Refusal;

/** The version that an edit starts from: the strong entity tag in {@code If-Match} (RFC 9110 section 13.1.1). */
public record IfMatch(long version) {
    private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})\"");

    /** Reads the header; absent is 428, anything but one strong tag of ours is 412. */
    public static IfMatch of(String header) {
        if (header == null) {
            throw Refusal.of(
                    Refusal.Kind.PRECONDITION_REQUIRED,
                    "if-match-required",
                    "Send the ETag of the version you edited as If-Match, so that nobody's edit is lost.");
        }
        var tag = TAG.matcher(header.trim());
        if (!tag.matches()) throw stale("unreadable");
        return new IfMatch(Long.parseLong(tag.group(1)));
    }

    /** Refuses the edit unless the thing still is at the version the caller read. */
    public void require(long current) {
        if (version != current) throw stale("\"" + current + "\"");
    }

    private static Refusal stale(String current) {
        return Refusal.of(
                        Refusal.Kind.PRECONDITION_FAILED,
                        "stale-version",
                        "It has changed since you read it. Read it again and repeat your edit.")
                .with("currentETag", current);
    }
}
