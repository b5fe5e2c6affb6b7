package org.barnstorm.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;

/** Barnstorm's own HTTP API, called as one demo account: what the demo data may do, its people may do. */
final class DemoApi {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PASSWORD = "barnstorm";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String api;
    private final String token;

    DemoApi(Ports ports, String account) {
        api = "http://127.0.0.1:" + ports.http() + "/api/v1";
        token = token(ports, account);
    }

    /** The member behind the account; asking makes them one. */
    String memberId() {
        return get("/me").path("id").asText();
    }

    boolean exists(String path) {
        return send(request(path).GET().build()).statusCode() != 404;
    }

    JsonNode get(String path) {
        return answer(request(path).GET().build());
    }

    JsonNode put(String path) {
        return answer(request(path).PUT(BodyPublishers.noBody()).build());
    }

    void delete(String path) {
        answer(request(path).DELETE().build());
    }

    /** Something that is not there yet. */
    void put(String path, Map<String, ?> body) {
        answer(request(path)
                .header("Content-Type", "application/json")
                .header("If-None-Match", "*")
                .PUT(BodyPublishers.ofString(JSON.valueToTree(body).toString()))
                .build());
    }

    /** With a key of our own, so that a start after an interrupted one makes nothing twice. */
    JsonNode post(String path, String key, Map<String, ?> body) {
        return answer(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "demo-" + key)
                .POST(BodyPublishers.ofString(JSON.valueToTree(body).toString()))
                .build());
    }

    /** The same, about the version of something that was read. */
    JsonNode post(String path, String key, JsonNode read, Map<String, ?> body) {
        return answer(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "demo-" + key)
                .header("If-Match", "\"" + read.path("version").asLong() + "\"")
                .POST(BodyPublishers.ofString(JSON.valueToTree(body).toString()))
                .build());
    }

    JsonNode post(String path) {
        return answer(request(path).POST(BodyPublishers.noBody()).build());
    }

    /** Lets a task open that waits for it, as it was in this version. */
    void release(String task, long version) {
        answer(request(task + "/release")
                .header("If-Match", "\"" + version + "\"")
                .POST(BodyPublishers.noBody())
                .build());
    }

    JsonNode postCsv(String path, String csv) {
        return answer(request(path)
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(csv))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(api + path)).header("Authorization", "Bearer " + token);
    }

    private String token(Ports ports, String account) {
        var form = KeycloakAdmin.form(Map.of(
                "grant_type", "password", "client_id", "barnstorm-cli", "username", account, "password", PASSWORD));
        var address = "http://127.0.0.1:" + ports.keycloak() + "/realms/barnstorm/protocol/openid-connect/token";
        return answer(HttpRequest.newBuilder(URI.create(address))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build())
                .path("access_token")
                .asText();
    }

    private JsonNode answer(HttpRequest request) {
        var answer = send(request);
        if (answer.statusCode() >= 300) {
            throw new LocalFailure("%s %s answered %d: %s"
                    .formatted(request.method(), request.uri().getPath(), answer.statusCode(), answer.body()));
        }
        try {
            return answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFailure("Interrupted while the demo data was made", e);
        }
    }
}
