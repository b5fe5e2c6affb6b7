package org.barnstorm.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.testing.Problems.refused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.barnstorm.testing.ContractFilter;
import org.barnstorm.testing.Integrators;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changes as server-sent events: what comes, from where on, and when it ends. */
@QuarkusTest
class ChangeStreamTest {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Inject
    People people;

    private final String town = People.freshTown();

    /** The lines of a stream as they come, until it ends. */
    private record Listening(List<String> lines, CompletableFuture<Void> end) {
        static Listening to(String token, String query, String lastEventId) {
            var address = "http://localhost:" + RestAssured.port + Person.API + "/changes/stream?" + query;
            var request = HttpRequest.newBuilder(URI.create(address)).header("Authorization", "Bearer " + token);
            if (lastEventId != null) request.header("Last-Event-ID", lastEventId);
            var lines = new CopyOnWriteArrayList<String>();
            var end = CompletableFuture.runAsync(() -> read(request.build(), lines));
            return new Listening(lines, end);
        }

        private static void read(HttpRequest request, List<String> lines) {
            try {
                var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofLines());
                assertThat(answer.statusCode()).isEqualTo(200);
                var type = answer.headers().firstValue("Content-Type").orElse("");
                assertThat(type).startsWith("text/event-stream");
                var headers = answer.headers().map().keySet().stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet());
                ContractFilter.check("GET", "/changes/stream", 200, type, headers, new byte[0]);
                answer.body().forEach(lines::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        /** It has begun: the first comment is there. */
        Listening begun() {
            await().atMost(ONE_MINUTE).until(() -> !with(":").isEmpty());
            return this;
        }

        List<String> with(String start) {
            return lines.stream().filter(line -> line.startsWith(start)).toList();
        }

        boolean tells(UUID subject) {
            return with("data:").stream().anyMatch(line -> line.contains(subject.toString()));
        }

        String lastId() {
            var ids = with("id:");
            return ids.get(ids.size() - 1).substring("id:".length()).strip();
        }
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 403", "LEAD, 200", "ORGANISER, 200", "TRAINER, 200", "VERIFIER, 200", "STEWARD, 200"})
    void who_may_have_changes_sent(String role, int status) {
        var answer = people.as(role, town).get("/changes/stream?seconds=1&group={group}", town);
        if (status == 200) answer.statusCode(200);
        else refused(answer, 403, "no-mandate");
    }

    @Test
    void what_happens_comes_as_it_happens() {
        var organiser = people.with(ORGANISER, town);
        var stream = Listening.to(organiser.token(), "seconds=60&types=task&group=" + town, null)
                .begun();
        var task = Work.draft(organiser, Work.leaflets(town));
        await().atMost(ONE_MINUTE).until(() -> stream.tells(task));
        organiser.act("/tasks/{id}/publish", task).statusCode(200);
        await().atMost(ONE_MINUTE).until(() -> stream.with("data:").size() == 2);
        assertThat(stream.with("data:").get(1)).contains("task.published");
    }

    @Test
    void after_a_break_it_goes_on_where_it_was() {
        var organiser = people.with(ORGANISER, town);
        var before = Listening.to(organiser.token(), "seconds=2&types=task&group=" + town, null)
                .begun();
        var seen = Work.draft(organiser, Work.leaflets(town));
        await().atMost(ONE_MINUTE).until(() -> before.end().isDone());
        var missed = Work.draft(organiser, Work.leaflets(town));
        var after = Listening.to(organiser.token(), "seconds=60&types=task&group=" + town, before.lastId());
        await().atMost(ONE_MINUTE).until(() -> after.tells(missed));
        assertThat(before.tells(seen)).isNotEqualTo(after.tells(seen)); // once, in the one or in the other
    }

    @Test
    void its_places_and_those_of_the_feed_are_the_same() {
        var organiser = people.with(ORGANISER, town);
        String since = organiser
                .get("/changes?since=now&group={group}", town)
                .extract()
                .path("next");
        var task = Work.draft(organiser, Work.leaflets(town));
        var stream = Listening.to(organiser.token(), "seconds=60&types=task&since=" + since + "&group=" + town, null);
        await().atMost(ONE_MINUTE).until(() -> stream.tells(task));
        organiser
                .get("/changes?group={group}&since={since}", town, stream.lastId())
                .statusCode(200);
        refused(
                organiser
                        .request()
                        .header("Last-Event-ID", "0")
                        .get("/changes/stream?group=" + town)
                        .then(),
                400,
                "invalid-cursor");
    }

    @Test
    void T_48_it_ends_when_the_program_is_ended() {
        var client = Integrators.freshClient();
        var lead = people.with(LEAD, town);
        var id = Integrators.bind(lead, client, town, "changes:read", "tasks:read");
        var stream = Listening.to(Integrators.token(client, Duration.ofMinutes(5)), "group=" + town, null)
                .begun();
        lead.act("/integrations/{id}/end", id).statusCode(200);
        await().atMost(ONE_MINUTE).until(() -> stream.end().isDone());
        assertThat(stream.with("event:")).singleElement().asString().contains("end");
        assertThat(String.join("\n", stream.lines())).contains("/problems/integration-over");
    }

    @Test
    void T_48_it_ends_with_the_token() {
        var client = Integrators.freshClient();
        Integrators.bind(people.with(LEAD, town), client, town, "changes:read");
        var stream = Listening.to(Integrators.token(client, Duration.ofSeconds(5)), "group=" + town, null)
                .begun();
        await().atMost(ONE_MINUTE).until(() -> stream.end().isDone());
    }

    /** I-14: what happened while the mandate was there is not sent once it is gone. */
    @Test
    void I_14_nothing_is_sent_to_who_may_not_see_it_any_more() {
        var organiser = people.newcomer();
        var mandate = people.appoint(organiser, ORGANISER, town);
        var other = people.with(ORGANISER, town);
        var stream = Listening.to(organiser.token(), "types=task&group=" + town, null)
                .begun();
        people.lead(town)
                .post("/mandates/{id}/revoke", java.util.Map.of("reason", "Moved away."), mandate)
                .statusCode(200);
        var task = Work.draft(other, Work.leaflets(town));
        await().atMost(ONE_MINUTE).until(() -> stream.end().isDone());
        assertThat(stream.tells(task)).isFalse();
        assertThat(String.join("\n", stream.lines())).contains("/problems/no-mandate");
    }
}
