package org.barnstorm.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.hamcrest.Matchers.is;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

/** Nothing is sent that the owner may not see at that moment, nor where it does not belong (I-14, T-23). */
@QuarkusTest
class DeliverySightTest {
    @Inject
    People people;

    @Inject
    Deliverer deliverer;

    @Inject
    MeterRegistry meters;

    @Inject
    Names names;

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
                hook.ping();
                hook.deliver(deliverer);
            }
            assertThat(hook.log("DEAD")).hasSize(3).allSatisfy(line -> assertThat(line)
                    .containsEntry("failure", "UNSAFE_ADDRESS"));
            assertThat(canary.visitors()).isZero();
        }
    }
}
