package org.barnstorm.platform.limits;

import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.barnstorm.platform.problem.Refusal;

/** Holds a request against all limits that it comes under, and says in the answer what they say. */
@ApplicationScoped
class Admission {
    /** draft-ietf-httpapi-ratelimit-headers-10, as lists of structured fields (RFC 9651). */
    static final String LEFT = "RateLimit";

    static final String POLICY = "RateLimit-Policy";

    private static final Duration AGAIN = Duration.ofSeconds(2);

    private final Limiter limiter;

    Admission(Limiter limiter) {
        this.limiter = limiter;
    }

    /**
     * Counts the request under each limit in turn, until one refuses.
     *
     * @param owners whose request it is, by limit, in this order
     */
    Optional<Refusal> refusal(HttpServerResponse response, List<Map.Entry<Limit, String>> owners) {
        var verdicts = new ArrayList<Verdict>();
        for (var owner : owners) {
            var verdict = limiter.take(owner.getKey(), owner.getValue());
            verdicts.add(verdict);
            if (!verdict.passes()) break;
        }
        say(response, verdicts);
        return verdicts.stream()
                .filter(verdict -> !verdict.passes())
                .findFirst()
                .map(Admission::refuse);
    }

    private static void say(HttpServerResponse response, List<Verdict> verdicts) {
        var known = verdicts.stream().filter(Verdict::isKnown).toList();
        if (known.isEmpty()) return;
        response.putHeader(LEFT, known.stream().map(Admission::left).collect(Collectors.joining(", ")));
        response.putHeader(POLICY, known.stream().map(Admission::policy).collect(Collectors.joining(", ")));
    }

    private static String left(Verdict verdict) {
        return '"' + verdict.limit().wire() + "\";r=" + verdict.left() + ";t=" + verdict.resetSeconds();
    }

    private static String policy(Verdict verdict) {
        var quota = verdict.quota();
        return '"' + verdict.limit().wire() + "\";q=" + quota.requests() + ";w="
                + quota.window().toSeconds();
    }

    private static Refusal refuse(Verdict verdict) {
        if (verdict.answer() == Verdict.Answer.UNKNOWN) {
            return Refusal.of(
                            Refusal.Kind.AWAY,
                            "unavailable",
                            "It cannot be seen just now whether you have sent too many requests. Try again in a moment.")
                    .after(AGAIN);
        }
        var seconds = verdict.resetSeconds();
        return Refusal.of(
                        Refusal.Kind.SPENT,
                        "rate-limited",
                        "You have sent " + verdict.quota().requests() + " requests within "
                                + verdict.quota().window().toSeconds() + " seconds. Go on in " + seconds + " seconds.")
                .with("limit", verdict.limit().wire())
                .after(Duration.ofSeconds(seconds));
    }
}
