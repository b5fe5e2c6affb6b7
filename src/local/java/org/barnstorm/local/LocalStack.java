package org.barnstorm.local;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** PostgreSQL and Keycloak, started side by side and ended together. */
public final class LocalStack implements AutoCloseable {
    private final LocalDatabase.Options databaseOptions;
    private final LocalKeycloak.Options keycloakOptions;

    private volatile LocalDatabase database;
    private volatile LocalKeycloak keycloak;

    public LocalStack(LocalDatabase.Options databaseOptions, LocalKeycloak.Options keycloakOptions) {
        this.databaseOptions = databaseOptions;
        this.keycloakOptions = keycloakOptions;
    }

    public void start(Progress progress) {
        var databaseStart = CompletableFuture.runAsync(() -> database = LocalDatabase.start(databaseOptions, progress));
        var keycloakStart = CompletableFuture.runAsync(() -> keycloak = LocalKeycloak.start(keycloakOptions, progress));
        try {
            CompletableFuture.allOf(databaseStart, keycloakStart).join();
        } catch (CompletionException e) {
            close();
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    boolean started() {
        return database != null && keycloak != null;
    }

    /** The service's own configuration for these servers. */
    public Map<String, String> settings(Ports ports, String cursorKey) {
        return LocalSettings.of(ports, database, keycloak, cursorKey);
    }

    public LocalDatabase database() {
        return database;
    }

    public LocalKeycloak keycloak() {
        return keycloak;
    }

    void endLeftovers(Progress progress) {
        if (Leftover.stop(keycloakOptions.pidFile(), keycloakOptions.home())) {
            progress.say("Ended the Keycloak that a killed run had left behind");
        }
        if (Leftover.stop(databaseOptions.pidFile(), databaseOptions.data())) {
            progress.say("Ended the PostgreSQL that a killed run had left behind");
        }
    }

    /** Ends both; also one that is only half started, which is known by its process id alone. */
    @Override
    public void close() {
        try {
            if (keycloak != null) keycloak.close();
            else Leftover.stop(keycloakOptions.pidFile(), keycloakOptions.home());
        } finally {
            if (database != null) database.close();
            else Leftover.stop(databaseOptions.pidFile(), databaseOptions.data());
        }
    }
}
