package org.barnstorm.platform.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a client of one contract would notice under another (docs/contract.md). What is added to answers, refusals and
 * enums is none of it: clients ignore what they do not know.
 */
final class Breaks {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    private final JsonNode before;
    private final JsonNode after;
    private final Set<String> found = new LinkedHashSet<>();
    private final SchemaBreaks schemas;

    private Breaks(JsonNode before, JsonNode after) {
        this.before = before;
        this.after = after;
        this.schemas = new SchemaBreaks(before, after, found);
    }

    /** A line for each, the same each time. */
    static List<String> between(JsonNode before, JsonNode after) {
        var breaks = new Breaks(before, after);
        breaks.compare();
        return new ArrayList<>(breaks.found);
    }

    private void compare() {
        if (!before.path("servers").equals(after.path("servers"))) found.add("another address of the API");
        for (var path : before.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                if (!METHODS.contains(operation.getKey())) continue;
                var now = after.path("paths").path(path.getKey()).path(operation.getKey());
                var name = operation.getValue().path("operationId").asText();
                if (now.isMissingNode()) found.add(name + ": the operation is gone");
                else compare(name, operation.getValue(), now);
            }
        }
    }

    private void compare(String name, JsonNode was, JsonNode is) {
        if (!was.path("operationId").equals(is.path("operationId")))
            found.add(name + ": the operation has another name");
        if (!security(before, was).equals(security(after, is))) found.add(name + ": who may call it has changed");
        compareParameters(name, parameters(before, was), parameters(after, is));
        compareBodies(name, was.path("requestBody"), is.path("requestBody"));
        compareAnswers(name, was.path("responses"), is.path("responses"));
    }

    private static JsonNode security(JsonNode document, JsonNode operation) {
        return operation.has("security") ? operation.path("security") : document.path("security");
    }

    private static Map<String, JsonNode> parameters(JsonNode document, JsonNode operation) {
        var all = new TreeMap<String, JsonNode>();
        for (var each : operation.path("parameters")) {
            var parameter = SchemaBreaks.resolve(document, each);
            all.put(
                    parameter.path("in").asText() + " parameter "
                            + parameter.path("name").asText(),
                    parameter);
        }
        return all;
    }

    private void compareParameters(String name, Map<String, JsonNode> was, Map<String, JsonNode> is) {
        was.forEach((parameter, before) -> {
            var now = is.get(parameter);
            if (now == null) {
                found.add(name + ": the " + parameter + " is gone");
                return;
            }
            if (now.path("required").asBoolean() && !before.path("required").asBoolean())
                found.add(name + ": the " + parameter + " has to be sent now");
            schemas.compareInput(name + ", " + parameter, before.path("schema"), now.path("schema"));
        });
        is.forEach((parameter, now) -> {
            if (!was.containsKey(parameter) && now.path("required").asBoolean())
                found.add(name + ": the " + parameter + " is new and has to be sent");
        });
    }

    private void compareBodies(String name, JsonNode was, JsonNode is) {
        if (is.path("required").asBoolean() && !was.path("required").asBoolean())
            found.add(name + ": a body has to be sent now");
        if (is.isMissingNode() && !was.isMissingNode()) found.add(name + ": no body is read any more");
        if (is.isMissingNode()) return;
        for (var media : was.path("content").properties()) {
            var now = is.path("content").path(media.getKey());
            if (now.isMissingNode()) found.add(name + ": " + media.getKey() + " is not read any more");
            else schemas.compareInput(name + ", body", media.getValue().path("schema"), now.path("schema"));
        }
    }

    private void compareAnswers(String name, JsonNode was, JsonNode is) {
        for (var answer : was.properties()) {
            if (is.has(answer.getKey()))
                compareAnswer(
                        name + " " + answer.getKey(),
                        SchemaBreaks.resolve(before, answer.getValue()),
                        SchemaBreaks.resolve(after, is.path(answer.getKey())));
            else found.add(name + ": " + answer.getKey() + " is not answered any more");
        }
        is.fieldNames().forEachRemaining(status -> {
            if (status.startsWith("2") && !was.has(status)) found.add(name + ": " + status + " means done, too");
        });
    }

    private void compareAnswer(String name, JsonNode was, JsonNode is) {
        was.path("headers").fieldNames().forEachRemaining(header -> {
            if (!is.path("headers").has(header)) found.add(name + ": the header " + header + " is gone");
        });
        for (var media : was.path("content").properties()) {
            var now = is.path("content").path(media.getKey());
            if (now.isMissingNode()) {
                found.add(name + ": " + media.getKey() + " is not answered any more");
                continue;
            }
            media.getValue().path("examples").fieldNames().forEachRemaining(code -> {
                var isRefusal = media.getKey().equals("application/problem+json");
                if (isRefusal && !now.path("examples").has(code))
                    found.add(name + ": the refusal " + code + " is gone");
            });
            schemas.compareOutput(name, media.getValue().path("schema"), now.path("schema"));
        }
        if (was.path("content").isMissingNode() && !is.path("content").isMissingNode())
            found.add(name + ": there is a body now");
    }
}
