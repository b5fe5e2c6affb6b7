package org.barnstorm.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.StreamSupport;
import org.barnstorm.testing.Contract;

/** Values that the contract allows, so far as its schemas say; whether they make sense together is another matter. */
final class Values {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int USUAL_MOST = 100;
    private static final int FEW = 3;
    private static final int LONG_TEXT = 300;
    private static final List<String> ZONES = List.of(
            "Europe/London", "America/New_York", "Australia/Lord_Howe", "UTC", "Asia/Kathmandu", "Pacific/Apia");

    private final Contract contract;
    private final Known known;

    Values(Contract contract, Known known) {
        this.contract = contract;
        this.known = known;
    }

    JsonNode of(JsonNode schema, Chance chance) {
        var ref = schema.path("$ref").asText();
        if (!ref.isEmpty()) return named(ref.substring(ref.lastIndexOf('/') + 1), contract.resolve(schema), chance);
        for (var several : List.of("anyOf", "oneOf")) {
            if (schema.has(several))
                return of(
                        schema.path(several)
                                .get(chance.below(schema.path(several).size())),
                        chance);
        }
        if (schema.has("allOf")) return of(schema.path("allOf").get(0), chance);
        if (schema.has("enum"))
            return schema.path("enum").get(chance.below(schema.path("enum").size()));
        return switch (type(schema, chance)) {
            case "object" -> object(schema, chance);
            case "array" -> array(schema, chance);
            case "integer" -> JSON.numberNode((long) number(schema, chance));
            case "number" ->
                JSON.numberNode(Math.min(
                        number(schema, chance) + 0.25, schema.path("maximum").asDouble(Double.MAX_VALUE)));
            case "boolean" -> JSON.booleanNode(chance.in(50));
            case "null" -> JSON.nullNode();
            default -> JSON.textNode(text(schema, chance));
        };
    }

    private JsonNode named(String name, JsonNode schema, Chance chance) {
        var soon = Instant.now().plus(Duration.ofHours(chance.between(-500, 2000)));
        return switch (name) {
            case "UUID" -> JSON.textNode(known.id(chance));
            case "GroupPath" -> JSON.textNode(group(chance));
            case "ZoneId" -> JSON.textNode(chance.of(ZONES));
            case "Instant" -> JSON.textNode(soon.truncatedTo(ChronoUnit.SECONDS).toString());
            case "LocalDateTime" ->
                JSON.textNode(soon.truncatedTo(ChronoUnit.MINUTES).toString().substring(0, 16) + ":00");
            case "LocalDate" -> JSON.textNode(soon.toString().substring(0, 10));
            default -> of(schema, chance);
        };
    }

    /** One that exists, or one that could be made below it or beside it. */
    private String group(Chance chance) {
        if (chance.in(70)) return known.group(chance);
        var fresh = "f" + chance.word(12);
        return chance.in(80) ? known.group(chance) + "." + fresh : fresh;
    }

    private static String type(JsonNode schema, Chance chance) {
        var type = schema.path("type");
        if (type.isArray()) return type.get(chance.below(type.size())).asText();
        return type.asText(schema.has("properties") ? "object" : "string");
    }

    private ObjectNode object(JsonNode schema, Chance chance) {
        var made = JSON.objectNode();
        var required = StreamSupport.stream(schema.path("required").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        var generous = chance.between(0, 100);
        for (var property : schema.path("properties").properties()) {
            if (required.contains(property.getKey()) || chance.in(generous))
                made.set(property.getKey(), of(property.getValue(), chance));
        }
        if (made.isEmpty() && schema.has("minProperties")) {
            var names = List.copyOf(schema.path("properties").properties());
            var one = chance.of(names);
            made.set(one.getKey(), of(one.getValue(), chance));
        }
        return made;
    }

    private ArrayNode array(JsonNode schema, Chance chance) {
        var least = schema.path("minItems").asInt(0);
        var most = Math.min(schema.path("maxItems").asInt(FEW), Math.max(least, FEW));
        var made = JSON.arrayNode();
        for (int i = chance.between(least, most); i > 0; i--) {
            var item = of(schema.path("items"), chance);
            var again = schema.path("uniqueItems").asBoolean()
                    && StreamSupport.stream(made.spliterator(), false).anyMatch(item::equals);
            if (!again) made.add(item);
        }
        return made;
    }

    /** Often the least or the most there may be. */
    private static double number(JsonNode schema, Chance chance) {
        var least = schema.path("minimum").asDouble(0);
        var most = schema.path("maximum").asDouble(least + USUAL_MOST);
        if (chance.in(15)) return least;
        if (chance.in(10)) return most;
        return Math.floor(least + chance.below((int) Math.min(most - least + 1, USUAL_MOST)));
    }

    private static String text(JsonNode schema, Chance chance) {
        var most = schema.path("maxLength").asInt(LONG_TEXT);
        if ("uuid".equals(schema.path("format").asText())) return chance.id().toString();
        return switch (schema.path("pattern").asText()) {
            case "" -> prose(most, chance);
            case "\\S" -> prose(most, chance) + (most > FEW ? "" : "x");
            case "[a-z0-9]+(-[a-z0-9]+)*" -> chance.word(Math.min(most, 8));
            case "https://\\S+" -> "https://example.org/" + chance.word(6);
            case "\\+[1-9][0-9]{6,14}" -> "+4412345" + chance.between(10, 99_999);
            default -> schema.path("examples").path(0).asText("en");
        };
    }

    private static String prose(int most, Chance chance) {
        if (chance.in(10)) return "x".repeat(Math.min(most, 30_000));
        var text = chance.in(20) ? chance.of(Hostile.TEXTS_TO_KEEP) : chance.word(chance.between(1, 12)) + " ✊";
        return text.length() <= most ? text : "x";
    }
}
