package org.barnstorm.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.webhook.Webhook.Reason;
import org.barnstorm.webhook.Webhook.Status;
import org.junit.jupiter.api.Test;

class WebhookTest {
    private static final String URL = "https://hooks.example.org/a";
    private static final Duration DAYS = Duration.ofDays(3);

    private final Instant noon = Instant.parse("2030-01-01T12:00:00Z");
    private final UUID ada = UUID.randomUUID();
    private final byte[] first = {1};
    private final Webhook webhook = new Webhook(UUID.randomUUID(), ada, false, content(true), noon).with(first);

    @Test
    void it_is_paused_and_resumed() {
        webhook.edit(content(false));
        assertThat(webhook.status()).isEqualTo(Status.PAUSED);
        webhook.edit(content(false));
        assertThat(webhook.status()).isEqualTo(Status.PAUSED);
        webhook.edit(content(true));
        assertThat(webhook.status()).isEqualTo(Status.ACTIVE);
    }

    @Test
    void a_disabled_one_says_why_until_somebody_resumes_it() {
        assertThat(webhook.disable(Reason.FAILING)).isTrue();
        assertThat(webhook.disable(Reason.GONE)).isFalse();
        webhook.edit(content(false));
        assertThat(webhook.status()).isEqualTo(Status.DISABLED);
        assertThat(webhook.reason()).isEqualTo(Reason.FAILING);
        webhook.edit(content(true));
        assertThat(webhook.status()).isEqualTo(Status.ACTIVE);
        assertThat(webhook.reason()).isNull();
    }

    @Test
    void what_is_paused_or_over_is_not_disabled() {
        webhook.edit(content(false));
        assertThat(webhook.disable(Reason.OWNER)).isFalse();
        webhook.end(noon);
        assertThat(webhook.disable(Reason.OWNER)).isFalse();
    }

    @Test
    void what_has_ended_stays_so_and_has_no_secret() {
        webhook.disable(Reason.GONE);
        webhook.end(noon);
        assertThat(webhook.status()).isEqualTo(Status.ENDED);
        assertThat(webhook.reason()).isNull();
        assertThat(webhook.endedAt()).isEqualTo(noon);
        refused("webhook-ended", () -> webhook.edit(content(true)));
        refused("webhook-ended", () -> webhook.rotate(first, noon));
        refused("webhook-ended", webhook::requireActive);
    }

    @Test
    void two_secrets_sign_for_a_while_the_newest_first() {
        byte[] second = {2};
        byte[] third = {3};
        var until = noon.plusSeconds(60);
        webhook.rotate(second, until);
        assertThat(webhook.secrets(noon)).containsExactly(second, first);
        assertThat(webhook.secrets(until)).containsExactly(second);
        webhook.rotate(third, until);
        assertThat(webhook.secrets(noon)).containsExactly(third, second);
    }

    @Test
    void only_its_owner_says_where_it_leads() {
        webhook.requireOwner(ada);
        refused("webhook-not-yours", () -> webhook.requireOwner(UUID.randomUUID()));
        webhook.edit(content(false));
        refused("webhook-not-active", webhook::requireActive);
    }

    // --- Progress and deliveries -----------------------------------------------------------------------------------

    @Test
    void failures_count_until_something_arrives() {
        var progress = new Progress(webhook.id(), org.barnstorm.platform.journal.Mark.START, noon);
        progress.failed(Duration.ofSeconds(5), noon);
        progress.failed(Duration.ofSeconds(10), noon.plusSeconds(5));
        assertThat(progress.failures()).isEqualTo(2);
        assertThat(progress.failingSince()).isEqualTo(noon);
        assertThat(progress.restUntil()).isEqualTo(noon.plusSeconds(15));
        assertThat(progress.isFailingFor(DAYS, noon.plus(DAYS).minusSeconds(1))).isFalse();
        assertThat(progress.isFailingFor(DAYS, noon.plus(DAYS))).isTrue();
        progress.succeeded(noon.plusSeconds(20));
        assertThat(progress.failures()).isZero();
        assertThat(progress.failingSince()).isNull();
        assertThat(progress.restUntil()).isNull();
        assertThat(progress.deliveredAt()).isEqualTo(noon.plusSeconds(20));
    }

    @Test
    void a_delivery_is_tried_until_it_arrives_or_is_given_up() {
        var delivery = Delivery.ping(webhook.id(), noon);
        delivery.failed(Answer.failed(Failure.TIMEOUT, Duration.ofSeconds(10)), Duration.ofSeconds(5), noon);
        assertThat(delivery.isPending()).isTrue();
        assertThat(delivery.nextAttemptAt()).isEqualTo(noon.plusSeconds(5));
        assertThat(delivery.failure()).isEqualTo(Failure.TIMEOUT);
        assertThat(delivery.httpStatus()).isNull();
        assertThat(delivery.isTriedFor(DAYS, noon.plus(DAYS))).isTrue();
        delivery.delivered(Answer.of(204, null, Duration.ofMillis(84)), noon.plusSeconds(5));
        assertThat(delivery.status()).isEqualTo(Delivery.Status.DELIVERED);
        assertThat(delivery.attempts()).isEqualTo(2);
        assertThat(delivery.httpStatus()).isEqualTo(204);
        assertThat(delivery.failure()).isNull();
        assertThat(delivery.nextAttemptAt()).isNull();
        assertThat(delivery.durationMillis()).isEqualTo(84);
    }

    @Test
    void only_2xx_is_delivered_and_only_410_is_gone() {
        for (var status = 200; status < 600; status++) {
            var answer = Answer.of(status, null, Duration.ZERO);
            assertThat(answer.isDelivered()).as("%d", status).isEqualTo(status < 300);
            assertThat(answer.isGone()).as("%d", status).isEqualTo(status == 410);
        }
    }

    private static WebhookContent content(boolean active) {
        return new WebhookContent(URL, List.of("task"), active);
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(act)
                .extracting(Refusal::code)
                .isEqualTo(code);
    }
}
