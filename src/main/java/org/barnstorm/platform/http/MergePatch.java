package org.barnstorm.platform.http;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import org.barnstorm.platform.problem.Refusal;

/**
 * A JSON Merge Patch (RFC 7396): fields that are present replace, {@code null} empties, absent fields stay.
 *
 * @param changes the members of the patch
 */
public record MergePatch(ObjectNode changes) {
    public static final String MEDIA_TYPE = "application/merge-patch+json";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MergePatch {}

    /** Lays patches over the editable part of a thing and checks the result like any other input. */
    @ApplicationScoped
    public static class Patcher {
        private final ObjectMapper json;
        private final Validator validator;

        Patcher(ObjectMapper json, Validator validator) {
            this.json = json;
            this.validator = validator;
        }

        /** The current editable values with the patch laid over them, valid or refused. */
        public <T> T apply(MergePatch patch, T current) {
            if (patch == null || patch.changes() == null || patch.changes().isEmpty()) {
                throw Refusal.malformed("empty-patch", "Send at least one field to change.");
            }
            var changed = read(merge(json.valueToTree(current), patch.changes()), current);
            var violations = validator.validate(changed);
            if (!violations.isEmpty()) throw new ConstraintViolationException(violations);
            return changed;
        }

        @SuppressWarnings("unchecked")
        private <T> T read(JsonNode tree, T like) {
            try {
                return (T) json.treeToValue(tree, like.getClass());
            } catch (JsonProcessingException e) {
                throw new WebApplicationException(e, 400);
            }
        }

        private static JsonNode merge(JsonNode target, JsonNode patch) {
            if (!patch.isObject()) return patch;
            var result = target instanceof ObjectNode object
                    ? object
                    : com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
            for (var field : List.copyOf(patch.properties())) {
                if (field.getValue().isNull()) {
                    result.putNull(field.getKey());
                } else {
                    result.set(field.getKey(), merge(result.path(field.getKey()), field.getValue()));
                }
            }
            return result;
        }
    }
}
