package org.barnstorm.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** One person's requests as fast as they go, with the time of each: for many people at once. */
public final class Wire {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration HANGING = Duration.ofSeconds(30);

    private final String token;

    private Wire(String token) {
        this.token = token;
    }

    /** With a token that is good for the next minutes. */
    public static Wire of(Person person) {
        return new Wire(person.token());
    }

    /**
     * What came back, and when, by this machine's monotonic clock.
     *
     * @param began before the request was sent
     * @param ended after the answer was read
     */
    public record Answer(int status, JsonNode body, long began, long ended) {
        /** The code of a refusal; empty for anything else. */
        public String code() {
            return body.path("type").asText().replace("/problems/", "");
        }

        public UUID id() {
            return UUID.fromString(body.path("id").asText());
        }

        public boolean ok() {
            return status == 200 || status == 201;
        }

        /** As counted in reports: the status, and the code of a refusal. */
        public String kind() {
            return ok() ? Integer.toString(status) : status + " " + code();
        }
    }

    /** What a client does that follows the contract: busy means again, and so does unavailable. It began with the first. */
    public static Answer patiently(Supplier<Answer> act) {
        var first = act.get();
        var last = first;
        while (Problems.meansAgain(last.status(), last.code())) last = act.get();
        return new Answer(last.status(), last.body(), first.began(), last.ended());
    }

    public Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody(), Map.of());
    }

    public Answer put(String path) {
        return send("PUT", path, BodyPublishers.noBody(), Map.of());
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, json(body), Map.of());
    }

    public Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody(), Map.of());
    }

    public Answer act(String path) {
        return send("POST", path, BodyPublishers.noBody(), Map.of());
    }

    public Answer post(String path, Object body) {
        return post(path, body, Map.of());
    }

    public Answer post(String path, Object body, Map<String, String> headers) {
        return send("POST", path, json(body), headers);
    }

    public Answer patch(String path, String etag, Object body) {
        return send("PATCH", path, json(body), Map.of("If-Match", etag, "Content-Type", Person.MERGE_PATCH));
    }

    private Answer send(String method, String path, BodyPublisher body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + Person.API + path))
                .timeout(HANGING)
                .header("Authorization", "Bearer " + token)
                .method(method, body);
        if (!headers.containsKey("Content-Type")) request.header("Content-Type", "application/json");
        headers.forEach(request::header);
        var began = System.nanoTime();
        try {
            var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            var ended = System.nanoTime();
            ContractFilter.check(method, path, answer);
            return new Answer(answer.statusCode(), read(answer.body()), began, ended);
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(byte[] body) throws IOException {
        return body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
    }

    private static BodyPublisher json(Object body) {
        try {
            return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
