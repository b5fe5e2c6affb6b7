package org.barnstorm.platform.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.barnstorm.platform.http.RequestId;
import org.barnstorm.platform.problem.Problem;
import org.barnstorm.platform.problem.ProblemWriter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Writes each operation's refusals: those of its shape, the missing mandate that its description names, and its own.
 * Refusals that many operations share without addition are components.
 */
final class ProblemAnswers {
    /** How descriptions name the capability that an operation needs. */
    private static final Pattern NEEDS = Pattern.compile("[Nn]eeds ([A-Z]+(?:_[A-Z]+)+)");

    private static final String REF = "#/components/responses/";
    private static final SharedProblems.Case KEY_REUSED = new SharedProblems.Case(
            422, "key-reused", "This Idempotency-Key was used for another request. Use a new key for a new request.");

    private final Code code;
    private final Components components;
    private final Map<List<SharedProblems.Case>, String> shared = new LinkedHashMap<>();
    private final Map<String, Integer> shown = new HashMap<>();

    ProblemAnswers(Code code, Components components) {
        this.code = code;
        this.components = components;
        SharedProblems.NAMES.forEach((status, name) -> shared.put(SharedProblems.of(status), name));
        shared.put(List.of(SharedProblems.of(422).get(0), KEY_REUSED), "InvalidPost");
    }

    void declare() {
        shared.forEach((cases, name) -> components.addResponse(name, answer(cases)));
    }

    void complete(PathItem.HttpMethod method, String path, Operation operation) {
        Map<Integer, List<SharedProblems.Case>> cases = new TreeMap<>();
        statuses(method, path, operation)
                .forEach(status -> cases.put(status, new ArrayList<>(SharedProblems.of(status))));
        if (method == PathItem.HttpMethod.POST) cases.get(422).add(KEY_REUSED);
        var needs = NEEDS.matcher(operation.getDescription());
        if (needs.find()) {
            cases.get(403).addAll(List.of(SharedProblems.noMandate(), SharedProblems.notCertified()));
            if (cases.containsKey(409)) cases.get(409).add(SharedProblems.groupMerged());
        }
        for (var own : code.refusals(operation)) {
            var status = own.value("status").asInt();
            cases.computeIfAbsent(status, s -> new ArrayList<>())
                    .add(new SharedProblems.Case(
                            status,
                            own.value("code").asString(),
                            own.value("detail").asString()));
        }
        cases.forEach((status, each) -> {
            var name = shared.get(each);
            var answer =
                    name == null ? answer(each) : OASFactory.createAPIResponse().ref(REF + name);
            operation.getResponses().addAPIResponse(Integer.toString(status), answer);
        });
    }

    private List<Integer> statuses(PathItem.HttpMethod method, String path, Operation operation) {
        var statuses = new ArrayList<>(List.of(400, 401, 403, 429, 503));
        var body = operation.getRequestBody() != null;
        var reads = method == PathItem.HttpMethod.GET;
        var post = method == PathItem.HttpMethod.POST;
        if (code.isForEverybody(operation)) statuses.remove(Integer.valueOf(403));
        if (path.contains("{") || namesThings(operation)) statuses.add(404);
        if (!operation.getResponses().hasAPIResponse("204")) statuses.add(406);
        if (!reads) statuses.add(409);
        if (hasParameter(operation, "If-Match")) statuses.addAll(List.of(412, 428));
        if (body) statuses.addAll(List.of(413, 415));
        if (body || post || hasParameterIn(operation, Parameter.In.QUERY)) statuses.add(422);
        return statuses;
    }

    /** A group, member or course that is named in the input and does not exist is a 404 like one in the path. */
    private static boolean namesThings(Operation operation) {
        if (hasParameter(operation, "group")) return true;
        var body = operation.getRequestBody();
        if (body == null) return false;
        return body.getContent().getMediaTypes().values().stream()
                .map(media -> Code.nameOf(media.getSchema()))
                .anyMatch(name -> name.startsWith("New") && !name.equals("NewGroup"));
    }

    private static boolean hasParameter(Operation operation, String name) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> name.equals(parameter.getName()));
    }

    private static boolean hasParameterIn(Operation operation, Parameter.In where) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> where == parameter.getIn());
    }

    private APIResponse answer(List<SharedProblems.Case> cases) {
        cases.forEach(this::showOnce);
        var status = cases.get(0).status();
        var media =
                OASFactory.createMediaType().schema(OASFactory.createSchema().ref(Code.ref("Problem")));
        cases.forEach(each ->
                media.addExample(each.code(), OASFactory.createExample().ref("#/components/examples/" + each.code())));
        var answer = OASFactory.createAPIResponse()
                .description(description(status, cases))
                .addHeader(RequestId.HEADER, Headers.ref(Headers.REQUEST_ID))
                .content(OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, media));
        // Who has not signed in is refused before anybody counts.
        if (status != 401) Headers.sayLimits(answer);
        if (status == 401) answer.addHeader("WWW-Authenticate", Headers.ref(Headers.CHALLENGE));
        if (status == 409 || status == 429 || status == 503)
            answer.addHeader("Retry-After", Headers.ref(Headers.RETRY_AFTER));
        return answer;
    }

    private static String description(int status, List<SharedProblems.Case> cases) {
        var codes =
                cases.stream().map(each -> '`' + each.code() + '`').distinct().collect(Collectors.joining(", "));
        return ProblemWriter.title(status) + ": " + codes + ".";
    }

    /** Each code is shown once, and means the same status wherever it is answered. */
    private void showOnce(SharedProblems.Case each) {
        var earlier = shown.putIfAbsent(each.code(), each.status());
        if (earlier == null) {
            components.addExample(
                    each.code(), OASFactory.createExample().summary(each.code()).value(example(each)));
        } else if (earlier != each.status()) {
            throw new IllegalStateException(each.code() + " has status " + earlier + " and " + each.status());
        }
    }

    private static Map<String, Object> example(SharedProblems.Case each) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "/problems/" + each.code());
        problem.put("title", ProblemWriter.title(each.status()));
        problem.put("status", each.status());
        problem.put("detail", each.detail());
        problem.put("instance", "urn:request:0199d6f0-5f3c-7c55-9d0a-2f3f5d0c7c11");
        if (each.code().equals("invalid-input")) {
            // in this order: that of Map.of differs from one build to the next
            var error = new LinkedHashMap<String, Object>();
            error.put("pointer", "/title");
            error.put("detail", "must not be blank");
            problem.put("errors", List.of(error));
        }
        return problem;
    }
}
