package org.barnstorm.local;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the service must be told to run against a local PostgreSQL and Keycloak. */
public final class LocalSettings {
    private LocalSettings() {}

    /**
     * The same keys that production sets by environment variables: addresses, the application's role for work, the
     * owner's role for migrations.
     */
    public static Map<String, String> of(
            Ports ports, LocalDatabase database, LocalKeycloak keycloak, String cursorKey) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("quarkus.http.host", "127.0.0.1");
        settings.put("quarkus.http.port", "" + ports.http());
        settings.put("quarkus.management.host", "127.0.0.1");
        settings.put("quarkus.management.port", "" + ports.management());
        settings.put("quarkus.datasource.jdbc.url", database.jdbcUrl());
        settings.put("quarkus.datasource.username", LocalDatabase.APP);
        settings.put("quarkus.datasource.password", LocalDatabase.APP_PASSWORD);
        settings.put("quarkus.flyway.username", LocalDatabase.OWNER);
        settings.put("quarkus.flyway.password", LocalDatabase.OWNER_PASSWORD);
        settings.put("quarkus.flyway.migrate-at-start", "true");
        // It comes before migrating and would refuse what is yet to be migrated; migrating itself validates the rest.
        settings.put("quarkus.flyway.validate-at-start", "false");
        settings.put("mp.jwt.verify.issuer", keycloak.options().issuer());
        settings.put("mp.jwt.verify.publickey.location", keycloak.keysAddress());
        // With the client of the password grant, so that one curl command can do what the app does.
        settings.put("barnstorm.identity.own-clients", "barnstorm-web,barnstorm-cli");
        settings.put("barnstorm.sandboxes.enabled", "true");
        settings.put("barnstorm.cursor-key", cursorKey);
        return settings;
    }
}
