package org.barnstorm.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
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

/** What waits, what is given up, and what is sent again. */
@QuarkusTest
class ReplayTest {
    @Inject
    People people;

    @Inject
    Deliverer deliverer;

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
    void both_secrets_sign_until_the_overlap_ends() {
        var hook = Hook.make(lead, town, receiver.url(), "task.created");
        String fresh = lead.act("/webhooks/{id}/secret", hook.id())
                .statusCode(200)
                .body("formerSecretUntil", notNullValue())
                .extract()
                .path("secret");
        var organiser = people.with(ORGANISER, town);
        Work.open(organiser, town, 1);
        hook.deliverUntil(deliverer, () -> receiver.got().size() == 1);
        assertThat(hook.verifies(receiver.got().get(0))).isTrue();
        assertThat(Hook.verifies(receiver.got().get(0), fresh)).isTrue();
        Sql.run("update webhook set former_until = now() where id = ?", hook.id());
        Work.open(organiser, town, 1);
        hook.deliverUntil(deliverer, () -> receiver.got().size() == 2);
        assertThat(hook.verifies(receiver.got().get(1))).isFalse();
        assertThat(Hook.verifies(receiver.got().get(1), fresh)).isTrue();
    }

    @Test
    void everything_after_an_event_comes_again_in_order_and_with_its_own_ids() {
        var hook = Hook.make(lead, town, receiver.url(), "task");
        var organiser = people.with(ORGANISER, town);
        for (var i = 0; i < 3; i++) Work.open(organiser, town, 1);
        hook.deliverUntil(deliverer, () -> receiver.got().size() == 6);
        var ids = receiver.got().stream().map(Receiver.Got::id).toList();
        hook.replay("after", ids.get(1)).statusCode(200);
        hook.deliverUntil(deliverer, () -> receiver.got().size() == 10);
        assertThat(receiver.got().subList(6, 10)).extracting(Receiver.Got::id).isEqualTo(ids.subList(2, 6));
        assertThat(hook.log()).hasSize(6);
        hook.replay("after", UUID.randomUUID()).statusCode(404);
    }

    @Test
    void from_a_moment_on_also_what_was_before_the_webhook() {
        var moment = Instant.now();
        var task = Work.open(people.with(ORGANISER, town), town, 1).toString();
        var hook = Hook.make(lead, town, receiver.url(), "task");
        hook.deliver(deliverer);
        hook.replay("since", moment.toString()).statusCode(200);
        hook.deliverUntil(deliverer, () -> receiver.got().size() == 2);
        assertThat(receiver.typesOf(task)).containsExactly("task.created", "task.published");
        assertThat(Waiting.journal(hook.id())).containsExactly("webhook.created", "webhook.replayed");
    }

    @Test
    void what_nobody_takes_becomes_a_dead_letter_and_can_be_sent_again() {
        var hook = Hook.make(lead, town, receiver.url(), "task");
        var task = Work.open(people.with(ORGANISER, town), town, 5).toString();
        receiver.answers(got -> new Receiver.Reply(got.type().equals("task.created") ? 400 : 200, Map.of()));
        hook.deliverUntil(deliverer, () -> receiver.got().size() == 1);
        hook.age(3);
        hook.skipWaits();
        hook.deliver(deliverer);
        assertThat(hook.log("DEAD")).singleElement().satisfies(line -> assertThat(line)
                .containsEntry("type", "task.created")
                .containsEntry("attempts", 2)
                .doesNotContainKey("nextAttemptAt"));
        hook.skipWaits();
        hook.deliverUntil(deliverer, () -> receiver.typesOf(task).contains("task.published"));
        hook.show().body("status", is("ACTIVE"));
        receiver.answers(200);
        hook.replay("dead", true).statusCode(200);
        hook.deliverUntil(deliverer, () -> hook.log("DELIVERED").size() == 2);
        assertThat(hook.log("DEAD")).isEmpty();
    }

    @Test
    void while_it_is_paused_changes_wait_and_then_all_come() {
        var hook = Hook.make(lead, town, receiver.url(), "task.created");
        hook.edit("active", false).statusCode(200).body("status", is("PAUSED"));
        var organiser = people.with(ORGANISER, town);
        for (var i = 0; i < 3; i++) Work.open(organiser, town, 1);
        hook.deliver(deliverer);
        assertThat(receiver.got()).isEmpty();
        hook.edit("active", true).statusCode(200);
        hook.deliverUntil(deliverer, () -> receiver.got().size() == 3);
    }

    @Test
    void a_ping_is_tried_once_and_at_once() {
        var hook = Hook.make(lead, town, receiver.url(), "task");
        String first = hook.ping();
        assertThat(hook.ping()).isEqualTo(first);
        hook.deliver(deliverer);
        assertThat(receiver.got()).singleElement().satisfies(got -> {
            assertThat(hook.verifies(got)).isTrue();
            assertThat(got.event().path("type").asText()).isEqualTo("org.barnstorm.webhook.ping");
        });
        receiver.answers(500);
        hook.ping();
        hook.deliver(deliverer);
        hook.ping(); // also while it rests
        hook.deliver(deliverer);
        assertThat(receiver.got()).hasSize(3);
        assertThat(hook.log("DEAD")).hasSize(2);
        assertThat(hook.log("PENDING")).isEmpty();
    }
}
