package org.barnstorm.e2e;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import org.barnstorm.testing.Trusting;

/**
 * Lets a {@code @QuarkusIntegrationTest} run the packaged jar, as production runs it, against {@link Servers}:
 * {@code @WithTestResource(KeycloakResource.class)}.
 */
public class KeycloakResource implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        var settings = new HashMap<>(Servers.get().settings());
        // The test framework hands a generated key to the service, which would then trust that one and no other.
        settings.put("mp.jwt.verify.publickey", "NONE");
        // A packaged service under test listens where the test framework says, not where it is configured to.
        settings.put("quarkus.http.test-port", settings.get("quarkus.http.port"));
        settings.put("quarkus.management.test-port", settings.get("quarkus.management.port"));
        // The same few volunteers act in every chapter of the story, whatever they still hold from another.
        settings.put("barnstorm.task.limits.start", "20");
        settings.putAll(Trusting.settings());
        return settings;
    }

    /** The servers stay for the next test class; they end with the suite. */
    @Override
    public void stop() {}
}
