package org.barnstorm.platform.problem;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.barnstorm.platform.http.RequestId;

/** Makes problem bodies and counts them by code, for resources and router alike. */
@ApplicationScoped
public class ProblemWriter {
    private static final Map<Integer, String> TITLES = Map.ofEntries(
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(406, "Not Acceptable"),
            Map.entry(409, "Conflict"),
            Map.entry(412, "Precondition Failed"),
            Map.entry(413, "Content Too Large"),
            Map.entry(415, "Unsupported Media Type"),
            Map.entry(422, "Unprocessable Content"),
            Map.entry(428, "Precondition Required"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(431, "Request Header Fields Too Large"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(503, "Service Unavailable"));

    private final MeterRegistry meters;

    ProblemWriter(MeterRegistry meters) {
        this.meters = meters;
    }

    /** What a status is called, the same each time. */
    public static String title(int status) {
        return TITLES.getOrDefault(status, "Error");
    }

    /** A refusal as the client reads it; public for answers that have one for each of several things. */
    public Problem problem(Refusal refusal) {
        return problem(
                ProblemMappers.status(refusal.kind()),
                refusal.code(),
                refusal.getMessage(),
                refusal.violations(),
                refusal.more());
    }

    public Problem problem(int status, String code, String detail) {
        return problem(status, code, detail, List.of(), Map.of());
    }

    Problem problem(int status, String code, String detail, List<Refusal.Violation> errors, Map<String, Object> more) {
        meters.counter("barnstorm.refusals", "code", code).increment();
        var instance = URI.create("urn:request:" + RequestId.current());
        return new Problem(URI.create("/problems/" + code), title(status), status, detail, instance, errors, more);
    }
}
