package org.barnstorm.chaos.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * The thing that an answer showed.
 *
 * @param id of the assignment, or of whatever else it was
 * @param state null where the answer may show a later one than the act led to
 * @param source how a hold began
 * @param lease when it runs out, by {@link System#nanoTime()}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Told(UUID id, Long fence, String state, String source, Long lease) {
    /** @param first whether it was sent once: what is answered to a repetition shows the thing as it is now */
    static Told of(JsonNode body, boolean first) {
        var fence = body.path("fence");
        return new Told(
                UUID.fromString(body.path("id").asText()),
                fence.isMissingNode() ? null : fence.asLong(),
                first ? body.path("status").asText(null) : null,
                body.path("source").asText(null),
                first ? end(body.path("leaseUntil").asText("")) : null);
    }

    /** On one machine the database's wall clock is ours. */
    private static Long end(String until) {
        if (until.isEmpty()) return null;
        return System.nanoTime()
                + Duration.between(Instant.now(), Instant.parse(until)).toNanos();
    }
}
