package org.barnstorm.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.barnstorm.testing.Concurrently;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.TestStack;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many webhooks, many deliverers: one request each, and nobody delays another (T-22). */
@QuarkusTest
class ManyWebhooksTest {
    @Inject
    People people;

    @Inject
    Deliverer deliverer;

    @Inject
    Upkeep upkeep;

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
    void however_many_deliver_one_request_is_out_and_each_change_comes_once() {
        var hook = Hook.make(lead, town, receiver.url(), "task");
        var organiser = people.with(ORGANISER, town);
        for (var i = 0; i < 10; i++) Work.open(organiser, town, 1);
        hook.deliverUntil(deliverer, () -> {
            Concurrently.times(8, () -> {
                Sql.run("update webhook_progress set due_at = now() where webhook_id = ?", hook.id());
                deliverer.take(List.of(hook.id())).get(60, TimeUnit.SECONDS);
                return 0;
            });
            return receiver.got().size() >= 20;
        });
        assertThat(receiver.mostAtOnce()).isEqualTo(1);
        assertThat(receiver.got())
                .extracting(Receiver.Got::id)
                .doesNotHaveDuplicates()
                .hasSize(20);
        var last = new ConcurrentHashMap<String, Long>();
        for (var got : receiver.got()) {
            var sequence = got.event().path("data").path("sequence").asLong();
            assertThat(sequence).isEqualTo(last.merge(got.subject(), 1L, Long::sum));
        }
    }

    @Test
    void T_22_who_hangs_delays_nobody_else() throws Exception {
        try (var hanging = RawReceiver.that(visitor -> TimeUnit.MINUTES.sleep(1))) {
            var all = new ArrayList<Hook>();
            var url = "http://" + TestStack.OPEN_HOST + ':' + hanging.port() + "/";
            for (var i = 0; i < 12; i++) all.add(Hook.make(lead, town, url, "task"));
            var healthy = Hook.make(people.with(LEAD, town), town, receiver.url(), "task");
            for (var hook : all)
                hook.owner().act("/webhooks/{id}/ping", hook.id()).statusCode(201);
            var stuck = deliverer.take(all.stream().map(Hook::id).toList());
            await().until(() -> hanging.visitors() == all.size());
            var start = System.nanoTime();
            healthy.owner().act("/webhooks/{id}/ping", healthy.id()).statusCode(201);
            healthy.deliver(deliverer);
            var took = Duration.ofNanos(System.nanoTime() - start);
            assertThat(receiver.got()).hasSize(1);
            assertThat(stuck).isNotDone(); // all of them are still out
            assertThat(took).isLessThan(Duration.ofSeconds(3));
            stuck.get(30, TimeUnit.SECONDS);
            assertThat(all.get(0).log("DEAD")).singleElement().satisfies(line -> assertThat(line)
                    .containsEntry("failure", "TIMEOUT"));
        }
    }

    /** A replica that vanished with a request out: when its lease has ended, another one sends it again. */
    @Test
    void what_was_out_when_a_replica_vanished_comes_again() {
        var hook = Hook.make(lead, town, receiver.url(), "task.created");
        Work.open(people.with(ORGANISER, town), town, 1);
        Sql.run(
                "update webhook_progress set lease_until = now() + interval '1 minute', fence = 7 where webhook_id = ?",
                hook.id());
        hook.deliver(deliverer);
        assertThat(receiver.got()).isEmpty();
        Sql.run(
                "update webhook_progress set lease_until = now() - interval '1 second' where webhook_id = ?",
                hook.id());
        hook.deliverUntil(deliverer, () -> receiver.got().size() == 1);
        assertThat(Sql.value(Long.class, "select fence from webhook_progress where webhook_id = ?", hook.id()))
                .isGreaterThan(7);
    }

    @Test
    void a_round_finds_by_itself_where_something_happened() {
        var hook = Hook.make(lead, town, receiver.url(), "task.created");
        hook.deliver(deliverer); // nothing: it is not its turn for a while
        deliverer.round();
        Work.open(people.with(ORGANISER, town), town, 1);
        await().atMost(ONE_MINUTE).until(() -> {
            deliverer.round();
            return receiver.got().size() == 1;
        });
    }

    @Test
    void the_log_forgets_what_is_done_and_old_and_says_how_late_the_rest_is() {
        var hook = Hook.make(lead, town, receiver.url(), "task.created");
        var organiser = people.with(ORGANISER, town);
        Work.open(organiser, town, 1);
        hook.deliverUntil(deliverer, () -> hook.log("DELIVERED").size() == 1);
        receiver.answers(500);
        Work.open(organiser, town, 1);
        hook.deliverUntil(deliverer, () -> hook.log("PENDING").size() == 1);
        Sql.run("update webhook_delivery set queued_at = now() - interval '40 days' where webhook_id = ?", hook.id());
        assertThat(upkeep.round()).isPositive();
        assertThat(hook.log()).singleElement().satisfies(line -> assertThat(line)
                .containsEntry("status", "PENDING"));
        assertThat(meters.get("barnstorm.webhooks.lag.seconds").gauge().value()).isGreaterThan(3_000_000);
        hook.owner().delete("/webhooks/{id}", hook.id()).statusCode(200);
        upkeep.round();
        assertThat(meters.get("barnstorm.webhooks.lag.seconds").gauge().value()).isLessThan(3_000_000);
    }
}
