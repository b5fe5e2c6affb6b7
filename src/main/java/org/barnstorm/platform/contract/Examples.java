package org.barnstorm.platform.contract;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Puts together examples of whole bodies from those of their fields. Ids of the same thing are the same id in every
 * example, so that a task's {@code id} is the {@code taskId} of its assignments.
 */
final class Examples {
    private static final String ANY_PATH = "uk.south-east.brighton-pavilion";

    private final OpenAPI api;

    Examples(OpenAPI api) {
        this.api = api;
    }

    void complete(String path, Operation operation) {
        if (operation.getParameters() != null) {
            operation.getParameters().stream()
                    .filter(parameter -> parameter.getIn() == Parameter.In.PATH)
                    .forEach(parameter -> describe(parameter, singular(path)));
            // A PUT may make something new instead, and then says so.
            var mayBeNew = operation.getParameters().stream()
                    .anyMatch(parameter -> "If-None-Match".equals(parameter.getName()));
            operation.getParameters().stream()
                    .filter(parameter -> "If-Match".equals(parameter.getName()) && !mayBeNew)
                    .forEach(parameter -> parameter.setRequired(true));
        }
        if (operation.getRequestBody() != null) fill(operation.getRequestBody().getContent());
        operation.getResponses().getAPIResponses().forEach((status, answer) -> {
            if (status.startsWith("2")) fill(answer.getContent());
        });
    }

    private void fill(Content content) {
        if (content == null) return;
        for (var media : content.getMediaTypes().values()) {
            var written = media.getExamples() != null || media.getExample() != null;
            if (!written) media.setExample(of(media.getSchema(), ""));
        }
    }

    private static void describe(Parameter parameter, String thing) {
        if (parameter.getName().equals("path")) {
            parameter.description("Path of the group.").example(ANY_PATH);
        } else if (parameter.getDescription() == null) {
            parameter.description("Id of the " + thing + ".").example(id(thing));
        }
    }

    /** A value of this schema for a field of this name. */
    private Object of(Schema schema, String field) {
        if (schema.getExamples() != null && !schema.getExamples().isEmpty())
            return schema.getExamples().get(0);
        if (schema.getRef() != null) {
            var name = Code.nameOf(schema);
            if (name.equals("UUID")) return id(field);
            var target = api.getComponents().getSchemas().get(name);
            return target.getProperties() == null ? of(target, field) : object(target, name);
        }
        if ("uuid".equals(schema.getFormat())) return id(field);
        if (schema.getEnumeration() != null) return schema.getEnumeration().get(0);
        if (schema.getAnyOf() != null) return of(schema.getAnyOf().get(0), field);
        if (schema.getItems() != null) return List.of(of(schema.getItems(), field));
        return schema.getProperties() == null ? Map.of() : object(schema, field);
    }

    private Map<String, Object> object(Schema schema, String name) {
        var required = schema.getRequired() == null ? List.<String>of() : schema.getRequired();
        Map<String, Object> example = new LinkedHashMap<>();
        schema.getProperties().forEach((field, property) -> {
            // A field that is often absent is shown where somebody thought of a value for it.
            if (!required.contains(field) && property.getExamples() == null) return;
            example.put(field, of(property, field.equals("id") ? name.toLowerCase(Locale.ROOT) : field));
        });
        return example;
    }

    private static String singular(String path) {
        var first = path.substring(1).split("/")[0];
        return first.endsWith("s") ? first.substring(0, first.length() - 1) : first;
    }

    private static String id(String field) {
        var thing = field.endsWith("Id") ? field.substring(0, field.length() - 2) : field;
        var sum = new CRC32();
        sum.update(thing.getBytes(StandardCharsets.UTF_8));
        return "0199d6f0-5f3c-7c55-9d0a-2f3f%08x".formatted(sum.getValue());
    }
}
