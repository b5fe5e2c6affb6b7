package org.barnstorm.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The realm that production imports, with the demo people and the command-line client laid over it. */
public record LocalRealm(ObjectNode content) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OVERLAY = "/realm-overlay.json";
    private static final String APP = "barnstorm-web";
    private static final String SIGNED_OUT = "post.logout.redirect.uris";

    /** What tells one entry of a list from another in Keycloak's realm format; a list of plain values has none. */
    private static final List<String> KEYS = List.of("clientId", "username", "client", "name", "alias");

    public static LocalRealm merged(Path realm) {
        try (var overlay = LocalRealm.class.getResourceAsStream(OVERLAY)) {
            var base = (ObjectNode) JSON.readTree(realm.toFile());
            return new LocalRealm(merge(base, (ObjectNode) JSON.readTree(overlay)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same realm, whose people can sign in to the web client there too: Keycloak leads back to known addresses only. */
    public LocalRealm withAppAt(String origin) {
        var app = origin + "/app/";
        var client =
                (ObjectNode) content.path("clients").path(indexOf(content.withArray("clients"), "clientId=" + APP));
        if (client.path("redirectUris").toString().contains('"' + app + '"')) return this;
        var addition = JSON.createObjectNode().put("clientId", APP);
        addition.set("redirectUris", client.withArray("redirectUris").deepCopy().add(app));
        addition.set("webOrigins", client.withArray("webOrigins").deepCopy().add(origin));
        addition.withObject("attributes")
                .put(SIGNED_OUT, client.path("attributes").path(SIGNED_OUT).asText() + "##" + app);
        var overlay = JSON.createObjectNode();
        overlay.withArray("clients").add(addition);
        return new LocalRealm(merge(content, overlay));
    }

    public String name() {
        return content.path("realm").asText();
    }

    /** Keycloak refuses to start when the file is not called after the realm in it. */
    public String fileName() {
        return name() + "-realm.json";
    }

    public byte[] bytes() {
        return content.toPrettyString().getBytes(StandardCharsets.UTF_8);
    }

    /** Changes whenever the realm or the overlay does. */
    String hash() {
        return hash(bytes());
    }

    static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Objects field by field, lists of named things by their names, everything else replaced. */
    static ObjectNode merge(ObjectNode base, ObjectNode overlay) {
        var result = base.deepCopy();
        overlay.properties().forEach(field -> {
            var before = result.get(field.getKey());
            result.set(field.getKey(), before == null ? field.getValue() : merge(before, field.getValue()));
        });
        return result;
    }

    private static JsonNode merge(JsonNode base, JsonNode overlay) {
        if (base instanceof ObjectNode b && overlay instanceof ObjectNode o) return merge(b, o);
        if (base instanceof ArrayNode b && overlay instanceof ArrayNode o && named(b) && named(o)) return merge(b, o);
        return overlay;
    }

    private static ArrayNode merge(ArrayNode base, ArrayNode overlay) {
        var result = base.deepCopy();
        for (var entry : overlay) {
            var at = indexOf(result, key(entry));
            if (at < 0) result.add(entry);
            else result.set(at, merge(result.get(at), entry));
        }
        return result;
    }

    private static int indexOf(ArrayNode list, String key) {
        for (var i = 0; i < list.size(); i++) {
            if (key(list.get(i)).equals(key)) return i;
        }
        return -1;
    }

    private static boolean named(ArrayNode list) {
        for (var entry : list) {
            if (key(entry).isEmpty()) return false;
        }
        return true;
    }

    private static String key(JsonNode entry) {
        return KEYS.stream()
                .filter(entry::hasNonNull)
                .findFirst()
                .map(key -> key + "=" + entry.get(key).asText())
                .orElse("");
    }
}
