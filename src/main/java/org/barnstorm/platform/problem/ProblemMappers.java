package org.barnstorm.platform.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.logging.Log;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.barnstorm.platform.http.AllowedMethods;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The only place that turns exceptions into HTTP. Whatever goes wrong, the client reads an RFC 9457 problem. */
class ProblemMappers {
    private final ProblemWriter problems;
    private final AllowedMethods methods;

    ProblemMappers(ProblemWriter problems, AllowedMethods methods) {
        this.problems = problems;
        this.methods = methods;
    }

    @ServerExceptionMapper
    Response refusal(Refusal e) {
        var problem = problems.problem(e);
        var answer = Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        if (e.kind() == Refusal.Kind.BUSY) answer.header(HttpHeaders.RETRY_AFTER, 1);
        if (e.retryAfter() != null)
            answer.header(HttpHeaders.RETRY_AFTER, e.retryAfter().toSeconds());
        return answer.build();
    }

    static int status(Refusal.Kind kind) {
        return switch (kind) { // no default: a new kind does not compile until it is mapped
            case MALFORMED -> 400;
            case NOT_FOUND -> 404;
            case FORBIDDEN -> 403;
            case CONFLICT, BUSY -> 409;
            case SPENT -> 429;
            case AWAY -> 503;
            case INVALID -> 422;
            case PRECONDITION_REQUIRED -> 428;
            case PRECONDITION_FAILED -> 412;
        };
    }

    /** Bean Validation on a body or a parameter. */
    @ServerExceptionMapper
    Response violations(ConstraintViolationException e) {
        var errors = e.getConstraintViolations().stream()
                .map(v -> new Refusal.Violation(pointer(v), v.getMessage()))
                .sorted(java.util.Comparator.comparing(Refusal.Violation::pointer))
                .toList();
        return refusal(Refusal.invalid(errors));
    }

    /** Router and reader refusals: 404, 406, 413, 415 and unreadable JSON. */
    @ServerExceptionMapper
    Response web(WebApplicationException e) {
        var refusal = Causes.find(e, Refusal.class);
        if (refusal != null) return refusal(refusal);
        var json = Causes.find(e, JacksonException.class);
        if (json != null) return json(json);
        // Jakarta REST says 404 for a number in the address that is none; who misspelt it should be told so.
        if (e instanceof NotFoundException && e.getCause() != null) {
            return refusal(Refusal.malformed(
                    "malformed-parameter", "A value in the address does not have the type that it needs."));
        }
        var status = e.getResponse().getStatus();
        return standard(StandardProblem.of(status), status);
    }

    @ServerExceptionMapper
    Response method(NotAllowedException e, UriInfo uri) {
        return Response.fromResponse(standard(StandardProblem.METHOD_NOT_ALLOWED, 405))
                .header(HttpHeaders.ALLOW, methods.at(uri.getPath()))
                .build();
    }

    /** Named twice because Quarkus has a mapper of its own for the second, which says less. */
    @ServerExceptionMapper({JacksonException.class, MismatchedInputException.class})
    Response json(JacksonException e) {
        if (Causes.find(e, Refusal.class) != null) return refusal(Causes.find(e, Refusal.class));
        var pointer = e instanceof JsonMappingException mapping ? pointer(mapping) : "";
        var detail = explain(e);
        return refusal(Refusal.malformed("malformed-json", detail, List.of(new Refusal.Violation(pointer, detail))));
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthenticated(Exception e) {
        // A custom mapper drops the challenge that Quarkus would have sent; RFC 6750 section 3 wants it back.
        var challenge = e instanceof AuthenticationFailedException ? "Bearer error=\"invalid_token\"" : "Bearer";
        return Response.fromResponse(standard(StandardProblem.UNAUTHENTICATED, 401))
                .header(HttpHeaders.WWW_AUTHENTICATE, challenge)
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e) {
        return standard(StandardProblem.FORBIDDEN, 403);
    }

    /** Database trouble arrives wrapped in many ways, a stale version as the cause of a failed commit. */
    @ServerExceptionMapper
    Response anything(Throwable e) {
        var known = DatabaseRefusals.explain(e);
        if (known.isPresent()) return refusal(known.get());
        if (DatabaseRefusals.isAway(e)) {
            Log.warnf("Database away: %s", e.getClass().getName());
            return Response.fromResponse(standard(StandardProblem.UNAVAILABLE, 503))
                    .header(HttpHeaders.RETRY_AFTER, 2)
                    .build();
        }
        Log.error("Unexpected failure", e);
        return standard(StandardProblem.INTERNAL, 500);
    }

    private Response standard(StandardProblem problem, int status) {
        return Response.status(status)
                .type(Problem.MEDIA_TYPE)
                .entity(problems.problem(status, problem.code, problem.detail, List.of(), Map.of()))
                .build();
    }

    private static String explain(JacksonException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return "Unknown field '" + unknown.getPropertyName() + "'. Remove it or check its spelling.";
        }
        if (e instanceof InvalidFormatException format && format.getTargetType().isEnum()) {
            return "Not one of " + List.of(format.getTargetType().getEnumConstants()) + ".";
        }
        if (e instanceof InvalidFormatException format && format.getTargetType() == String.class) {
            return "Text must not hold the character NUL or half of a surrogate pair.";
        }
        if (e instanceof JsonParseException) return "The body is not valid JSON; see the position in errors.";
        return "This value does not have the type that the field needs.";
    }

    private static String pointer(JsonMappingException e) {
        var pointer = new StringBuilder();
        for (var step : e.getPath()) {
            pointer.append('/').append(step.getFieldName() == null ? step.getIndex() : step.getFieldName());
        }
        return pointer.toString();
    }

    /** Validator names the place {@code method.parameter.field[i]}; the client knows {@code /field/i}. */
    private static String pointer(ConstraintViolation<?> violation) {
        var nodes = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .filter(node -> node.getKind() == jakarta.validation.ElementKind.PROPERTY
                        || node.getKind() == jakarta.validation.ElementKind.CONTAINER_ELEMENT)
                .toList();
        if (nodes.isEmpty()) return lastNode(violation.getPropertyPath());
        var pointer = new StringBuilder();
        for (var node : nodes) {
            if (node.getIndex() != null) pointer.append('/').append(node.getIndex());
            if (node.getName() != null && !node.getName().startsWith("<"))
                pointer.append('/').append(node.getName());
        }
        return pointer.toString();
    }

    private static String lastNode(Path path) {
        var last = "";
        for (var node : path) last = node.getName();
        return last;
    }
}
