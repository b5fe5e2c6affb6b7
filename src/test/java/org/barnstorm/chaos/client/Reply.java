package org.barnstorm.chaos.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.UUID;

/**
 * What became of sending a request once.
 *
 * @param status 0 when there was no answer
 * @param retryAfter seconds; -1 without the header
 * @param began and {@code ended}: {@link System#nanoTime()}, on Linux one clock for all processes of a machine
 */
record Reply(
        Fate fate, int status, String contentType, int retryAfter, JsonNode body, int replica, long began, long ended) {

    /** How a request ended. */
    enum Fate {
        ANSWERED,
        /** Nobody listens there: it has certainly done nothing. */
        NOT_SENT,
        /** The connection broke: it may have been done. */
        BROKEN,
        /** No answer within the client's patience. */
        HUNG
    }

    static Reply without(Fate fate, int replica, long began) {
        return new Reply(fate, 0, "", -1, MissingNode.getInstance(), replica, began, System.nanoTime());
    }

    boolean ok() {
        return status == 200 || status == 201;
    }

    /** Whether nobody can say from this alone if it was done: 503 may come after the commit was sent. */
    boolean inDoubt() {
        return fate == Fate.BROKEN || fate == Fate.HUNG || status >= 500;
    }

    /** The code of a refusal; empty for anything else. */
    String code() {
        return body.path("type").asText("").replace("/problems/", "");
    }

    UUID id() {
        return UUID.fromString(body.path("id").asText());
    }

    String text(String field) {
        return body.path(field).asText("");
    }

    /** As counted in reports. */
    String kind() {
        if (fate != Fate.ANSWERED)
            return fate.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        return ok() ? "" + status : status + " " + code();
    }
}
