package org.barnstorm.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our signatures by the reference library, which nobody here wrote. */
class SecretTest {
    private static final String ID = "0199d6f0-5f3c-7c55-9d0a-2f3f5d0c7c11";
    private static final String BODY = "{\"type\": \"org.barnstorm.task.published\", \"who\": \"Zoë\"}";

    private final Secret secret = Secret.random(new SecureRandom());
    private final Instant now = Instant.now();

    @Test
    void the_example_of_the_specification_has_this_signature() {
        var key = new Secret(Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
        var body = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
        assertThat(key.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", Instant.ofEpochSecond(1614265330), body))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void the_reference_library_makes_and_accepts_the_same() throws Exception {
        var reference = new com.standardwebhooks.Webhook(secret.text());
        var signature = sign(BODY);
        assertThat(reference.sign(ID, now.getEpochSecond(), BODY)).isEqualTo(signature);
        assertThatNoException().isThrownBy(() -> reference.verify(BODY, headers(ID, signature)));
    }

    @Test
    void one_of_two_signatures_is_enough_whichever_secret_a_receiver_has() {
        var former = Secret.random(new SecureRandom());
        var both = sign(BODY) + " " + former.sign(ID, now, BODY.getBytes(StandardCharsets.UTF_8));
        for (var each : List.of(secret, former)) {
            assertThatNoException()
                    .isThrownBy(() -> new com.standardwebhooks.Webhook(each.text()).verify(BODY, headers(ID, both)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"body", "id", "secret"})
    void what_was_changed_on_the_way_is_refused(String changed) {
        var receiver = changed.equals("secret") ? Secret.random(new SecureRandom()) : secret;
        var body = changed.equals("body") ? BODY.replace("published", "cancelled") : BODY;
        var id = changed.equals("id") ? ID.replace('0', '1') : ID;
        assertThatExceptionOfType(WebhookVerificationException.class)
                .isThrownBy(
                        () -> new com.standardwebhooks.Webhook(receiver.text()).verify(body, headers(id, sign(BODY))));
    }

    @Test
    void a_secret_has_the_specifications_form_and_length_and_is_in_no_log() {
        assertThat(secret.text()).startsWith("whsec_");
        assertThat(Base64.getDecoder().decode(secret.text().substring(6))).hasSizeBetween(24, 64);
        assertThat(secret).hasToString("Secret[...]").isNotEqualTo(Secret.random(new SecureRandom()));
    }

    private String sign(String body) {
        return secret.sign(ID, now, body.getBytes(StandardCharsets.UTF_8));
    }

    private HttpHeaders headers(String id, String signatures) {
        return HttpHeaders.of(
                Map.of(
                        "webhook-id",
                        List.of(id),
                        "webhook-timestamp",
                        List.of(Long.toString(now.getEpochSecond())),
                        "webhook-signature",
                        List.of(signatures)),
                (name, value) -> true);
    }
}
