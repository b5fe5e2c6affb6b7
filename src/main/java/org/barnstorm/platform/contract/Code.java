package org.barnstorm.platform.contract;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.Nullable;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.barnstorm.platform.http.Cached;
import org.barnstorm.platform.http.Versioned;
import org.barnstorm.platform.security.AnyProgram;
import org.barnstorm.platform.security.Scope;
import org.barnstorm.platform.security.Scoped;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.RecordComponentInfo;
import org.jboss.resteasy.reactive.ResponseStatus;

/** What the code behind the document says: the method of an operation, the record of a schema. */
final class Code {
    private static final String OURS = "org.barnstorm.";
    private static final DotName RETIRING = DotName.createSimple(Retiring.class);
    private static final DotName OPERATION =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.Operation.class);
    private static final DotName SCHEMA =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName VERSIONED = DotName.createSimple(Versioned.class);
    private static final DotName CACHED = DotName.createSimple(Cached.class);
    private static final DotName JSON_PROPERTY = DotName.createSimple(JsonProperty.class);
    private static final DotName IGNORES = DotName.createSimple(JsonIgnoreProperties.class);
    private static final DotName SCOPED = DotName.createSimple(Scoped.class);
    private static final DotName STATUS = DotName.createSimple(ResponseStatus.class);
    private static final String PAGE = "Page";
    private static final String REF = "#/components/schemas/";

    private final IndexView index;
    private final OpenAPI api;
    private final Map<String, MethodInfo> methods = new HashMap<>();
    private final Map<String, ClassInfo> records = new HashMap<>();

    Code(IndexView index, OpenAPI api) {
        this.index = index;
        this.api = api;
        for (var annotation : index.getAnnotations(OPERATION)) {
            methods.put(
                    annotation.value("operationId").asString(),
                    annotation.target().asMethod());
        }
        for (var type : index.getKnownClasses()) {
            var ours = type.name().toString().startsWith(OURS);
            // Records of tests are in the index too, when tests run; none of them is described.
            if (type.isRecord() && ours && type.hasAnnotation(SCHEMA)) records.put(nameOf(type), type);
        }
    }

    static String nameOf(Schema schema) {
        var ref = schema == null ? null : schema.getRef();
        return ref == null ? "" : ref.substring(ref.lastIndexOf('/') + 1);
    }

    static String ref(String schema) {
        return REF + schema;
    }

    static boolean isPage(Schema schema) {
        return nameOf(schema).endsWith(PAGE);
    }

    /** The answer has a content version, which is its ETag. */
    boolean isVersioned(Schema schema) {
        return is(VERSIONED, schema);
    }

    /** A client may keep the answer, and ask whether it is still the same. */
    boolean isCached(Schema schema) {
        return is(CACHED, schema);
    }

    private boolean is(DotName kind, Schema schema) {
        var type = records.get(nameOf(schema));
        return type != null && type.interfaceNames().contains(kind);
    }

    /** The refusals that are written at the operation's method: first those of annotations that stand for several. */
    List<AnnotationInstance> refusals(Operation operation) {
        var method = methods.get(operation.getOperationId());
        var found = new ArrayList<AnnotationInstance>();
        for (var annotation : method.declaredAnnotations()) {
            var type = index.getClassByName(annotation.name());
            if (type != null) found.addAll(written(type));
        }
        found.addAll(written(method));
        return found;
    }

    /** What opens the operation to integrations and other apps, if anything does. */
    List<Scope> scopes(Operation operation) {
        var scoped = methods.get(operation.getOperationId()).annotation(SCOPED);
        if (scoped == null) return List.of();
        return Arrays.stream(scoped.value().asEnumArray()).map(Scope::valueOf).toList();
    }

    /** Whether programs alone may call it, and those that nobody has let in yet, too. */
    boolean isForAnyProgram(Operation operation) {
        return methods.get(operation.getOperationId()).hasAnnotation(AnyProgram.class);
    }

    /** Whether it takes no token. */
    boolean isForEverybody(Operation operation) {
        return methods.get(operation.getOperationId()).hasAnnotation(PermitAll.class);
    }

    private static List<AnnotationInstance> written(AnnotationTarget where) {
        var found = new ArrayList<AnnotationInstance>();
        var one = where.declaredAnnotation(Refuses.class);
        if (one != null) found.add(one);
        var several = where.declaredAnnotation(Refuses.All.class);
        if (several != null) found.addAll(List.of(several.value().asNestedArray()));
        return found;
    }

    /** {@code Page<TaskView>} is a {@code TaskPage}. */
    void namePages() {
        var schemas = new TreeMap<String, Schema>();
        api.getComponents().getSchemas().forEach((name, schema) -> schemas.put(pageName(name), schema));
        api.getComponents().setSchemas(schemas);
        for (var item : api.getPaths().getPathItems().values()) {
            for (var operation : item.getOperations().values()) {
                var answer = operation.getResponses().getAPIResponse("200");
                if (answer == null || answer.getContent() == null) continue;
                for (var media : answer.getContent().getMediaTypes().values()) {
                    var schema = media.getSchema();
                    if (schema.getRef() != null) schema.setRef(ref(pageName(nameOf(schema))));
                }
            }
        }
    }

    private static String pageName(String name) {
        return name.startsWith(PAGE) ? name.substring(PAGE.length()).replaceFirst("View$", "") + PAGE : name;
    }

    /** The extension that reads {@code RestResponse} does not see {@code @ResponseStatus} beside it. */
    void placeSuccess(Operation operation) {
        var status = methods.get(operation.getOperationId()).annotation(STATUS);
        var answers = operation.getResponses();
        var ok = answers.getAPIResponse("200");
        if (status != null && ok != null) {
            answers.removeAPIResponse("200");
            answers.addAPIResponse(Integer.toString(status.value().asInt()), ok);
        }
        answers.getAPIResponses().keySet().stream()
                .filter(code -> !code.startsWith("2"))
                .toList()
                .forEach(answers::removeAPIResponse);
        answers.getAPIResponses().values().forEach(this::describe);
    }

    private void describe(APIResponse answer) {
        if (answer.getContent() == null) {
            answer.setDescription("Done.");
            return;
        }
        var schema =
                answer.getContent().getMediaTypes().values().iterator().next().getSchema();
        if (schema.getRef() == null) { // text
            answer.setDescription(schema.getDescription());
            return;
        }
        answer.setDescription(
                isPage(schema)
                        ? "One page of the list."
                        : api.getComponents().getSchemas().get(nameOf(schema)).getDescription());
    }

    /** A field that refers to a schema has that schema's type; said twice, generators of clients complain. */
    void sayTypesOnce() {
        for (var schema : api.getComponents().getSchemas().values()) {
            if (schema.getProperties() == null) continue;
            for (var property : schema.getProperties().values()) {
                if (property.getRef() != null) property.setType(null);
            }
        }
    }

    /** A field of an answer is always there unless its record says {@code @Nullable}; input says so by validation. */
    void markRequired() {
        var input = reachableFromRequests();
        api.getComponents().getSchemas().forEach((name, schema) -> {
            if (schema.getProperties() == null) return;
            if (input.contains(name)) {
                if (isOpen(name)) return;
                schema.setAdditionalPropertiesSchema(
                        OASFactory.createSchema().booleanSchema(false)); // unknown fields are refused
                return;
            }
            var record = records.get(name.endsWith(PAGE) ? PAGE : name);
            schema.setRequired(schema.getProperties().keySet().stream()
                    .filter(property -> !isNullable(record, property))
                    .toList());
        });
    }

    private static boolean isNullable(ClassInfo record, String property) {
        return record.recordComponents().stream()
                .anyMatch(
                        component -> property.equals(jsonName(record, component)) && component.hasAnnotation(NULLABLE));
    }

    private static String jsonName(ClassInfo record, RecordComponentInfo component) {
        var named = record.field(component.name()).annotation(JSON_PROPERTY);
        return named == null ? component.name() : named.value().asString();
    }

    /** What others' conventions send has fields that nobody here asks for; its record says so. */
    private boolean isOpen(String schema) {
        var type = records.get(schema);
        return type != null && type.hasDeclaredAnnotation(IGNORES);
    }

    private Set<String> reachableFromRequests() {
        var reached = new HashSet<String>();
        for (var item : api.getPaths().getPathItems().values()) {
            for (var operation : item.getOperations().values()) {
                if (operation.getRequestBody() == null) continue;
                operation
                        .getRequestBody()
                        .getContent()
                        .getMediaTypes()
                        .values()
                        .forEach(media -> reach(media.getSchema(), reached));
            }
        }
        return reached;
    }

    private void reach(Schema schema, Set<String> reached) {
        if (schema == null) return;
        if (schema.getRef() != null) {
            if (reached.add(nameOf(schema)))
                reach(api.getComponents().getSchemas().get(nameOf(schema)), reached);
        }
        if (schema.getProperties() != null)
            schema.getProperties().values().forEach(property -> reach(property, reached));
        reach(schema.getItems(), reached);
    }

    /** Whether and when the operation goes away. */
    Optional<Retirement> retirement(Operation operation) {
        var written = methods.get(operation.getOperationId()).annotation(RETIRING);
        return Optional.ofNullable(written).map(Retirement::of);
    }

    private static String nameOf(ClassInfo type) {
        var schema = type.declaredAnnotation(SCHEMA);
        var name = schema == null ? null : schema.value("name");
        return name == null ? type.simpleName() : name.asString();
    }
}
