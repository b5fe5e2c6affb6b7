package org.barnstorm.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** Requests one at a time, for what comes before and after the measuring. */
final class Api {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LAST_SUCCESS = 299;

    private final InetSocketAddress server;

    Api(InetSocketAddress server) {
        this.server = server;
    }

    JsonNode get(String token, String path) {
        return send(token, "GET", path, "", Map.of());
    }

    JsonNode put(String token, String path) {
        return send(token, "PUT", path, "", Map.of());
    }

    JsonNode put(String token, String path, String requestId) {
        return send(token, "PUT", path, "", Map.of("X-Request-Id", requestId));
    }

    JsonNode post(String token, String path, Map<String, ?> body) {
        try {
            return send(token, "POST", path, JSON.writeValueAsString(body), Map.of("Content-Type", "application/json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode send(String token, String method, String path, String body, Map<String, String> headers) {
        var address = "http://%s:%d/api/v1%s".formatted(server.getHostString(), server.getPort(), path);
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + token)
                .method(method, BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            var answer = HTTP.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() > LAST_SUCCESS) {
                throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
