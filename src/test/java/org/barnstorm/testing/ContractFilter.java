package org.barnstorm.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.builder.ResponseBuilder;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Holds every answer in every test against {@code openapi.yaml}: operation, status, media type, headers, body, and for
 * refusals the code. Requests may be broken on purpose; answers to them may not.
 */
public final class ContractFilter implements Filter {
    /** What the router answers before any operation is found, or instead of it. */
    private static final Set<Integer> ROUTER = Set.of(400, 401, 404, 405, 414, 431);

    private static final Contract CONTRACT = Contract.committed();

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        var answer = context.next(request, expected);
        var body = answer.asByteArray();
        var path = URI.create(request.getURI()).getRawPath();
        // The façade has an address of its own, and its place in the contract below that of the API.
        var below = path.startsWith("/osdi/v1")
                ? path.replaceFirst("/$", "")
                : path.substring(Math.min(path.length(), Person.API.length()));
        if (path.startsWith(Person.API + "/") || path.startsWith("/osdi/v1")) {
            var headers = answer.headers().asList().stream()
                    .map(header -> header.getName().toLowerCase(Locale.ROOT))
                    .collect(Collectors.toSet());
            check(request.getMethod(), below, answer.statusCode(), answer.contentType(), headers, body);
        }
        return new ResponseBuilder().clone(answer).setBody(body).build();
    }

    /** The same for answers that came another way. */
    public static void check(
            String method, String path, int status, String contentType, Set<String> headers, byte[] body) {
        assertThat(findings(method, path, status, contentType, headers, body))
                .as("%s %s answered %d: %s", method, path, status, new String(body, StandardCharsets.UTF_8))
                .isEmpty();
    }

    /** The same for answers that the JDK's client got. */
    public static void check(String method, String path, HttpResponse<byte[]> answer) {
        var headers = answer.headers().map().keySet().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        var type = answer.headers().firstValue("Content-Type").orElse(null);
        check(method, path.split("\\?")[0], answer.statusCode(), type, headers, answer.body());
    }

    /** What is wrong with an answer; nothing if it may be given. */
    public static List<String> findings(
            String method, String path, int status, String contentType, Set<String> headers, byte[] body) {
        var operation = CONTRACT.find(method, path);
        if (operation.isEmpty() || status == 431) {
            if (!ROUTER.contains(status)) return List.of("no operation is documented there");
            return CONTRACT.checkProblem(body);
        }
        return CONTRACT.check(operation.get(), status, contentType, headers, body);
    }
}
