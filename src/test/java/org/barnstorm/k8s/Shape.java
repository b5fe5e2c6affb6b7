package org.barnstorm.k8s;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds fields that do not exist: a cluster drops them silently, and the setting that was meant is not there. */
final class Shape {
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private Shape() {}

    static List<String> findings(Manifests manifests) {
        return IntStream.range(0, manifests.trees().size())
                .boxed()
                .flatMap(i ->
                        findings(manifests.trees().get(i), manifests.objects().get(i)).stream())
                .toList();
    }

    private static List<String> findings(ObjectNode tree, HasMetadata object) {
        if (object instanceof GenericKubernetesResource) return againstSchema(tree);
        var found = new ArrayList<String>();
        walk(object, object.getKind() + " " + object.getMetadata().getName(), found);
        return found;
    }

    /** Custom resources are in no typed model: each kind has a small schema of the fields used here. */
    static List<String> againstSchema(ObjectNode tree) {
        var kind = tree.path("kind").asText();
        try (var schema = Shape.class.getResourceAsStream("/k8s/schemas/" + kind + ".yaml")) {
            if (schema == null) return List.of(kind + ": no schema in src/test/resources/k8s/schemas");
            return SCHEMAS.getSchema(schema, InputFormat.YAML).validate(tree).stream()
                    .map(error -> kind + " " + tree.at("/metadata/name").asText() + ": " + error.getInstanceLocation()
                            + ": " + error.getMessage())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void walk(Object value, String where, List<String> found) {
        if (value instanceof Map<?, ?> map) map.forEach((key, each) -> walk(each, where + "." + key, found));
        if (value instanceof Collection<?> list) list.forEach(each -> walk(each, where + "[]", found));
        if (value == null || !value.getClass().getName().startsWith("io.fabric8.kubernetes.api.model")) return;
        if (value instanceof Enum<?>) return;
        properties(value).forEach(getter -> {
            var property = get(getter, value);
            var name = getter.getName().substring(3);
            if (name.equals("AdditionalProperties"))
                ((Map<?, ?>) property).keySet().forEach(key -> found.add(where + ": unknown field " + key));
            else walk(property, where + "." + name, found);
        });
    }

    private static Stream<Method> properties(Object value) {
        return Stream.of(value.getClass().getMethods())
                .filter(method -> method.getName().startsWith("get") && method.getParameterCount() == 0)
                .filter(method -> !method.getName().equals("getClass"));
    }

    private static Object get(Method getter, Object value) {
        try {
            return getter.invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(getter.toString(), e);
        }
    }
}
