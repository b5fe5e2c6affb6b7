package org.barnstorm.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** The few words of Keycloak's admin API that tests need, spoken as the bootstrap administrator. */
public final class KeycloakAdmin {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;
    private final String realm;

    KeycloakAdmin(String address, String realm) {
        this.address = address;
        this.realm = realm;
    }

    /** {@code path} is below the realm: {@code /clients}, {@code /users}; the empty path is the realm itself. */
    public JsonNode get(String path) {
        return send("GET", path, null);
    }

    public JsonNode post(String path, JsonNode body) {
        return send("POST", path, body);
    }

    public JsonNode put(String path, JsonNode body) {
        return send("PUT", path, body);
    }

    public JsonNode delete(String path) {
        return send("DELETE", path, null);
    }

    /** Adds a signing key; the one with the highest priority signs from then on. The answer is its component's id. */
    public String addSigningKey(String name, int priority) {
        var key = JSON.createObjectNode()
                .put("name", name)
                .put("providerId", "rsa-generated")
                .put("providerType", "org.keycloak.keys.KeyProvider")
                .put("parentId", get("").path("id").asText());
        var config = key.putObject("config");
        Map.of("priority", "" + priority, "enabled", "true", "active", "true", "keySize", "2048", "algorithm", "RS256")
                .forEach((field, value) -> config.putArray(field).add(value));
        post("/components", key);
        return get("/components?name=" + name).path(0).path("id").asText();
    }

    public void setKeyPriority(String id, int priority) {
        var key = (ObjectNode) get("/components/" + id);
        key.withObject("config").putArray("priority").add("" + priority);
        put("/components/" + id, key);
    }

    private JsonNode send(String method, String path, JsonNode body) {
        var request = HttpRequest.newBuilder(URI.create(address + "/admin/realms/" + realm + path))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()))
                .build();
        return answer(request);
    }

    /** A fresh token for each call: the master realm's live for one minute only. */
    private String token() {
        var form = Map.of(
                "grant_type",
                "password",
                "client_id",
                "admin-cli",
                "username",
                LocalKeycloak.ADMIN,
                "password",
                LocalKeycloak.ADMIN_PASSWORD);
        var request = HttpRequest.newBuilder(URI.create(address + "/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(form)))
                .build();
        return answer(request).path("access_token").asText();
    }

    /** A form as a browser sends it. */
    public static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private JsonNode answer(HttpRequest request) {
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException("%s %s answered %d: %s"
                        .formatted(request.method(), request.uri(), answer.statusCode(), answer.body()));
            }
            return answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
