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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.barnstorm.testing.Concurrently;
import org.barnstorm.testing.Integrators;
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

/** What reaches a receiver: each change at least once, in order, signed, and only what its owner may see then. */
@QuarkusTest
class DeliveringTest {
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
        assertThat(typesOf(bad)).containsOnly("task.created");
        receiver.answers(200);
        hook.skipWaits();
        hook.deliverUntil(deliverer, () -> hook.log("PENDING").isEmpty());
        assertThat(typesOf(bad).stream().distinct()).containsExactly("task.created", "task.published");
    }

    private List<String> typesOf(String subject) {
        return receiver.got().stream()
                .filter(got -> got.subject().equals(subject))
                .map(Receiver.Got::type)
                .toList();
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
        hook.deliverUntil(deliverer, () -> typesOf(task).contains("task.published"));
        hook.show().body("status", is("ACTIVE"));
        receiver.answers(200);
        hook.replay("dead", true).statusCode(200);
        hook.deliverUntil(deliverer, () -> hook.log("DELIVERED").size() == 2);
        assertThat(hook.log("DEAD")).isEmpty();
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

    // --- Again -------------------------------------------------------------------------------------------------------

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
        assertThat(typesOf(task)).containsExactly("task.created", "task.published");
        assertThat(Waiting.journal(hook.id())).containsExactly("webhook.created", "webhook.replayed");
    }

    @Test
    void a_ping_is_tried_once_and_at_once() {
        var hook = Hook.make(lead, town, receiver.url(), "task");
        String first = ping(hook);
        assertThat(ping(hook)).isEqualTo(first);
        hook.deliver(deliverer);
        assertThat(receiver.got()).singleElement().satisfies(got -> {
            assertThat(hook.verifies(got)).isTrue();
            assertThat(got.event().path("type").asText()).isEqualTo("org.barnstorm.webhook.ping");
        });
        receiver.answers(500);
        ping(hook);
        hook.deliver(deliverer);
        ping(hook); // also while it rests
        hook.deliver(deliverer);
        assertThat(receiver.got()).hasSize(3);
        assertThat(hook.log("DEAD")).hasSize(2);
        assertThat(hook.log("PENDING")).isEmpty();
    }

    private String ping(Hook hook) {
        return hook.owner()
                .act("/webhooks/{id}/ping", hook.id())
                .statusCode(201)
                .body("kind", is("PING"))
                .extract()
                .path("id");
    }

    // --- Who sees what -----------------------------------------------------------------------------------------------

    @Test
    void I_14_an_owner_who_may_not_any_more_gets_nothing() {
        var other = people.member(town);
        var mandate = people.appoint(other, LEAD, town);
        var hook = Hook.make(other, town, receiver.url(), "task");
        revoke(mandate);
        Work.open(people.with(ORGANISER, town), town, 1);
        hook.deliver(deliverer);
        lead.get("/webhooks/{id}", hook.id()).body("status", is("DISABLED")).body("reason", is("OWNER"));
        assertThat(receiver.got()).isEmpty();
        assertThat(Waiting.journal(hook.id())).containsExactly("webhook.created", "webhook.disabled");
    }

    @Test
    void I_14_an_ended_integration_gets_nothing() {
        var client = Integrators.freshClient();
        var id = Integrators.bind(lead, client, town, "tasks:read", "webhooks:manage");
        var hook = Hook.make(Integrators.program(client), town, receiver.url());
        var organiser = people.with(ORGANISER, town);
        Work.open(organiser, town, 1);
        hook.deliverUntil(deliverer, () -> receiver.got().size() == 1);
        assertThat(receiver.types()).containsExactly("task.published"); // a draft is not for it
        lead.act("/integrations/{id}/end", id).statusCode(200);
        Work.open(organiser, town, 1);
        hook.deliver(deliverer);
        assertThat(receiver.got()).hasSize(1);
        lead.get("/webhooks/{id}", hook.id()).body("reason", is("OWNER"));
    }

    /** It was seen when it happened and when it was first tried; it is not when it is tried again. */
    @Test
    void I_14_what_is_no_longer_visible_is_not_sent() {
        var manager = people.member(town);
        grant(manager, List.of("INTEGRATION_MANAGE", "ASSIGNMENT_READ"));
        var more = grant(manager, List.of("MEMBER_READ"));
        var hook = Hook.make(manager, town, receiver.url());
        receiver.answers(500);
        people.member(town);
        hook.deliverUntil(deliverer, () -> receiver.types().contains("membership.joined"));
        var before = receiver.got().size();
        revoke(more);
        receiver.answers(200);
        hook.skipWaits();
        hook.deliver(deliverer);
        assertThat(hook.log("WITHHELD")).isNotEmpty().allSatisfy(line -> assertThat(line)
                .containsEntry("type", "membership.joined"));
        assertThat(receiver.types().subList(before, receiver.got().size())).doesNotContain("membership.joined");
    }

    private String grant(Person to, List<String> capabilities) {
        return people.lead(town)
                .post("/mandates", Map.of("memberId", to.id(), "group", town, "capabilities", capabilities))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void revoke(String mandate) {
        people.lead(town)
                .post("/mandates/{id}/revoke", Map.of("reason", "Moved away."), mandate)
                .statusCode(200);
    }

    @Test
    void what_happens_elsewhere_stays_there() {
        var hook = Hook.make(lead, town, receiver.url());
        people.grow(town + ".below");
        Work.open(people.with(ORGANISER, town + "-beside"), town + "-beside", 1);
        Work.open(people.with(ORGANISER, town + ".below"), town + ".below", 1);
        hook.deliverUntil(deliverer, () -> receiver.types().contains("task.published"));
        assertThat(receiver.got()).allSatisfy(got -> assertThat(
                        got.event().path("data").path("group").asText())
                .isIn(town, town + ".below"));
    }

    // --- Many at once ------------------------------------------------------------------------------------------------

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
            var url = "http://" + org.barnstorm.testing.TestStack.OPEN_HOST + ':' + hanging.port() + "/";
            for (var i = 0; i < 12; i++) all.add(Hook.make(lead, town, url, "task"));
            var healthy = Hook.make(people.with(LEAD, town), town, receiver.url(), "task");
            for (var hook : all)
                hook.owner().act("/webhooks/{id}/ping", hook.id()).statusCode(201);
            var stuck = deliverer.take(all.stream().map(Hook::id).toList());
            org.awaitility.Awaitility.await().until(() -> hanging.visitors() == all.size());
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
        org.awaitility.Awaitility.await()
                .atMost(org.awaitility.Durations.ONE_MINUTE)
                .until(() -> {
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

    @Test
    void no_address_and_no_secret_is_in_a_metric_or_in_the_journal() {
        var hook = Hook.make(lead, town, receiver.url(), "task.created");
        Work.open(people.with(ORGANISER, town), town, 1);
        hook.deliverUntil(deliverer, () -> receiver.got().size() == 1);
        assertThat(meters.getMeters())
                .extracting(meter -> meter.getId().toString())
                .anyMatch(name -> name.contains("barnstorm.webhooks.attempts"))
                .noneMatch(name -> name.contains("s3cret") || name.contains("/hook"));
        var kept = Sql.column(String.class, "select cast(j as text) from journal j where subject_id = ?", hook.id());
        assertThat(kept).isNotEmpty().noneMatch(row -> row.contains("hook?") || row.contains("whsec"));
        assertThat(Sql.value(String.class, "select encode(secret, 'base64') from webhook where id = ?", hook.id()))
                .doesNotContain(hook.secret().substring(6, 30));
    }

    @Test
    void a_name_that_leads_inside_later_is_not_followed() throws Exception {
        try (var canary = RawReceiver.canary()) {
            var host = "h" + UUID.randomUUID() + ".example.org";
            var hook = Hook.make(lead, town, "https://" + host + "/", "task");
            Sql.run(
                    "update webhook set url = ? where id = ?",
                    "https://" + host + ":" + canary.port() + "/",
                    hook.id());
            for (var address : List.of("127.0.0.1", "::1", "169.254.169.254")) {
                names.lead(host, address);
                ping(hook);
                hook.deliver(deliverer);
            }
            assertThat(hook.log("DEAD")).hasSize(3).allSatisfy(line -> assertThat(line)
                    .containsEntry("failure", "UNSAFE_ADDRESS"));
            assertThat(canary.visitors()).isZero();
        }
    }

    @Inject
    Names names;
}
