package org.barnstorm.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import org.barnstorm.testing.Person;

/** A program that follows the feed, without the tests' own checks of each answer: it asks hundreds of times. */
final class Follow {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Person who;
    private final String query;

    /** @param query what every request has, such as {@code group=uk&limit=500} */
    Follow(Person who, String query) {
        this.who = who;
        this.query = query;
    }

    /** @param since null for the beginning */
    JsonNode since(String since, int wait) {
        return later(since, wait).join();
    }

    CompletableFuture<JsonNode> later(String since, int wait) {
        var address = "http://localhost:" + RestAssured.port + Person.API + "/changes?" + query + "&wait=" + wait
                + (since == null ? "" : "&since=" + since);
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + who.token())
                .build();
        return HTTP.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray()).thenApply(Follow::read);
    }

    private static JsonNode read(HttpResponse<byte[]> answer) {
        try {
            var body = JSON.readTree(answer.body());
            assertThat(answer.statusCode()).as(body.toString()).isEqualTo(200);
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
