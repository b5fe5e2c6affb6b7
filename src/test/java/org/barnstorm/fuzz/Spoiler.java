package org.barnstorm.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Makes one thing wrong in a body that is good. */
final class Spoiler {
    /** Written as escapes, halves of surrogate pairs survive. */
    private static final ObjectMapper ESCAPING =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> READ_ONLY = List.of(
            "id",
            "version",
            "status",
            "createdAt",
            "createdBy",
            "memberId",
            "fence",
            "taken",
            "verifiedBy",
            "role",
            "admin",
            "capabilities",
            "mandateId",
            "__proto__",
            "@class",
            "$ref");

    private final Chance chance;

    /**
     * The body, and what was done to it.
     *
     * @param added a field that was not there; null for none
     */
    record Spoilt(byte[] body, String what, String added) {}

    /** A place in a body that holds something. */
    private record Place(ObjectNode object, String field) {
        JsonNode value() {
            return object.get(field);
        }
    }

    Spoiler(Chance chance) {
        this.chance = chance;
    }

    static byte[] bytes(JsonNode body) {
        try {
            return ESCAPING.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    Spoilt spoil(JsonNode good) {
        var body = good.deepCopy();
        if (chance.in(20) && body instanceof ObjectNode object) return added(object);
        var places = new ArrayList<Place>();
        collect(body, places);
        if (places.isEmpty()) return new Spoilt(bytes(body), "nothing to spoil", null);
        var place = chance.of(places);
        var what = spoil(place);
        return new Spoilt(bytes(body), place.field() + " " + what, null);
    }

    private static void collect(JsonNode node, List<Place> places) {
        if (node instanceof ObjectNode object)
            object.fieldNames().forEachRemaining(field -> places.add(new Place(object, field)));
        node.forEach(child -> collect(child, places));
    }

    private Spoilt added(ObjectNode body) {
        var field = chance.in(70) ? chance.of(READ_ONLY) : "x" + chance.word(5);
        body.set(field, JSON.textNode(chance.id().toString()));
        return new Spoilt(bytes(body), "with " + field, field);
    }

    private String spoil(Place place) {
        var object = place.object();
        var field = place.field();
        switch (chance.below(9)) {
            case 0 -> object.remove(field);
            case 1 -> object.putNull(field);
            case 2 -> object.set(field, otherType(place.value()));
            case 3 -> object.put(field, chance.of(Hostile.TEXTS));
            case 4 -> object.put(field, chance.of(Hostile.TIMES));
            case 5 -> object.putRawValue(field, new RawValue(chance.of(Hostile.NUMBERS)));
            case 6 -> object.put(field, chance.id().toString());
            case 7 -> object.set(field, many(place.value()));
            default -> object.put(field, chance.of(Hostile.TEXTS_TO_KEEP));
        }
        var value = object.has(field) ? object.get(field).toString() : "left out";
        return "= " + (value.length() > 40 ? value.substring(0, 40) + "…" : value);
    }

    private JsonNode otherType(JsonNode value) {
        if (value.isTextual()) return chance.in(50) ? JSON.numberNode(7) : JSON.objectNode();
        if (value.isNumber() || value.isBoolean()) return JSON.textNode(value.asText());
        return chance.in(50) ? JSON.textNode("x") : JSON.booleanNode(true);
    }

    private ArrayNode many(JsonNode value) {
        var one = value.isArray() && !value.isEmpty() ? value.get(0) : value;
        var all = JSON.arrayNode();
        for (int i = chance.of(List.of(2, 60, 2_000)); i > 0; i--) all.add(one);
        return all;
    }

    /** The text of a body, broken: no JSON any more, or more of it than anybody reads. */
    Spoilt breakText(byte[] good) {
        var text = new String(good, StandardCharsets.UTF_8);
        return switch (chance.below(15)) {
            case 0 -> broken("cut short", text.substring(0, chance.below(text.length() + 1)));
            case 1 -> broken("byte order mark", "\uFEFF" + text);
            case 2 -> bytes("not UTF-8", text, new byte[] {(byte) 0xff, (byte) 0xc0, (byte) 0x80});
            case 3 ->
                broken("a key twice", "{\"group\":\"a\",\"group\":\"b\"," + text.substring(Math.min(1, text.length())));
            case 4 -> broken("deep", "{\"x\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}");
            case 5 -> broken("many keys", keys(5_000));
            case 6 -> broken("long number", "{\"x\":" + "9".repeat(20_000) + "}");
            case 7 -> broken("not a number", "{\"x\":NaN}");
            case 8 -> broken("empty", "");
            case 9 -> broken("null", "null");
            case 10 -> broken("in a list", "[" + text + "]");
            case 11 -> broken("twice", text + text);
            case 12 -> new Spoilt(text.getBytes(StandardCharsets.UTF_16), "UTF-16", null);
            case 13 -> broken("large", text + " ".repeat(300 * 1024));
            default -> broken("comment", "/* x */" + text.replace('"', '\''));
        };
    }

    private static Spoilt broken(String what, String text) {
        return new Spoilt(text.getBytes(StandardCharsets.UTF_8), what, null);
    }

    private static Spoilt bytes(String what, String text, byte[] among) {
        var half = text.substring(0, text.length() / 2).getBytes(StandardCharsets.UTF_8);
        var rest = text.substring(text.length() / 2).getBytes(StandardCharsets.UTF_8);
        var all = new byte[half.length + among.length + rest.length];
        System.arraycopy(half, 0, all, 0, half.length);
        System.arraycopy(among, 0, all, half.length, among.length);
        System.arraycopy(rest, 0, all, half.length + among.length, rest.length);
        return new Spoilt(all, what, null);
    }

    private static String keys(int many) {
        var text = new StringBuilder("{");
        for (int i = 0; i < many; i++)
            text.append("\"k").append(i).append("\":").append(i).append(',');
        return text.append("\"k\":0}").toString();
    }
}
