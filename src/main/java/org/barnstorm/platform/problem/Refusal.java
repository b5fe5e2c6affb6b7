package org.barnstorm.platform.problem;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The answer "no", with a stable code that {@code docs/problems.md} explains and a sentence that says what to do. It is
 * all that the domain throws; {@link ProblemMappers} alone knows what it means in HTTP.
 */
public final class Refusal extends RuntimeException {
    /** Why not, from the caller's side. */
    public enum Kind {
        /** The request cannot be understood. */
        MALFORMED,
        /** Absent, or not for this caller's eyes: the two look alike. */
        NOT_FOUND,
        /** The caller may see the thing but not do this. */
        FORBIDDEN,
        /** The state does not allow it now; it may later. */
        CONFLICT,
        /** Another request holds what this one needs; trying again soon is the remedy. */
        BUSY,
        /** What one may do within a time is used up; it comes back by itself. */
        SPENT,
        /** What decides about it cannot be asked just now. */
        AWAY,
        /** Well-formed, but never valid as sent. */
        INVALID,
        /** An edit without saying which version it edits. */
        PRECONDITION_REQUIRED,
        /** An edit of a version that is no longer the current one. */
        PRECONDITION_FAILED
    }

    /** One wrong place in the input: a JSON pointer (RFC 6901) into the body, or the name of a parameter. */
    @Schema(description = "One wrong place in the input.")
    public record Violation(
            @Schema(
                    description = "JSON pointer (RFC 6901) into the body, or the name of a parameter.",
                    examples = "/title")
            String pointer,

            @Schema(description = "What is wrong with it.", examples = "must not be blank")
            String detail) {}

    private static final Set<String> STANDARD_MEMBERS =
            Set.of("type", "title", "status", "detail", "instance", "errors");

    private final Kind kind;
    private final String code;
    private final List<Violation> violations;
    private final Map<String, Object> more = new LinkedHashMap<>();
    private Duration retryAfter;

    private Refusal(Kind kind, String code, String message, List<Violation> violations) {
        super(message, null, false, false);
        this.kind = kind;
        this.code = code;
        this.violations = List.copyOf(violations);
    }

    public static Refusal of(Kind kind, String code, String message) {
        return new Refusal(kind, code, message, List.of());
    }

    public static Refusal malformed(String code, String message) {
        return of(Kind.MALFORMED, code, message);
    }

    /** Input that cannot be read, place by place. */
    public static Refusal malformed(String code, String message, List<Violation> violations) {
        return new Refusal(Kind.MALFORMED, code, message, violations);
    }

    /** What the caller may not see does not exist for them. */
    public static Refusal notFound(String what) {
        return of(Kind.NOT_FOUND, "not-found", "There is no such " + what + ", or it is not visible to you.");
    }

    public static Refusal forbidden(String code, String message) {
        return of(Kind.FORBIDDEN, code, message);
    }

    public static Refusal conflict(String code, String message) {
        return of(Kind.CONFLICT, code, message);
    }

    public static Refusal invalid(String code, String message) {
        return of(Kind.INVALID, code, message);
    }

    /** Input that breaks rules of its own shape, place by place. */
    public static Refusal invalid(List<Violation> violations) {
        return new Refusal(
                Kind.INVALID, "invalid-input", "Some values are not allowed; see errors for each.", violations);
    }

    /** Adds a member to the problem body (RFC 9457 section 3.2): ids, states and numbers only. */
    public Refusal with(String member, Object value) {
        if (STANDARD_MEMBERS.contains(member)) throw new IllegalArgumentException(member + " is a member already");
        more.put(member, value);
        return this;
    }

    /** Says when to try again; until then there is no use. */
    public Refusal after(Duration wait) {
        retryAfter = wait;
        return this;
    }

    /** The same refusal of a part, seen from the whole: pointers begin there. */
    public Refusal under(String pointer) {
        var seen = violations.stream()
                .map(violation -> new Violation(pointer + violation.pointer(), violation.detail()))
                .toList();
        var refusal = new Refusal(kind, code, getMessage(), seen);
        refusal.more.putAll(more);
        refusal.retryAfter = retryAfter;
        return refusal;
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public List<Violation> violations() {
        return violations;
    }

    public Map<String, Object> more() {
        return more;
    }

    /** How long to wait before trying again; null when nobody can say. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
