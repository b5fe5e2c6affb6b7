package org.barnstorm.webhook;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an operator can set about webhooks; {@code docs/webhooks.md} explains each. Their values are in the properties. */
@ConfigMapping(prefix = "barnstorm.webhooks")
interface WebhooksConfig {
    /** Encrypt secrets: 32 bytes in Base64 each; the first encrypts, all decrypt. Without one there are no webhooks. */
    Optional<List<String>> keys();

    /** The public address of this service, which events name as their source. */
    Optional<String> address();

    /** Ports that may be sent to. */
    Set<Integer> ports();

    /** Hosts that may be sent to without encryption, on any port and at any address: for laptops and tests only. */
    Optional<Set<String>> openHosts();

    /** How often each replica looks whether there is something to send. */
    Duration lookEvery();

    /** So many requests are out at once from one replica. */
    int mostAtOnce();

    Duration connectWithin();

    /** From the first byte to the answer. */
    Duration answerWithin();

    /** What could not be delivered for so long becomes a dead letter, or disables the webhook. */
    Duration giveUpAfter();

    /** How long a secret signs beside the one that replaced it. */
    Duration secretOverlap();

    /** How long the log keeps what is done. */
    Duration keepLog();
}
