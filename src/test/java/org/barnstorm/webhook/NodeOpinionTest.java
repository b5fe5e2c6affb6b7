package org.barnstorm.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.barnstorm.testing.Node;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Our signatures as the npm package standardwebhooks sees them, and as the verifier in docs/webhooks.md does. */
class NodeOpinionTest {
    private static final String ABSENT = "\n*** node, npm or the package standardwebhooks is absent: NO OTHER PROGRAM"
            + " VERIFIES OUR WEBHOOKS in this run. ***\n";
    private static final Path SCRIPT = Path.of("src", "test", "resources", "verify-webhook.mjs");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BODY = "{\"who\": \"Zoë 😀\"}";

    private static Path library;

    private final Secret secret = Secret.random(new SecureRandom());
    private final Secret former = Secret.random(new SecureRandom());

    @BeforeAll
    static void it_is_there() {
        if (Node.run("", List.of("node", "--version")) != null) {
            library = Node.installed("standardwebhooks", "1.1.1", "package.json");
        }
        if (library != null) return;
        if ("true".equals(System.getenv("CI"))) throw new AssertionError(ABSENT);
        System.err.println(ABSENT);
        assumeTrue(false, ABSENT);
    }

    @Test
    void it_accepts_what_we_sign_with_either_secret() {
        assertThat(verdict(secret, Instant.now(), BODY)).isEqualTo("accepted");
        assertThat(verdict(former, Instant.now(), BODY)).isEqualTo("accepted");
    }

    @Test
    void it_refuses_what_was_changed_and_what_is_old() {
        assertThat(verdict(secret, Instant.now(), BODY.replace("Zoë", "Eve"))).startsWith("refused");
        assertThat(verdict(Secret.random(new SecureRandom()), Instant.now(), BODY))
                .startsWith("refused");
        assertThat(verdict(secret, Instant.now().minusSeconds(600), BODY)).startsWith("refused");
    }

    private String verdict(Secret receivers, Instant at, String received) {
        var id = "0199d6f0-5f3c-7c55-9d0a-2f3f5d0c7c11";
        var body = BODY.getBytes(StandardCharsets.UTF_8);
        var input = write(Map.of(
                "secret", receivers.text(),
                "body", received,
                "headers",
                        Map.of(
                                "webhook-id",
                                id,
                                "webhook-timestamp",
                                Long.toString(at.getEpochSecond()),
                                "webhook-signature",
                                secret.sign(id, at, body) + ' ' + former.sign(id, at, body))));
        var command = List.of(
                "node", SCRIPT.toString(), library.getParent().toAbsolutePath().toString());
        return Node.run(input, command);
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
