package org.barnstorm.testing;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** What every {@code @QuarkusTest} runs on: one database and one issuer, for one start of the application. */
@QuarkusTestResource(TestStack.class)
public class TestStack implements QuarkusTestResourceLifecycleManager {
    /** Where tests receive webhooks: the only name that leads to this machine. */
    public static final String OPEN_HOST = "receiver.test";

    private static final String NEVER = "365d";

    private static TestIssuer issuer;
    private TestDatabase database;

    /** The issuer that the application trusts. */
    public static TestIssuer issuer() {
        return issuer;
    }

    @Override
    public Map<String, String> start() {
        if (Boolean.getBoolean("barnstorm.test.packaged")) return Map.of(); // the end-to-end suite brings its own
        database = TestDatabase.start();
        issuer = TestIssuer.start();
        var config = new HashMap<String, String>();
        config.put("quarkus.datasource.jdbc.url", database.url());
        config.put("quarkus.datasource.username", TestDatabase.APP);
        config.put("quarkus.datasource.password", TestDatabase.PASSWORD);
        config.put("quarkus.flyway.username", TestDatabase.OWNER);
        config.put("quarkus.flyway.password", TestDatabase.PASSWORD);
        config.put("quarkus.flyway.migrate-at-start", "true");
        // Quarkus validates before it migrates, so an empty database would be refused; migrating validates too.
        config.put("quarkus.flyway.validate-at-start", "false");
        // Otherwise Quarkus generates a key for tests, which the service would then trust, and no other.
        config.put("mp.jwt.verify.publickey", "NONE");
        config.put("mp.jwt.verify.publickey.location", issuer.keysUrl());
        config.put("mp.jwt.verify.issuer", issuer.url());
        config.put("barnstorm.cursor-key", randomKey());
        config.put("barnstorm.certificates.key", SigningKeys.pem());
        config.put("barnstorm.certificates.address", "https://barnstorm.example.org");
        config.put("barnstorm.webhooks.keys", randomKey());
        config.put("barnstorm.webhooks.open-hosts", OPEN_HOST);
        config.put("barnstorm.webhooks.answer-within", "3s");
        config.put("barnstorm.osdi.address", "");
        config.put("barnstorm.sandboxes.enabled", "true");
        config.put("barnstorm.sandboxes.most", "1000");
        config.put("quarkus.http.test-port", "0");
        config.put("quarkus.management.test-port", "0");
        config.put("quarkus.shutdown.delay", "0s");
        config.putAll(noRounds());
        config.putAll(Trusting.settings());
        config.putAll(Unlimited.settings());
        return config;
    }

    /**
     * A round of the service that meets what a test has just let lapse does the test's work before it, or makes the test's
     * own round pass it over. The tests send the sweepers round themselves; the packaged service shows that rounds are made.
     */
    private static Map<String, String> noRounds() {
        return Map.of(
                "barnstorm.task.sweep-every", NEVER,
                "barnstorm.mandate.sweep-every", NEVER,
                "barnstorm.training.sweep-every", NEVER,
                "barnstorm.webhooks.look-every", NEVER,
                "barnstorm.sandboxes.sweep-every", NEVER,
                "barnstorm.imports.sweep-every", NEVER);
    }

    @Override
    public void stop() {
        if (issuer != null) issuer.close();
        if (database != null) database.close();
    }

    /** A connection as the role that owns the tables, for checks and for what the service itself may not do. */
    public static Connection asOwner() throws SQLException {
        return connect(TestDatabase.OWNER);
    }

    /** A connection as the role that the service uses. */
    public static Connection asApplication() throws SQLException {
        return connect(TestDatabase.APP);
    }

    private static Connection connect(String role) throws SQLException {
        var url = ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
        var connection = DriverManager.getConnection(url, role, TestDatabase.PASSWORD);
        try (var statement = connection.createStatement()) {
            // Elsewhere "15 days ago" is an hour off when the clocks were changed meanwhile.
            statement.execute("set time zone 'UTC'");
        }
        return connection;
    }

    private static String randomKey() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
