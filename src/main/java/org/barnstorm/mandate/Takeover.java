package org.barnstorm.mandate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.barnstorm.platform.problem.Refusal;

/** What ends, and who takes over the work that was looked after by it. */
record Takeover(List<Mandate> mandates, List<WorkInFlight.Handing> handings) {
    /** The same for the same mandates and the same work, and different as soon as one more or less would end or move. */
    String fingerprint() {
        var ends = mandates.stream().map(mandate -> "ends " + mandate.id());
        var moves = handings.stream().map(handing -> "moves " + handing.piece().id() + " to " + handing.to());
        var text = Stream.concat(ends, moves).sorted().collect(Collectors.joining("\n"));
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** @param expected of the preview that somebody saw; null when they did not look */
    void require(String expected) {
        if (expected != null && !expected.equals(fingerprint())) {
            throw Refusal.conflict(
                    "preview-stale",
                    "This is not what the preview showed: something was done or undone since. Look at it again.");
        }
    }
}
