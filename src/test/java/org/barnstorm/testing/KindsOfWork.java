package org.barnstorm.testing;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;

/** Kinds of work to test with, written through the API. */
public final class KindsOfWork {
    private KindsOfWork() {}

    /** A document with a result that closes and asks for a number, one that closes, and one that reopens. */
    public static Map<String, Object> canvass() {
        return Map.of(
                "label",
                "Canvassing",
                "outcomes",
                List.of(
                        outcome("doors-knocked", "CLOSES", true),
                        outcome("street-is-private", "CLOSES", false),
                        outcome("nobody-home", "REOPENS", false)));
    }

    public static Map<String, Object> outcome(String code, String effect, boolean asksNumber) {
        return Map.of("code", code, "label", "It is " + code, "effect", effect, "asksNumber", asksNumber);
    }

    /** Writes a kind that the group does not have yet. */
    public static ValidatableResponse make(Person person, String group, String code, Map<String, ?> document) {
        return put(person, "If-None-Match", "*", group, code, document);
    }

    /** Writes a kind that one has read with this ETag. */
    public static ValidatableResponse edit(
            Person person, String etag, String group, String code, Map<String, ?> document) {
        return put(person, "If-Match", etag, group, code, document);
    }

    private static ValidatableResponse put(
            Person person, String header, String value, String group, String code, Map<String, ?> document) {
        return person.request()
                .contentType(ContentType.JSON)
                .header(header, value)
                .body(document)
                .put("/groups/{path}/task-kinds/{code}", group, code)
                .then();
    }
}
