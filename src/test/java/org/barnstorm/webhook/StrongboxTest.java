package org.barnstorm.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import org.barnstorm.platform.problem.Refusal;
import org.junit.jupiter.api.Test;

class StrongboxTest {
    private final SecureRandom chance = new SecureRandom();
    private final UUID webhook = UUID.randomUUID();
    private final Secret secret = Secret.random(chance);
    private final String key = key(32);

    @Test
    void what_is_sealed_opens_for_its_own_webhook_only() {
        var box = box(key);
        var sealed = box.seal(webhook, secret);
        assertThat(box.open(webhook, sealed).bytes()).isEqualTo(secret.bytes());
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> box.open(UUID.randomUUID(), sealed));
    }

    @Test
    void sealed_twice_it_looks_different_and_never_like_the_secret() {
        var box = box(key);
        var sealed = box.seal(webhook, secret);
        assertThat(sealed).isNotEqualTo(box.seal(webhook, secret));
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(secret.bytes(), StandardCharsets.ISO_8859_1));
    }

    @Test
    void what_was_changed_does_not_open() {
        var box = box(key);
        var sealed = box.seal(webhook, secret);
        sealed[20] ^= 1;
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> box.open(webhook, sealed));
    }

    @Test
    void after_a_new_key_the_former_one_still_opens() {
        var sealed = box(key).seal(webhook, secret);
        var fresh = key(32);
        assertThat(box(fresh, key).open(webhook, sealed).bytes()).isEqualTo(secret.bytes());
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> box(fresh).open(webhook, sealed));
        assertThat(box(fresh)
                        .open(webhook, box(fresh, key).seal(webhook, secret))
                        .bytes())
                .isEqualTo(secret.bytes());
    }

    @Test
    void without_a_key_there_are_no_webhooks_and_a_weak_one_is_none() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> box().seal(webhook, secret))
                .extracting(Refusal::code)
                .isEqualTo("webhooks-off");
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> box(key(16)));
    }

    private Strongbox box(String... keys) {
        return new Strongbox(Settings.allowing(443).withKeys(keys), chance);
    }

    private String key(int length) {
        var bytes = new byte[length];
        chance.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
