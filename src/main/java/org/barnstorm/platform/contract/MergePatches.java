package org.barnstorm.platform.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.barnstorm.platform.http.MergePatch;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Makes the schema of a merge patch from that of what it edits: no field is needed, and those that may be empty take
 * {@code null} (RFC 7396).
 */
final class MergePatches {
    private final OpenAPI api;

    MergePatches(OpenAPI api) {
        this.api = api;
    }

    void write() {
        for (var item : api.getPaths().getPathItems().values()) {
            var patch = item.getPATCH();
            if (patch == null) continue;
            var media = patch.getRequestBody().getContent().getMediaType(MergePatch.MEDIA_TYPE);
            var edited = Code.nameOf(media.getSchema());
            var name = edited.replace("Content", "") + "Patch";
            var schemas = new LinkedHashMap<>(api.getComponents().getSchemas());
            schemas.put(name, patchOf(schemas.remove(edited)));
            api.getComponents().setSchemas(schemas);
            media.setSchema(OASFactory.createSchema().ref(Code.ref(name)));
        }
    }

    private static Schema patchOf(Schema whole) {
        var needed = whole.getRequired() == null ? List.<String>of() : whole.getRequired();
        Map<String, Schema> properties = new LinkedHashMap<>();
        whole.getProperties()
                .forEach((name, property) ->
                        properties.put(name, needed.contains(name) ? property : emptiable(property)));
        return OASFactory.createSchema()
                .type(List.of(Schema.SchemaType.OBJECT))
                .description(whole.getDescription() + " Send what is to change; null empties a field.")
                .additionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false))
                .minProperties(1)
                .properties(properties);
    }

    private static Schema emptiable(Schema property) {
        if (property.getRef() == null) {
            var types = new ArrayList<>(property.getType());
            types.add(Schema.SchemaType.NULL);
            return property.type(types);
        }
        return OASFactory.createSchema()
                .description(property.getDescription())
                .examples(property.getExamples())
                .anyOf(List.of(
                        OASFactory.createSchema().ref(property.getRef()),
                        OASFactory.createSchema().type(List.of(Schema.SchemaType.NULL))));
    }
}
