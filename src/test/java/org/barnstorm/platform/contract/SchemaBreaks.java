package org.barnstorm.platform.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Breaks between two schemas. What one may send may only become more, what one gets may only become less, apart from new
 * fields and new values of enums.
 */
final class SchemaBreaks {
    private static final List<String> AT_MOST = List.of("maximum", "maxLength", "maxItems", "maxProperties");
    private static final List<String> AT_LEAST = List.of("minimum", "minLength", "minItems", "minProperties");

    private final JsonNode before;
    private final JsonNode after;
    private final Set<String> found;
    /** Named schemas are compared once for what is sent and once for what comes back, wherever they occur. */
    private final Set<String> seen = new HashSet<>();

    SchemaBreaks(JsonNode before, JsonNode after, Set<String> found) {
        this.before = before;
        this.after = after;
        this.found = found;
    }

    static JsonNode resolve(JsonNode document, JsonNode node) {
        var ref = node.path("$ref");
        return ref.isMissingNode() ? node : document.at(ref.asText().substring(1));
    }

    void compareInput(String where, JsonNode was, JsonNode is) {
        compare(where, was, is, true);
    }

    void compareOutput(String where, JsonNode was, JsonNode is) {
        compare(where, was, is, false);
    }

    private void compare(String where, JsonNode was, JsonNode is, boolean isSent) {
        var name = was.path("$ref").asText();
        var place = where;
        if (!name.isEmpty() && name.equals(is.path("$ref").asText())) {
            place = name.substring(name.lastIndexOf('/') + 1) + (isSent ? " as sent" : " as answered");
            if (!seen.add(place)) return;
        } else if (!seen.add(where + was.hashCode() + is.hashCode())) {
            return;
        }
        var old = Shape.of(before, was);
        var now = Shape.of(after, is);
        compareTypes(place, old, now, isSent);
        if (isSent && !defaultOf(was).equals(defaultOf(is))) found.add(place + ": another default");
        compareEnums(place, old.schema(), now.schema(), isSent);
        if (isSent) compareLimits(place, old.schema(), now.schema());
        compareFields(place, old.schema(), now.schema(), isSent);
        if (old.schema().has("items"))
            compare(place + "[]", old.schema().path("items"), now.schema().path("items"), isSent);
    }

    /** What is taken for what was not sent. */
    private static JsonNode defaultOf(JsonNode written) {
        for (var part : written.path("allOf")) {
            if (part.has("default")) return part.path("default");
        }
        return written.path("default");
    }

    private void compareTypes(String where, Shape was, Shape is, boolean isSent) {
        var narrower = isSent ? was.types() : is.types();
        var wider = isSent ? is.types() : was.types();
        var outside = new TreeSet<>(narrower);
        outside.removeAll(wider);
        if (wider.contains("number")) outside.remove("integer");
        if (!wider.isEmpty() && (narrower.isEmpty() || !outside.isEmpty()))
            found.add(where + ": was " + was.types() + ", is " + is.types());
        var before = was.schema().path("format");
        var now = is.schema().path("format");
        var looser = isSent ? now.isMissingNode() : before.isMissingNode();
        if (!looser && !before.equals(now)) found.add(where + ": another format");
    }

    private void compareEnums(String where, JsonNode was, JsonNode is, boolean isSent) {
        if (is.has("enum") && !was.has("enum") && isSent) found.add(where + ": only some values are taken now");
        if (was.has("enum") && !is.has("enum") && !isSent) found.add(where + ": any value may come now");
        if (!was.has("enum") || !is.has("enum")) return;
        var now = texts(is.path("enum"));
        texts(was.path("enum")).stream()
                .filter(value -> !now.contains(value))
                .forEach(value -> found.add(where + ": the value " + value + " is gone"));
    }

    private void compareLimits(String where, JsonNode was, JsonNode is) {
        for (var limit : AT_MOST) {
            if (is.has(limit)
                    && (!was.has(limit)
                            || is.path(limit).asDouble() < was.path(limit).asDouble()))
                found.add(where + ": a smaller " + limit);
        }
        for (var limit : AT_LEAST) {
            if (is.has(limit) && is.path(limit).asDouble() > was.path(limit).asDouble(Double.NEGATIVE_INFINITY))
                found.add(where + ": a larger " + limit);
        }
        if (is.has("pattern") && !is.path("pattern").equals(was.path("pattern")))
            found.add(where + ": another pattern");
        if (is.path("uniqueItems").asBoolean() && !was.path("uniqueItems").asBoolean())
            found.add(where + ": nothing may be in it twice now");
    }

    private void compareFields(String where, JsonNode was, JsonNode is, boolean isSent) {
        var needed = texts(was.path("required"));
        var neededNow = texts(is.path("required"));
        for (var field : was.path("properties").properties()) {
            var now = is.path("properties").path(field.getKey());
            if (now.isMissingNode()) {
                found.add(where + ": the field " + field.getKey() + " is gone");
                continue;
            }
            if (!isSent && needed.contains(field.getKey()) && !neededNow.contains(field.getKey()))
                found.add(where + ": the field " + field.getKey() + " may be missing now");
            compare(where + "." + field.getKey(), field.getValue(), now, isSent);
        }
        if (!isSent) return;
        neededNow.stream()
                .filter(field -> !needed.contains(field))
                .forEach(field -> found.add(where + ": the field " + field + " has to be sent now"));
        var isClosed = is.path("additionalProperties").isBoolean()
                && !is.path("additionalProperties").asBoolean();
        if (isClosed && (was.path("additionalProperties").asBoolean(true)))
            found.add(where + ": no other fields are taken now");
    }

    private static Set<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A schema without the ways of writing that mean the same: references, null as one of several, a default beside. */
    private record Shape(JsonNode schema, Set<String> types) {
        static Shape of(JsonNode document, JsonNode written) {
            var schema = resolve(document, written);
            if (schema.has("allOf")) return of(document, schema.path("allOf").get(0));
            if (!schema.has("anyOf")) return new Shape(schema, ofType(schema));
            var types = new TreeSet<String>();
            var shape = schema;
            for (var one : schema.path("anyOf")) {
                var each = of(document, one);
                types.addAll(each.types);
                if (!each.types.equals(Set.of("null"))) shape = each.schema;
            }
            return new Shape(shape, types);
        }

        private static Set<String> ofType(JsonNode schema) {
            var type = schema.path("type");
            if (type.isArray()) return texts(type);
            return type.isMissingNode() ? Set.of() : Set.of(type.asText());
        }
    }
}
