package org.barnstorm.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A key that a webhook's messages are signed with, as the Standard Webhooks specification has it. */
record Secret(byte[] bytes) {
    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int LENGTH = 32;

    static Secret random(RandomGenerator chance) {
        var bytes = new byte[LENGTH];
        chance.nextBytes(bytes);
        return new Secret(bytes);
    }

    /** As receivers get it, once. */
    String text() {
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    /** One entry of the header {@code webhook-signature}. */
    String sign(String messageId, Instant at, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(bytes, ALGORITHM));
            mac.update((messageId + '.' + at.getEpochSecond() + '.').getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }

    /** Nobody logs it by accident. */
    @Override
    public String toString() {
        return "Secret[...]";
    }
}
