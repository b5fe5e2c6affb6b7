package org.barnstorm.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.barnstorm.local.Folders;
import org.barnstorm.local.Home;
import org.barnstorm.local.LocalDatabase;
import org.barnstorm.local.Ports;
import org.barnstorm.local.Progress;
import org.barnstorm.testing.TestIssuer;
import org.barnstorm.testing.Trusting;

/** PostgreSQL with fsync on, an issuer of tokens, and the packaged jar, all on loopback. */
final class Stand implements AutoCloseable {
    private static final Path FOLDER = Path.of("target", "bench");
    private static final Path DATA = FOLDER.resolve("postgres").toAbsolutePath();

    private static final int START_ATTEMPTS = 3;

    private final LocalDatabase database;
    private final TestIssuer issuer = TestIssuer.start();
    private final String cursorKey = Home.newKey();
    private volatile PackagedJar service;

    Stand(Progress progress) throws IOException {
        Folders.delete(DATA);
        Files.createDirectories(FOLDER);
        Files.deleteIfExists(serviceLog());
        database = LocalDatabase.start(
                new LocalDatabase.Options(
                        DATA, Home.find().in("postgres-binaries"), Ports.free().postgres()),
                progress);
    }

    /** Where what is measured is written. */
    static Path folder() {
        return FOLDER;
    }

    TestIssuer issuer() {
        return issuer;
    }

    /** The one that runs now. */
    PackagedJar service() {
        return service;
    }

    /** Starts the service so that it makes the tables first; only the first start needs that. */
    PackagedJar migrate() {
        var settings = settings();
        settings.put("quarkus.flyway.username", LocalDatabase.OWNER);
        settings.put("quarkus.flyway.password", LocalDatabase.OWNER_PASSWORD);
        settings.put("quarkus.flyway.migrate-at-start", "true");
        settings.put("quarkus.flyway.validate-at-start", "false");
        return start(settings);
    }

    /** Starts the service anew, as production starts it. */
    PackagedJar restart() {
        return start(settings());
    }

    /** Kills the service as a machine that dies does, and starts another one. Who asks meanwhile gets the dead one. */
    void crash() {
        service.kill();
        restart();
    }

    private PackagedJar start(Map<String, String> settings) {
        if (service != null) service.close();
        for (var attempt = 1; ; attempt++) {
            try {
                service = new PackagedJar(settings, serviceLog());
                return service;
            } catch (IllegalStateException e) {
                // On a machine with much else to do the first connection can take longer than the pool waits for it.
                if (attempt == START_ATTEMPTS) throw e;
            }
        }
    }

    private Map<String, String> settings() {
        var settings = new HashMap<String, String>();
        settings.put("quarkus.http.host", "127.0.0.1");
        settings.put("quarkus.management.host", "127.0.0.1");
        settings.put("quarkus.datasource.jdbc.url", database.jdbcUrl());
        settings.put("quarkus.datasource.username", LocalDatabase.APP);
        settings.put("quarkus.datasource.password", LocalDatabase.APP_PASSWORD);
        settings.put("mp.jwt.verify.issuer", issuer.url());
        settings.put("mp.jwt.verify.publickey.location", issuer.keysUrl());
        settings.put("barnstorm.cursor-key", cursorKey);
        settings.put("quarkus.shutdown.delay", "0s");
        // A few people claim for all the members there are.
        settings.put("barnstorm.task.limits.start", "1000");
        settings.put("barnstorm.task.limits.most", "1000");
        settings.putAll(Trusting.settings());
        return settings;
    }

    Connection asOwner() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), LocalDatabase.OWNER, LocalDatabase.OWNER_PASSWORD);
    }

    /** As the service connects. */
    Connection asApplication() throws SQLException {
        return DriverManager.getConnection(
                database.jdbcUrl() + "?options=-c%20jit=off%20-c%20lock_timeout=250ms%20-c%20statement_timeout=5s",
                LocalDatabase.APP,
                LocalDatabase.APP_PASSWORD);
    }

    Connection asSuperuser() throws SQLException {
        return database.asSuperuser(LocalDatabase.NAME);
    }

    StatementLog statements(Connection superuser) {
        return new StatementLog(DATA.resolveSibling("postgres.log"), superuser, LocalDatabase.APP);
    }

    /** The process that all of PostgreSQL's processes are children of. */
    long postmaster() {
        try {
            return Long.parseLong(
                    Files.readAllLines(DATA.resolve("postmaster.pid")).get(0).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path serviceLog() {
        return FOLDER.resolve("service.log");
    }

    @Override
    public void close() throws IOException {
        if (service != null) service.close();
        issuer.close();
        database.close();
        Folders.delete(DATA);
    }
}
