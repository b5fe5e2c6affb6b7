package org.barnstorm.access;

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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.barnstorm.testing.ContractFilter;
import org.barnstorm.testing.Person;

/** Sends attempts as fast as they go, and holds each answer against the contract. */
final class Probe {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ExecutorService HANDS =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), act -> {
                var hand = new Thread(act, "probe");
                hand.setDaemon(true);
                return hand;
            });
    private static final int PATIENCE = 20;
    private static final Duration HANGING = Duration.ofSeconds(30);

    /** What came back. */
    record Answer(int status, byte[] body) {
        boolean isDone() {
            return status / 100 == 2;
        }

        /** Whether it is as the policy has it: a status, or a word of {@code access-matrix.csv}. */
        boolean meets(String expected) {
            return switch (expected) {
                case "yes" -> isDone();
                case "seen" -> status == 200 && items() > 0;
                case "empty" -> status == 200 && items() == 0;
                default -> Integer.toString(status).equals(expected);
            };
        }

        /** The contract says: send it again. */
        private boolean isBusy() {
            return status == 409 && toString().contains("\"/problems/busy\"")
                    || status == 503 && toString().contains("\"/problems/unavailable\"");
        }

        String field(String name) {
            return read().path(name).asText();
        }

        private int items() {
            return read().path("items").size();
        }

        private JsonNode read() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String toString() {
            return status + " " + new String(body, StandardCharsets.UTF_8);
        }
    }

    private Probe() {}

    /** Does this for all of them, as many at once as the machine has cores. */
    static <T> void together(Collection<T> all, Consumer<T> act) {
        var acts = all.stream()
                .map(each -> Executors.callable(() -> act.accept(each)))
                .toList();
        try {
            for (var done : HANDS.invokeAll(acts)) done.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** @param token null for nobody */
    static Answer send(Attempt attempt, String token) {
        var answer = once(attempt, token);
        for (var again = 0; answer.isBusy() && again < PATIENCE; again++) answer = once(attempt, token);
        return answer;
    }

    private static Answer once(Attempt attempt, String token) {
        var request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + Person.API + attempt.path()))
                .timeout(HANGING)
                .method(attempt.method().toUpperCase(Locale.ROOT), body(attempt));
        if (token != null) request.header("Authorization", "Bearer " + token);
        if (attempt.contentType() != null) request.header("Content-Type", attempt.contentType());
        attempt.conditions().forEach(request::header);
        return checked(attempt, exchange(request.build()));
    }

    private static Answer checked(Attempt attempt, HttpResponse<byte[]> answer) {
        ContractFilter.check(attempt.method(), attempt.address(), answer);
        return new Answer(answer.statusCode(), answer.body());
    }

    private static HttpResponse<byte[]> exchange(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static BodyPublisher body(Attempt attempt) {
        if (attempt.body() == null) return BodyPublishers.noBody();
        if (attempt.body() instanceof String text) return BodyPublishers.ofString(text);
        try {
            return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(attempt.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
