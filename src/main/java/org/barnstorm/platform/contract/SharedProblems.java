package org.barnstorm.platform.contract;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.barnstorm.platform.problem.StandardProblem;

/** The refusals that an operation has because of its shape, by status. */
final class SharedProblems {
    /** One refusal with the sentence that shows it. */
    record Case(int status, String code, String detail) {}

    /** Names of the components that hold them. */
    static final Map<Integer, String> NAMES = new TreeMap<>(Map.ofEntries(
            Map.entry(400, "Malformed"),
            Map.entry(401, "Unauthenticated"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "NotFound"),
            Map.entry(406, "NotAcceptable"),
            Map.entry(409, "Busy"),
            Map.entry(412, "StaleVersion"),
            Map.entry(413, "TooLarge"),
            Map.entry(415, "UnsupportedMediaType"),
            Map.entry(422, "Invalid"),
            Map.entry(428, "IfMatchRequired"),
            Map.entry(429, "RateLimited"),
            Map.entry(503, "Unavailable")));

    private static final Map<Integer, List<Case>> BY_STATUS = Map.of(
            400,
            List.of(
                    standard(StandardProblem.MALFORMED_REQUEST),
                    new Case(400, "malformed-json", "Unknown field 'titel'. Remove it or check its spelling."),
                    new Case(400, "malformed-parameter", "A value in the address is not a UUID."),
                    new Case(400, "unknown-parameter", "Unknown query parameter 'grup'. Known here: cursor, limit"),
                    new Case(400, "repeated-parameter", "Query parameter 'limit' may be sent once."),
                    new Case(400, "malformed-path", "A group's path is slugs joined by dots."),
                    new Case(400, "malformed-point", "A point is longitude and latitude in degrees."),
                    new Case(400, "malformed-position", "Send near as latitude,longitude in degrees."),
                    new Case(400, "malformed-key", "An Idempotency-Key has 1 to 255 visible ASCII characters."),
                    new Case(400, "empty-patch", "Send at least one field to change."),
                    new Case(400, "invalid-cursor", "This cursor belongs to another list or another caller.")),
            403,
            List.of(
                    standard(StandardProblem.FORBIDDEN),
                    new Case(
                            403,
                            "service-account",
                            "This token speaks for a program, and this is for people or no integration is bound to it."),
                    new Case(403, "integration-over", "This integration was good until 2027-11-21T09:30:00Z."),
                    new Case(403, "scope-missing", "This takes the scope tasks:read.")),
            409,
            List.of(
                    new Case(409, "busy", "Another request is changing this just now. Try again in a second."),
                    new Case(409, "already-exists", "Someone made the same thing at the same moment.")),
            412,
            List.of(new Case(
                    412, "stale-version", "It has changed since you read it. Read it again, repeat your edit.")),
            422,
            List.of(new Case(422, "invalid-input", "Some values are not allowed; see errors for each.")),
            428,
            List.of(new Case(428, "if-match-required", "Send the ETag of the version you edited as If-Match.")),
            429,
            List.of(new Case(
                    429, "rate-limited", "You have sent 600 requests within 60 seconds. Go on in 30 seconds.")));

    private SharedProblems() {}

    static List<Case> of(int status) {
        return BY_STATUS.getOrDefault(status, List.of(standard(StandardProblem.of(status))));
    }

    static Case noMandate() {
        return new Case(
                403,
                "no-mandate",
                "You hold no mandate for TASK_EDIT in uk.south-east.brighton-pavilion. A lead of the group can grant one, or a course can earn it.");
    }

    static Case notCertified() {
        return new Case(
                403,
                "not-certified",
                "GROUP_CREATE counts in certified groups only, and uk.south-east is not certified. Its certification says what is missing.");
    }

    static Case groupMerged() {
        return new Case(
                409, "group-merged", "uk.kemptown is part of uk.south-east.brighton-pavilion now. Go there instead.");
    }

    private static Case standard(StandardProblem problem) {
        return new Case(problem.status, problem.code, problem.detail);
    }
}
