package org.barnstorm.platform.startup;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;

/**
 * Refuses to start with a configuration that would be unsafe: better no service than one that lets everybody in. The
 * same checks run in the tests and on a laptop, so that production meets nothing new.
 */
@ApplicationScoped
class StartupChecks {
    private static final int KEY_BYTES = 32;
    private static final Pattern EXACT_ORIGIN = Pattern.compile("https?://[A-Za-z0-9.-]+(:\\d+)?");

    private final Config config;
    private final DataSource database;

    StartupChecks(Config config, DataSource database) {
        this.config = config;
        this.database = database;
    }

    void check(@Observes StartupEvent start) throws SQLException {
        var findings = new ArrayList<>(configuration(config));
        findings.addAll(databaseRole());
        if (!findings.isEmpty()) {
            throw new IllegalStateException("Barnstorm does not start: " + String.join(" ", findings));
        }
    }

    /** What is missing or unsafe in the configuration, one sentence each. */
    static List<String> configuration(Config config) {
        var findings = new ArrayList<String>();
        for (var name :
                List.of("mp.jwt.verify.issuer", "mp.jwt.verify.publickey.location", "mp.jwt.verify.audiences")) {
            if (text(config, name).isBlank()) findings.add("Set " + name + ".");
        }
        if (text(config, "mp.jwt.verify.issuer").endsWith("/")) {
            findings.add("mp.jwt.verify.issuer must not end with a slash: Keycloak's issuer does not.");
        }
        if (!strongKey(text(config, "barnstorm.cursor-key"))) {
            findings.add("Set barnstorm.cursor-key to 32 random bytes in Base64 (openssl rand -base64 32).");
        }
        if (!exactOrigins(text(config, "quarkus.http.cors.origins"))) {
            findings.add("quarkus.http.cors.origins must name exact origins.");
        }
        return findings;
    }

    private List<String> databaseRole() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select rolsuper, has_schema_privilege(current_schema(), 'CREATE')
                        from pg_roles where rolname = current_user
                        """)) {
            row.next();
            var findings = new ArrayList<String>();
            if (row.getBoolean(1)) findings.add("The database role is a superuser; use the application's own role.");
            if (row.getBoolean(2)) findings.add("The database role may change the schema; use the application's own.");
            return findings;
        }
    }

    /** Quarkus takes {@code *}, and between slashes a regular expression, which is easily wider than it looks. */
    private static boolean exactOrigins(String origins) {
        return origins.isBlank()
                || Stream.of(origins.split(","))
                        .allMatch(origin -> EXACT_ORIGIN.matcher(origin.strip()).matches());
    }

    private static boolean strongKey(String base64) {
        try {
            var bytes = Base64.getDecoder().decode(base64);
            // A key typed by hand or left as zeros has few different bytes.
            return bytes.length >= KEY_BYTES
                    && new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1)
                                    .chars()
                                    .distinct()
                                    .count()
                            > KEY_BYTES / 2;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String text(Config config, String name) {
        return config.getOptionalValue(name, String.class).orElse("");
    }
}
