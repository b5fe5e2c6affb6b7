package org.barnstorm.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.barnstorm.local.Folders;
import org.barnstorm.local.Home;
import org.barnstorm.local.LocalDatabase;
import org.barnstorm.local.LocalKeycloak;
import org.barnstorm.local.LocalRealm;
import org.barnstorm.local.LocalStack;
import org.barnstorm.local.Ports;
import org.barnstorm.local.Progress;

/**
 * A real PostgreSQL and a real Keycloak for the whole end-to-end suite, started once, on free ports and with empty data,
 * so that the suite passes while a laptop run is going on.
 */
public final class Servers {
    private static Servers running;

    private final Ports ports = Ports.free();
    private final LocalStack stack;

    private Servers(Path folder) {
        var home = Home.find();
        var realm = LocalRealm.merged(home.realm()).withAppAt(app());
        stack = new LocalStack(
                new LocalDatabase.Options(folder.resolve("postgres"), home.in("postgres-binaries"), ports.postgres()),
                new LocalKeycloak.Options(
                        home.keycloakDistribution(),
                        folder.resolve("keycloak"),
                        realm,
                        ports.keycloak(),
                        ports.keycloakManagement()));
    }

    public static synchronized Servers get() {
        if (running == null) {
            try {
                running = started(Files.createTempDirectory("barnstorm-e2e"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return running;
    }

    private static Servers started(Path folder) {
        var servers = new Servers(folder);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> servers.end(folder)));
        servers.stack.start(new Progress(System.out));
        return servers;
    }

    private void end(Path folder) {
        stack.close();
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where browsers find the packaged service. */
    public String app() {
        return "http://localhost:" + ports.http();
    }

    public LocalKeycloak keycloak() {
        return stack.keycloak();
    }

    public LocalDatabase database() {
        return stack.database();
    }

    public KeycloakPeople people() {
        return new KeycloakPeople(keycloak().options().issuer());
    }

    /** Everything that production must configure, for these servers. */
    Map<String, String> settings() {
        return stack.settings(ports, Home.newKey());
    }
}
