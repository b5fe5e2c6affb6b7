package org.barnstorm.webhook;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.barnstorm.platform.problem.Refusal;

/**
 * Encrypts secrets for the database (AES-256-GCM), bound to their webhook: whoever reads or changes the tables can neither
 * sign as this service nor give one webhook the secret of another.
 */
@ApplicationScoped
class Strongbox {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final List<SecretKeySpec> keys;
    private final RandomGenerator chance;

    Strongbox(WebhooksConfig config, RandomGenerator chance) {
        this.keys =
                config.keys().stream().flatMap(List::stream).map(Strongbox::key).toList();
        this.chance = chance;
    }

    /** What is no key is found out when the service starts, and not when somebody wants a webhook. */
    void begin(@Observes StartupEvent start) {}

    private static SecretKeySpec key(String text) {
        var bytes = Base64.getDecoder().decode(text.strip());
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException("Each of barnstorm.webhooks.keys is 32 bytes in Base64");
        }
        return new SecretKeySpec(bytes, "AES");
    }

    /** Refuses where whoever runs the service has not set a key: nothing is kept in plain text instead. */
    void requireKey() {
        if (keys.isEmpty()) {
            throw Refusal.conflict(
                    "webhooks-off",
                    "This service has no key to keep the secrets of webhooks with, so that there can be none. Ask whoever"
                            + " runs it, or follow the feed of changes.");
        }
    }

    byte[] seal(UUID webhook, Secret secret) {
        requireKey();
        var nonce = new byte[NONCE_BYTES];
        chance.nextBytes(nonce);
        try {
            var sealed =
                    cipher(Cipher.ENCRYPT_MODE, keys.get(0), nonce, webhook).doFinal(secret.bytes());
            return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has AES-GCM", e);
        }
    }

    Secret open(UUID webhook, byte[] sealed) {
        return keys.stream()
                .flatMap(key -> opened(webhook, sealed, key))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No key of ours opens the secret of webhook " + webhook));
    }

    private static Stream<Secret> opened(UUID webhook, byte[] sealed, SecretKeySpec key) {
        try {
            var nonce = Arrays.copyOf(sealed, NONCE_BYTES);
            var text = cipher(Cipher.DECRYPT_MODE, key, nonce, webhook)
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
            return Stream.of(new Secret(text));
        } catch (GeneralSecurityException otherKey) {
            return Stream.empty();
        }
    }

    private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, UUID webhook)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(webhook.getMostSignificantBits())
                .putLong(webhook.getLeastSignificantBits())
                .array());
        return cipher;
    }
}
