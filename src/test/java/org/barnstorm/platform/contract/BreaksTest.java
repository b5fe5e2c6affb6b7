package org.barnstorm.platform.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of break is planted once and has to be found; each kind of addition may not be taken for one. */
class BreaksTest {
    static final JsonNode CONTRACT = read();

    private static final String CLAIM = "/paths/~1tasks~1{id}~1claim/put";
    private static final String LIST = "/paths/~1tasks/get/parameters";

    static JsonNode read() {
        try {
            return new YAMLMapper().readTree(Path.of("openapi.yaml").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Arguments plant(String name, String expected, Consumer<JsonNode> change) {
        return Arguments.of(name, expected, change);
    }

    private static ObjectNode at(JsonNode document, String pointer) {
        return (ObjectNode) document.at(pointer);
    }

    private static ObjectNode field(JsonNode document, String schema, String field) {
        return at(document, "/components/schemas/" + schema + "/properties/" + field);
    }

    private static void take(JsonNode document, String pointer, String value) {
        var list = (ArrayNode) document.at(pointer);
        for (int i = list.size() - 1; i >= 0; i--) {
            if (list.get(i).asText().equals(value)) list.remove(i);
        }
    }

    private static ObjectNode parameter(JsonNode document, String name) {
        for (var each : document.at(LIST)) {
            if (each.path("name").asText().equals(name)) return (ObjectNode) each;
        }
        throw new AssertionError("There is no parameter " + name);
    }

    static Stream<Arguments> breaks() {
        return Stream.of(operations(), parameters(), sent(), answered()).flatMap(each -> each);
    }

    private static Stream<Arguments> operations() {
        return Stream.of(
                plant("operation gone", "editMe: the operation is gone", d -> at(d, "/paths/~1me")
                        .remove("patch")),
                plant("path gone", "suggestNext: the operation is gone", d -> at(d, "/paths")
                        .remove("/me/next")),
                plant("name", "getMe: the operation has another name", d -> at(d, "/paths/~1me/get")
                        .put("operationId", "fetchMe")),
                plant("scope", "getMe: who may call it has changed", d -> at(d, "/paths/~1me/get")
                        .putArray("security")
                        .addObject()
                        .putArray("keycloak")
                        .add("me:read")),
                plant("address", "another address of the API", d -> ((ObjectNode) d.at("/servers/0"))
                        .put("url", "/v2")),
                plant("success", "claimTask: 200 is not answered any more", d -> {
                    var answers = at(d, CLAIM + "/responses");
                    answers.set("201", answers.remove("200"));
                }),
                plant("refusal", "claimTask: 409 is not answered any more", d -> at(d, CLAIM + "/responses")
                        .remove("409")),
                plant("code", "claimTask 409: the refusal task-full is gone", d -> at(
                                d, CLAIM + "/responses/409/content/application~1problem+json/examples")
                        .remove("task-full")),
                plant("header", "getTask 200: the header ETag is gone", d -> at(
                                d, "/paths/~1tasks~1{id}/get/responses/200/headers")
                        .remove("ETag")),
                plant("body", "publishTask: a body has to be sent now", d -> at(d, "/paths/~1tasks~1{id}~1publish/post")
                        .putObject("requestBody")
                        .put("required", true)),
                plant("media type", "createTask: application/json is not read any more", d -> {
                    var content = at(d, "/paths/~1tasks/post/requestBody/content");
                    content.set("application/xml", content.remove("application/json"));
                }));
    }

    private static Stream<Arguments> parameters() {
        return Stream.of(
                plant("gone", "listTasks: the query parameter mine is gone", d -> parameter(d, "mine")
                        .put("name", "own")),
                plant("needed", "listTasks: the query parameter group has to be sent now", d -> parameter(d, "group")
                        .put("required", true)),
                plant("new", "listTasks: the query parameter x is new and has to be sent", d -> ((ArrayNode) d.at(LIST))
                        .addObject()
                        .put("name", "x")
                        .put("in", "query")
                        .put("required", true)),
                plant("type", "listTasks, query parameter mine: was [boolean], is [string]", d -> ((ObjectNode)
                                parameter(d, "mine").path("schema"))
                        .put("type", "string")
                        .put("default", false)),
                plant("default", "listTasks, query parameter limit: another default", d -> ((ObjectNode)
                                parameter(d, "limit").path("schema"))
                        .put("default", 20)),
                plant("most", "listTasks, query parameter limit: a smaller maximum", d -> ((ObjectNode)
                                parameter(d, "limit").path("schema"))
                        .put("maximum", 100)));
    }

    private static Stream<Arguments> sent() {
        var needed = "/components/schemas/NewTask/required";
        return Stream.of(
                plant("new field", "NewTask as sent: the field colour has to be sent now", d -> {
                    at(d, "/components/schemas/NewTask/properties")
                            .putObject("colour")
                            .put("type", "string");
                    ((ArrayNode) d.at(needed)).add("colour");
                }),
                plant("now needed", "NewTask as sent: the field capacity has to be sent now", d -> ((ArrayNode)
                                d.at(needed))
                        .add("capacity")),
                plant("field gone", "NewTask as sent: the field steps is gone", d -> at(
                                d, "/components/schemas/NewTask/properties")
                        .remove("steps")),
                plant(
                        "enum",
                        "JoinPolicy as sent: the value REQUEST is gone",
                        d -> take(d, "/components/schemas/JoinPolicy/enum", "REQUEST")),
                plant("length", "NewTask as sent.title: a smaller maxLength", d -> field(d, "NewTask", "title")
                        .put("maxLength", 20)),
                plant("least", "NewTask as sent.capacity: a larger minimum", d -> field(d, "NewTask", "capacity")
                        .put("minimum", 5)),
                plant("pattern", "NewTask as sent.title: another pattern", d -> field(d, "NewTask", "title")
                        .put("pattern", "^a$")),
                plant("null", "TaskPatch as sent.kind: was [null, string], is [string]", d -> field(
                                d, "TaskPatch", "kind")
                        .put("type", "string")),
                plant("null of several", "TaskPatch as sent.place: was [null, object], is [object]", d -> field(
                                d, "TaskPatch", "place")
                        .putArray("anyOf")
                        .addObject()
                        .put("$ref", "#/components/schemas/Place")));
    }

    private static Stream<Arguments> answered() {
        var task = "/components/schemas/Task/";
        return Stream.of(
                plant("field gone", "Task as answered: the field place is gone", d -> at(d, task + "properties")
                        .remove("place")),
                plant(
                        "may be missing",
                        "Task as answered: the field title may be missing now",
                        d -> take(d, task + "required", "title")),
                plant("type", "Task as answered.title: was [string], is [integer]", d -> field(d, "Task", "title")
                        .put("type", "integer")),
                plant("null", "Task as answered.title: was [string], is [null, string]", d -> field(d, "Task", "title")
                        .putArray("type")
                        .add("string")
                        .add("null")),
                plant("format", "Task as answered.createdBy: another format", d -> field(d, "Task", "createdBy")
                        .put("$ref", "#/components/schemas/Instant")),
                plant(
                        "value gone",
                        "TaskStatus as answered: the value OPEN is gone",
                        d -> take(d, "/components/schemas/TaskStatus/enum", "OPEN")),
                plant("item", "Task as answered.steps[]: was [string], is [object]", d -> ((ObjectNode)
                                field(d, "Task", "steps").path("items"))
                        .put("type", "object")));
    }

    static Stream<Arguments> additions() {
        return Stream.of(
                plant("nothing", "", d -> {}),
                plant("operation", "", d -> at(d, "/paths")
                        .set("/new", d.at("/paths/~1me").deepCopy())),
                plant("field of an answer", "", d -> at(d, "/components/schemas/Task/properties")
                        .putObject("colour")
                        .put("type", "string")),
                plant("field of a request", "", d -> at(d, "/components/schemas/NewTask/properties")
                        .putObject("colour")
                        .put("type", "string")),
                plant("parameter", "", d -> ((ArrayNode) d.at(LIST))
                        .addObject()
                        .put("name", "x")
                        .put("in", "query")
                        .putObject("schema")
                        .put("type", "string")),
                plant("value", "", d -> ((ArrayNode) d.at("/components/schemas/TaskStatus/enum")).add("RESTING")),
                plant("refusal", "", d -> at(d, CLAIM + "/responses")
                        .set("423", d.at(CLAIM + "/responses/409").deepCopy())),
                plant("looser", "", d -> field(d, "NewTask", "title").put("maxLength", 400)),
                plant("not needed any more", "", d -> take(d, "/components/schemas/NewTask/required", "effortMinutes")),
                plant("words", "", d -> at(d, "/paths/~1me/get").put("summary", "Who am I?")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("breaks")
    void a_planted_break_is_found(String name, String expected, Consumer<JsonNode> change) {
        assertThat(Breaks.between(CONTRACT, changed(change))).as(name).contains(expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("additions")
    void an_addition_is_no_break(String name, String expected, Consumer<JsonNode> change) {
        assertThat(Breaks.between(CONTRACT, changed(change))).as(name).isEmpty();
    }

    @Test
    void one_change_of_what_many_operations_answer_is_one_line() {
        var changed = changed(d -> at(d, "/components/schemas/Task/properties").remove("place"));
        assertThat(Breaks.between(CONTRACT, changed)).hasSize(1);
    }

    private static JsonNode changed(Consumer<JsonNode> change) {
        var document = CONTRACT.deepCopy();
        change.accept(document);
        return document;
    }
}
