package org.barnstorm.chaos.client;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;

/**
 * One act as its client saw it: a line of the history. Times are {@link System#nanoTime()}.
 *
 * @param told what the answer showed; null if nothing
 * @param kind the answer as counted in reports: a status, and the code of a refusal
 * @param replica who answered
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Op(Verb verb, About about, Told told, Outcome outcome, String kind, int replica, long began, long ended) {

    /** What the client knows. */
    public enum Outcome {
        OK,
        /** It was refused: it has certainly not happened. */
        FAIL,
        /** It may have happened, or not, or may happen yet. */
        UNKNOWN
    }

    /** Sent once. */
    static Op of(Verb verb, About about, Reply reply) {
        return of(verb, about, new Delivery(reply.began(), reply, false));
    }

    /** Sent again and again with one key: once, from the first sending to the last answer. */
    static Op of(Verb verb, About about, Delivery delivery) {
        var last = delivery.last();
        var told = last.ok() && last.body().has("id") ? Told.of(last.body(), !delivery.doubt()) : null;
        return new Op(
                verb, about, told, delivery.outcome(), last.kind(), last.replica(), delivery.began(), last.ended());
    }

    /**
     * One of many that were asked for in one request, with an answer of its own. A repetition is answered with the newest
     * hold of each person, which may be another than the one that was asked for: then nobody knows.
     */
    static Op of(Verb verb, About about, JsonNode item, Delivery delivery) {
        var last = delivery.last();
        var shown = item.path("assignment");
        var refused = item.path("problem").path("type").asText("").replace("/problems/", "");
        var told = shown.has("id") && !delivery.doubt() ? Told.of(shown, true) : null;
        var outcome = delivery.doubt() ? Outcome.UNKNOWN : told == null ? Outcome.FAIL : Outcome.OK;
        var kind = told == null ? "409 " + refused : last.kind();
        return new Op(verb, about, told, outcome, kind, last.replica(), delivery.began(), last.ended());
    }

    /** Since when it was due, where that is earlier than when it was sent. */
    Op due(long at) {
        return new Op(verb, about, told, outcome, kind, replica, Math.min(at, began), ended);
    }

    public UUID task() {
        return about.task();
    }

    public UUID member() {
        return about.member();
    }

    /** The assignment that it is about, or that it began. */
    public UUID hold() {
        if (about.hold() != null) return about.hold();
        return told == null ? null : told.id();
    }

    /** Whether it began a hold, for all it knows. Who claims what they were offered has it already, and accepts it. */
    public boolean begins() {
        return verb.takes()
                && (verb != Verb.CLAIM || told == null || verb.name().equals(told.source()));
    }

    @JsonIgnore
    public boolean isOk() {
        return outcome == Outcome.OK;
    }

    @JsonIgnore
    public boolean isUnknown() {
        return outcome == Outcome.UNKNOWN;
    }
}
