package org.barnstorm.access;

import java.util.Map;
import org.barnstorm.testing.Person;

/**
 * One request that anybody can try.
 *
 * @param self whom it concerns; null when there is nobody
 */
record Attempt(String method, String path, String contentType, Object body, String etag, Person self) {
    private static final String JSON = "application/json";

    static Attempt get(String path) {
        return new Attempt("get", path, null, null, null, null);
    }

    static Attempt act(String method, String path) {
        return new Attempt(method, path, null, null, null, null);
    }

    static Attempt post(String path, Map<String, ?> body) {
        return new Attempt("post", path, JSON, body, null, null);
    }

    /** A POST about the version with this ETag. */
    static Attempt post(String path, String etag, Map<String, ?> body) {
        return new Attempt("post", path, JSON, body, etag, null);
    }

    static Attempt put(String path, Map<String, ?> body) {
        return new Attempt("put", path, JSON, body, null, null);
    }

    static Attempt csv(String path, String body) {
        return new Attempt("post", path, "text/csv", body, null, null);
    }

    static Attempt patch(String path, String etag, Map<String, ?> body) {
        return new Attempt("patch", path, Person.MERGE_PATCH, body, etag, null);
    }

    Attempt about(Person self) {
        return new Attempt(method, path, contentType, body, etag, self);
    }

    /** The path without the query. */
    String address() {
        return path.split("\\?")[0];
    }

    /** What tells the service which version this is meant for: the one that was read, or none that is there yet. */
    Map<String, String> conditions() {
        if (etag != null) return Map.of("If-Match", etag);
        return method.equals("put") && body != null ? Map.of("If-None-Match", "*") : Map.of();
    }

    /** Whether it only looks. */
    boolean isRead() {
        return method.equals("get");
    }
}
