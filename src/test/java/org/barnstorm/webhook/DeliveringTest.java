package org.barnstorm.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Waiting;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What reaches a receiver: each change at least once, in order, signed. */
@QuarkusTest
class DeliveringTest {
    @Inject
    People people;

    @Inject
    Deliverer deliverer;

    @Inject
    MeterRegistry meters;

    private final String town = People.freshTown();
    private Receiver receiver;
    private Person lead;

    @BeforeEach
    void open() throws IOException {
        receiver = Receiver.open();
        lead = people.with(LEAD, town);
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @AfterAll
    static void invariants() {
        Invariants.hold();
    }

    @Test
    void what_happens_arrives_signed_with_ids_and_states_only() {
        var hook = Hook.make(lead, town, receiver.url(), "task");
        var task = Work.open(people.with(ORGANISER, town), town, 5).toString();
        hook.deliverUntil(deliverer, () -> receiver.got().size() == 2);
        assertThat(receiver.types()).containsExactly("task.created", "task.published");
        assertThat(receiver.got()).allMatch(hook::verifies).allSatisfy(got -> {
            var event = got.event();
            assertThat(event.path("specversion").asText()).isEqualTo("1.0");
            assertThat(event.path("id").asText()).isEqualTo(got.id());
            assertThat(event.path("source").asText()).isEqualTo("https://barnstorm.example.org");
            assertThat(event.path("subject").asText()).isEqualTo(task);
            assertThat(Instant.parse(event.path("time").asText()))
                    .isBefore(Instant.now().plusSeconds(60));
            assertThat(event.path("data").path("subject").asText()).isEqualTo(task);
            assertThat(got.body()).doesNotContain("Leaflets");
            assertThat(got.headers().firstValue("content-type"))
                    .contains("application/cloudevents+json; charset=utf-8");
        });
        assertThat(receiver.got().get(1).event().path("type").asText()).isEqualTo("org.barnstorm.task.published");
        assertThat(hook.log()).hasSize(2).allSatisfy(line -> assertThat(line)
                .containsEntry("status", "DELIVERED")
                .containsEntry("attempts", 1)
                .containsEntry("httpStatus", 204)
                .containsKeys("durationMillis", "lastAttemptAt")
                .doesNotContainKeys("failure", "nextAttemptAt"));
        hook.show().body("deliveredAt", notNullValue()).body("failures", is(0));
    }

    @Test
    void the_body_is_what_the_feed_says() {
        var hook = Hook.make(lead, town, receiver.url(), "task.published");
        Work.open(people.with(ORGANISER, town), town, 5);
        hook.deliverUntil(deliverer, () -> !receiver.got().isEmpty());
        Map<String, Object> change = lead.get("/changes?types=task.published&group={group}", town)
                .extract()
                .path("items[0]");
        var data = receiver.got().get(0).event().path("data");
        assertThat(data.fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(change.keySet());
        change.forEach((name, value) ->
                assertThat(data.path(name).asText()).isEqualTo(value instanceof Map ? "" : value.toString()));
    }

    @Test
    void what_failed_is_tried_again_with_the_same_id_and_the_same_bytes() {
        var hook = Hook.make(lead, town, receiver.url(), "task.created");
        receiver.answers(500);
        Work.open(people.with(ORGANISER, town), town, 5);
        hook.deliverUntil(deliverer, () -> receiver.got().size() == 1);
        assertThat(hook.log()).singleElement().satisfies(line -> assertThat(line)
                .containsEntry("status", "PENDING")
                .containsEntry("httpStatus", 500)
                .containsEntry("failure", "STATUS")
                .containsKey("nextAttemptAt"));
        hook.show().body("failures", is(1)).body("failingSince", notNullValue()).body("restUntil", notNullValue());
        hook.deliver(deliverer);
        assertThat(receiver.got()).hasSize(1); // it rests
        receiver.answers(200);
        hook.skipWaits();
        hook.deliver(deliverer);
        assertThat(receiver.got()).hasSize(2).allMatch(hook::verifies);
        assertThat(receiver.got().get(1).id()).isEqualTo(receiver.got().get(0).id());
        assertThat(receiver.got().get(1).body()).isEqualTo(receiver.got().get(0).body());
        assertThat(hook.log()).singleElement().satisfies(line -> assertThat(line)
                .containsEntry("status", "DELIVERED")
                .containsEntry("attempts", 2));
        hook.show().body("failures", is(0)).body("failingSince", nullValue());
    }

    @Test
    void a_receiver_says_itself_how_long_to_wait() {
        var hook = Hook.make(lead, town, receiver.url(), "task.created");
        receiver.answers(got -> new Receiver.Reply(429, Map.of("Retry-After", "3600")));
        Work.open(people.with(ORGANISER, town), town, 5);
        hook.deliverUntil(deliverer, () -> receiver.got().size() == 1);
        var rest = Instant.parse(hook.show().extract().path("restUntil"));
        assertThat(Duration.between(Instant.now(), rest)).isBetween(Duration.ofMinutes(58), Duration.ofMinutes(61));
        hook.deliver(deliverer);
        assertThat(receiver.got()).hasSize(1);
    }

    @Test
    void changes_of_one_thing_wait_for_each_other_and_for_nothing_else() {
        var hook = Hook.make(lead, town, receiver.url(), "task");
        var organiser = people.with(ORGANISER, town);
        var bad = Work.open(organiser, town, 5).toString();
        var good = Work.open(organiser, town, 5).toString();
        receiver.answers(got -> new Receiver.Reply(got.subject().equals(bad) ? 500 : 200, Map.of()));
        hook.deliverUntil(deliverer, () -> {
            Sql.run("update webhook_progress set rest_until = null where webhook_id = ?", hook.id());
            return hook.log("DELIVERED").size() == 2;
        });
        assertThat(hook.log("DELIVERED")).allSatisfy(line -> assertThat(line).containsEntry("subject", good));
        assertThat(receiver.typesOf(bad)).containsOnly("task.created");
        receiver.answers(200);
        hook.skipWaits();
        hook.deliverUntil(deliverer, () -> hook.log("PENDING").isEmpty());
        assertThat(receiver.typesOf(bad).stream().distinct()).containsExactly("task.created", "task.published");
    }

    @Test
    void a_receiver_that_takes_nothing_for_days_is_left_and_it_is_said_so() {
        var hook = Hook.make(lead, town, receiver.url(), "task.created");
        var organiser = people.with(ORGANISER, town);
        Work.open(organiser, town, 5);
        Work.open(organiser, town, 5);
        receiver.answers(503);
        hook.deliverUntil(deliverer, () -> {
            hook.skipWaits();
            return receiver.got().size() >= 3 && hook.log().size() == 2;
        });
        hook.age(3);
        hook.skipWaits();
        hook.deliver(deliverer);
        hook.show().body("status", is("DISABLED")).body("reason", is("FAILING")).body("active", is(false));
        assertThat(Waiting.journal(hook.id())).containsExactly("webhook.created", "webhook.disabled");
        assertThat(hook.log("PENDING")).hasSize(2); // nothing is lost
        receiver.answers(200);
        hook.edit("active", true).statusCode(200).body("status", is("ACTIVE")).body("reason", nullValue());
        hook.deliverUntil(deliverer, () -> hook.log("DELIVERED").size() == 2);
        assertThat(meters.get("barnstorm.webhooks.disabled")
                        .tag("reason", "FAILING")
                        .counter()
                        .count())
                .isPositive();
    }

    @Test
    void gone_is_gone() {
        var hook = Hook.make(lead, town, receiver.url(), "task.created");
        receiver.answers(410);
        Work.open(people.with(ORGANISER, town), town, 5);
        hook.deliverUntil(deliverer, () -> receiver.got().size() == 1);
        hook.show().body("status", is("DISABLED")).body("reason", is("GONE"));
        hook.skipWaits();
        hook.deliver(deliverer);
        assertThat(receiver.got()).hasSize(1);
    }
}
