package org.barnstorm.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.barnstorm.chaos.client.Someone;
import org.barnstorm.testing.Crowd;

/** A movement with a town in it, its leads and its members, made through the API before the storm. */
final class World {
    static final String TOWN = "chaos.town";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int AT_ONCE = 8;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Issuer issuer;
    private final int port;
    private final List<Someone> people;
    private final List<Someone> leads = new ArrayList<>();

    World(Stack stack, Form form) {
        issuer = stack.issuer();
        port = stack.replica(0).port();
        var admin = new Someone("chaos-admin", true, null);
        send(admin, "POST", "/groups", Map.of("path", "chaos", "name", "Chaos"));
        var first = known(Someone.called("chaos-national-lead"));
        appoint(admin, first, "chaos");
        send(first, "POST", "/groups", Map.of("path", TOWN, "name", "Town"));
        for (var i = 0; i < 12; i++) leads.add(member("chaos-lead-" + i));
        leads.forEach(lead -> appoint(first, lead, TOWN));
        people = Crowd.all(
                AT_ONCE,
                IntStream.range(0, form.people())
                        .<Callable<Someone>>mapToObj(i -> () -> member("chaos-person-" + i))
                        .toList());
    }

    List<Someone> people() {
        return people;
    }

    /** May do everything in the town, and are members of it like everybody else. */
    List<Someone> leads() {
        return leads;
    }

    /** New open tasks with so many places, for work at any time. */
    List<UUID> tasks(int count, int places) {
        return IntStream.range(0, count).mapToObj(i -> task(places)).toList();
    }

    private UUID task(int places) {
        var wanted = Map.of(
                "group", TOWN, "title", "Leaflets in Hanover", "remote", true, "effortMinutes", 60, "capacity", places);
        var id = id(send(leads.get(0), "POST", "/tasks", wanted));
        send(leads.get(0), "POST", "/tasks/" + id + "/publish", null);
        return id;
    }

    private Someone member(String subject) {
        var person = known(Someone.called(subject));
        send(person, "PUT", "/groups/" + TOWN + "/membership", null);
        return person;
    }

    private Someone known(Someone person) {
        return person.as(id(send(person, "GET", "/me", null)));
    }

    private void appoint(Someone by, Someone lead, String group) {
        send(by, "POST", "/mandates", Map.of("memberId", lead.member(), "group", group, "role", "LEAD"));
    }

    private JsonNode send(Someone who, String method, String path, Object body) {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
                    .timeout(Duration.ofSeconds(20))
                    .header("Authorization", "Bearer " + issuer.token(who))
                    .header("Content-Type", "application/json")
                    .method(
                            method,
                            body == null
                                    ? BodyPublishers.noBody()
                                    : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
            var answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static UUID id(JsonNode thing) {
        return UUID.fromString(thing.path("id").asText());
    }
}
