package org.barnstorm.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code openapi.yaml} as tests ask it: which operation is this, and is that an answer it may give? */
public final class Contract {
    /** Has a body without an end; what its messages are is for the test that reads them. */
    private static final String EVENTS = "text/event-stream";

    /** Each line is what the schema says. */
    private static final String LINES = "application/x-ndjson";

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
    private static final Set<String> OCCASIONAL = Set.of("Link", "Retry-After", "RateLimit", "RateLimit-Policy");
    private static final String PROBLEM = "application/problem+json";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Pattern> SHAPES = new ConcurrentHashMap<>();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    /** What belongs to the transport, or to every answer alike (docs/api.md); everything else is documented or missing. */
    private static final Set<String> OF_EVERY_ANSWER = Set.of(
            "connection",
            "content-length",
            "content-type",
            "content-encoding",
            "transfer-encoding",
            "date",
            "vary",
            "cache-control",
            "x-content-type-options");

    private final JsonNode document;
    private final List<Operation> operations = new ArrayList<>();
    private final Map<String, Schema> compiled = new ConcurrentHashMap<>();

    /** One operation of the document. */
    public record Operation(String method, String path, JsonNode node) {
        public String id() {
            return node.path("operationId").asText();
        }

        /** Whether it takes a token at all. */
        public boolean isForEverybody() {
            return node.path("security").isArray() && node.path("security").isEmpty();
        }

        /** How many of the path's parts are fixed; {@code /groups/import} is not a group that is called import. */
        private long fixedParts() {
            return Stream.of(path.split("/"))
                    .filter(part -> !part.startsWith("{"))
                    .count();
        }

        private boolean matches(String called) {
            return SHAPES.computeIfAbsent(path, each -> Pattern.compile(each.replaceAll("\\{[^/]+}", "[^/]+")))
                    .matcher(called)
                    .matches();
        }
    }

    private Contract(JsonNode document) {
        this.document = document;
        for (var path : document.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    operations.add(new Operation(operation.getKey(), path.getKey(), operation.getValue()));
                }
            }
        }
    }

    public static Contract committed() {
        try {
            return new Contract(
                    new YAMLMapper().readTree(Path.of("openapi.yaml").toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Operation> operations() {
        return List.copyOf(operations);
    }

    /** The operation that is called by this method and path below the API's base. */
    public Optional<Operation> find(String method, String path) {
        return operations.stream()
                .filter(operation -> operation.method().equalsIgnoreCase(method) && operation.matches(path))
                .max(java.util.Comparator.comparingLong(Operation::fixedParts));
    }

    /** What is wrong with an answer, by the contract; nothing if it may be given. */
    public List<String> check(Operation operation, int status, String contentType, Set<String> headers, byte[] body) {
        var answer = resolve(operation.node().path("responses").path(Integer.toString(status)));
        if (answer.isMissingNode()) return List.of("status " + status + " is not documented");
        var findings = new ArrayList<>(checkHeaders(answer.path("headers"), headers));
        var content = answer.path("content");
        if (content.isMissingNode()) {
            if (body.length > 0) findings.add("a body was not expected");
            return findings;
        }
        var type = contentType == null ? "none" : contentType.split(";")[0].trim();
        if (!content.has(type)) {
            findings.add("content type " + type + " is not documented");
            return findings;
        }
        if (!type.equals(EVENTS)) findings.addAll(checkBody(content.path(type), type, body));
        return findings;
    }

    /** What is wrong with a body of a request, by the schema of the operation. */
    public List<String> checkRequest(Operation operation, JsonNode body) {
        var content = operation.node().path("requestBody").path("content").properties();
        var schema = content.iterator().next().getValue().path("schema");
        return validate(nameOf(schema.path("$ref")), body);
    }

    /** What is wrong with a refusal that no operation gives: the router's. */
    public List<String> checkProblem(byte[] body) {
        try {
            return validate("Problem", JSON.readTree(body));
        } catch (IOException e) {
            return List.of("the body is not JSON");
        }
    }

    private static List<String> checkHeaders(JsonNode documented, Set<String> sent) {
        var findings = new ArrayList<String>();
        var known = new HashSet<>(OF_EVERY_ANSWER);
        for (var header : documented.properties()) {
            var name = header.getKey().toLowerCase(Locale.ROOT);
            known.add(name);
            if (!isOccasional(header.getKey()) && !sent.contains(name))
                findings.add("header " + header.getKey() + " is missing");
        }
        for (var name : sent) {
            if (!known.contains(name)) findings.add("header " + name + " is not documented");
        }
        return findings;
    }

    private List<String> checkBody(JsonNode media, String type, byte[] body) {
        // Of other text, such as events or a calendar, the contract says no more than that.
        if (!type.endsWith("json")) return List.of();
        if (type.equals(LINES)) {
            return new String(body, StandardCharsets.UTF_8)
                    .lines()
                    .flatMap(line -> checkJson(media, type, line.getBytes(StandardCharsets.UTF_8)).stream())
                    .toList();
        }
        return checkJson(media, type, body);
    }

    private List<String> checkJson(JsonNode media, String type, byte[] body) {
        var name = nameOf(media.path("schema").path("$ref"));
        if (name.isEmpty()) return List.of("no schema is named for " + type);
        JsonNode json;
        try {
            json = JSON.readTree(body);
        } catch (IOException e) {
            return List.of("the body is not JSON");
        }
        if (json.isMissingNode()) return List.of("the body is empty");
        var findings = new ArrayList<>(validate(name, json));
        if (type.equals(PROBLEM)) {
            var code = json.path("type").asText().replaceFirst("^/problems/", "");
            if (!media.path("examples").has(code)) findings.add("refusal " + code + " is not documented");
        }
        return findings;
    }

    private List<String> validate(String schema, JsonNode json) {
        return compiled.computeIfAbsent(schema, this::compile).validate(json, Contract::asserting).stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }

    /** By itself the validator takes {@code format} for a remark, and anything for an id or a time. */
    private static void asserting(ExecutionContext context) {
        context.executionConfig(config -> config.formatAssertionsEnabled(true));
    }

    /** Links, times to wait and what is left of limits are sent when there is something to say. */
    private static boolean isOccasional(String header) {
        return OCCASIONAL.contains(header);
    }

    private Schema compile(String name) {
        var root = JSON.createObjectNode().put("$ref", "#/components/schemas/" + name);
        root.set("components", strict());
        return SCHEMAS.getSchema(root);
    }

    /** Clients ignore fields that they do not know; a test that did would miss those that nobody documented. */
    private JsonNode strict() {
        var components = document.path("components").deepCopy();
        components.path("schemas").properties().forEach(schema -> {
            var open = schema.getKey().equals("Problem")
                    || schema.getValue().has("additionalProperties")
                    || !schema.getValue().has("properties");
            if (!open) ((ObjectNode) schema.getValue()).put("additionalProperties", false);
        });
        return components;
    }

    /** The thing itself, where the document says where to find it. */
    public JsonNode resolve(JsonNode node) {
        var ref = node.path("$ref");
        return ref.isMissingNode() ? node : document.at(ref.asText().substring(1));
    }

    private static String nameOf(JsonNode ref) {
        return ref.asText().substring(ref.asText().lastIndexOf('/') + 1);
    }
}
