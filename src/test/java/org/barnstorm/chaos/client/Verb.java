package org.barnstorm.chaos.client;

import java.util.Map;

/**
 * What clients do with places. One more act of the API is one more line here and one more case where a volunteer chooses.
 */
public enum Verb {
    CLAIM("PUT", "/tasks/%s/claim", "assignment.claimed"),
    OFFER("POST", "/tasks/%s/assignments", "assignment.offered"),
    ACCEPT("POST", "/assignments/%s/accept", "assignment.accepted"),
    DECLINE("POST", "/assignments/%s/decline", "assignment.declined"),
    RELEASE("POST", "/assignments/%s/release", "assignment.released"),
    EXTEND("POST", "/assignments/%s/extend", "assignment.extended"),
    COMPLETE("POST", "/assignments/%s/complete", "assignment.completed"),
    VERIFY("POST", "/assignments/%s/verify", "assignment.verified"),
    REJECT("POST", "/assignments/%s/reject", "assignment.rejected"),
    CREATE("POST", "/tasks", "task.created"),
    PUBLISH("POST", "/tasks/%s/publish", "task.published"),
    CANCEL("POST", "/tasks/%s/cancel", "task.cancelled"),
    READ("GET", "/assignments/%s", null),
    ME("GET", "/me", null),
    LOOK("GET", "/tasks/%s", null);

    private final String method;
    private final String path;
    private final String journalled;

    Verb(String method, String path, String journalled) {
        this.method = method;
        this.path = path;
        this.journalled = journalled;
    }

    /** The type of the journal's row for it; null for what changes nothing. */
    public String journalled() {
        return journalled;
    }

    /** Whether it begins a hold. */
    public boolean takes() {
        return this == CLAIM || this == OFFER;
    }

    /** Whether it carries the fence of the hold. */
    boolean fenced() {
        return this == RELEASE || this == EXTEND || this == COMPLETE;
    }

    Call on(Object id, Someone who) {
        return new Call(method, path.formatted(id), who, null, null);
    }

    Call on(Object id, Someone who, Map<String, ?> body) {
        return new Call(method, path.formatted(id), who, null, Wire.json(body));
    }
}
