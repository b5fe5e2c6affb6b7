package org.barnstorm.integration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.barnstorm.platform.journal.Mark;
import org.barnstorm.platform.problem.Refusal;

/** Readings as server-sent events: a change is a message, and its id the place to go on from. */
@ApplicationScoped
class ChangeEvents {
    /** After so long a client that lost the connection begins again. */
    private static final long RETRY_MILLIS = 2_000;

    private final ObjectMapper json;

    ChangeEvents(ObjectMapper json) {
        this.json = json;
    }

    /**
     * The events of these readings. Whoever is refused on the way is told why, and the stream ends.
     *
     * @param seal how a place is written for this follower
     */
    Multi<OutboundSseEvent> of(Multi<Reading> readings, Sse sse, Function<Mark, String> seal) {
        return readings.onItem()
                .transformToMultiAndConcatenate(reading -> Multi.createFrom().items(events(reading, sse, seal)))
                .onFailure(Refusal.class)
                .recoverWithMulti(refusal -> Multi.createFrom().item(end((Refusal) refusal, sse)));
    }

    private Stream<OutboundSseEvent> events(Reading reading, Sse sse, Function<Mark, String> seal) {
        var changes = reading.found().stream().map(found -> sse.newEventBuilder()
                .id(seal.apply(found.mark()))
                .data(String.class, write(found.change()))
                .build());
        return Stream.concat(changes, Stream.of(heartbeat(reading, sse, seal)));
    }

    /** Keeps the connection, and the place: what was passed over unseen is not read again after a break. */
    private static OutboundSseEvent heartbeat(Reading reading, Sse sse, Function<Mark, String> seal) {
        return sse.newEventBuilder()
                .comment("so far")
                .id(seal.apply(reading.next()))
                .reconnectDelay(RETRY_MILLIS)
                .build();
    }

    private OutboundSseEvent end(Refusal refusal, Sse sse) {
        var why = Map.of("type", "/problems/" + refusal.code(), "detail", refusal.getMessage());
        return sse.newEventBuilder().name("end").data(String.class, write(why)).build();
    }

    private String write(Object data) {
        try {
            return json.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Changes are records of plain values", e);
        }
    }
}
