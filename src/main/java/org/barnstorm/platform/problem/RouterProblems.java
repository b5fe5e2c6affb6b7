package org.barnstorm.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.Log;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Refusals that never reach a resource: unknown addresses, bodies over the limit, failures in the router itself. */
@ApplicationScoped
public class RouterProblems {
    private static final int[] ANSWERED = {400, 404, 405, 406, 413, 414, 415, 431, 500, 503};

    private final ProblemWriter problems;
    private final ObjectMapper json;

    RouterProblems(ProblemWriter problems, ObjectMapper json) {
        this.problems = problems;
        this.json = json;
    }

    void install(@Observes Router router) {
        for (int status : ANSWERED) router.errorHandler(status, context -> answer(context, status));
    }

    /** Answers as a problem what the router, or a page beside the API, does not have. */
    public void answer(RoutingContext context, int status) {
        if (context.response().ended()) return;
        var standard = StandardProblem.of(status);
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .end(body(problems.problem(status, standard.code, standard.detail)));
    }

    /** Answers a refusal of a page beside the API. */
    public void refuse(RoutingContext context, Refusal refusal) {
        var problem = problems.problem(refusal);
        if (refusal.retryAfter() != null)
            context.response()
                    .putHeader("Retry-After", "" + refusal.retryAfter().toSeconds());
        context.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .end(body(problem));
    }

    /** Answers that a page beside the API failed. The log says why and not where: addresses can be secrets. */
    public void failed(RoutingContext context, RuntimeException e) {
        if (!DatabaseRefusals.isAway(e) && !Busy.is(e)) {
            Log.error("Unexpected failure of a page", e);
            answer(context, 500);
            return;
        }
        Log.warnf("Database away or busy: %s", e.getClass().getName());
        context.response().putHeader("Retry-After", "2");
        answer(context, 503);
    }

    private String body(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem is always serialisable", e);
        }
    }
}
