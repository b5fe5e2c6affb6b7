package org.barnstorm.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * PostgreSQL as production has it, without Docker: a database that its owner's role migrates and that the
 * application's role may only use as the migrations grant.
 */
public final class LocalDatabase implements AutoCloseable {
    public static final String NAME = "barnstorm";
    public static final String OWNER = "barnstorm_owner";
    public static final String OWNER_PASSWORD = "barnstorm-owner";
    public static final String APP = "barnstorm_app";
    public static final String APP_PASSWORD = "barnstorm-app";

    /** Our two roles need their passwords here too, so that a wrong one is found on a laptop and not in production. */
    private static final String WHO_MAY_CONNECT = """
            host all postgres 127.0.0.1/32 trust
            host all all      127.0.0.1/32 scram-sha-256
            """;

    private static final String INITIALISED = "barnstorm.initialised";

    private final EmbeddedPostgres server;

    /** Where the data lives and which port serves it; {@code binaries} is a cache that several may share. */
    public record Options(Path data, Path binaries, int port, Duration patience) {
        /** Half a minute is for a server that has a crash to recover from; a start takes one second. */
        public Options(Path data, Path binaries, int port) {
            this(data, binaries, port, Duration.ofSeconds(30));
        }

        Path pidFile() {
            return data.resolve("postmaster.pid");
        }

        Path log() {
            return data.resolveSibling(data.getFileName() + ".log");
        }
    }

    private LocalDatabase(EmbeddedPostgres server) {
        this.server = server;
    }

    public static LocalDatabase start(Options options, Progress progress) {
        try {
            prepare(options, progress);
            Files.deleteIfExists(options.log());
            var database = new LocalDatabase(launch(options));
            database.createRoles();
            Files.writeString(options.data().resolve(INITIALISED), "");
            progress.say("PostgreSQL is up on port %d", options.port());
            return database;
        } catch (IOException | SQLException | IllegalStateException e) {
            throw new LocalFailure(whyNot(options), e);
        }
    }

    private static EmbeddedPostgres launch(Options options) throws IOException {
        Files.createDirectories(options.binaries());
        return EmbeddedPostgres.builder()
                .setDataDirectory(options.data())
                .setOverrideWorkingDirectory(options.binaries().toFile())
                .setDataDirectoryCustomizer(data -> write(data.toPath().resolve("pg_hba.conf"), WHO_MAY_CONNECT))
                .setCleanDataDirectory(false)
                // We stop it ourselves, after the service that uses it.
                .setRegisterShutdownHook(false)
                .setPort(options.port())
                .setPGStartupWait(options.patience())
                // The library switches durability off for the sake of tests; ours must survive a pulled plug.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "''")
                .setServerConfig("max_connections", "100")
                .setErrorRedirector(
                        ProcessBuilder.Redirect.appendTo(options.log().toFile()))
                .setOutputRedirector(
                        ProcessBuilder.Redirect.appendTo(options.log().toFile()))
                .start();
    }

    /** Makes the folder fit for a start after whatever ended the last one. */
    private static void prepare(Options options, Progress progress) throws IOException {
        var data = options.data();
        Files.createDirectories(data.toAbsolutePath().getParent());
        if (Leftover.recorded(options.pidFile())
                .filter(found -> Leftover.serves(found, data))
                .isPresent()) {
            throw new LocalFailure("Another PostgreSQL already serves " + data);
        }
        // PostgreSQL itself would refuse to start when that process id belongs to some other program by now.
        if (Files.deleteIfExists(options.pidFile())) {
            progress.say("PostgreSQL was not closed last time: it replays its log, nothing is lost");
        }
        if (Files.exists(data) && !Files.exists(data.resolve(INITIALISED))) {
            progress.say("The last run ended while it made the database: making it anew");
            Folders.delete(data);
        }
    }

    private void createRoles() throws SQLException {
        try (var connection = asSuperuser("postgres")) {
            createRole(connection, OWNER, OWNER_PASSWORD);
            createRole(connection, APP, APP_PASSWORD);
            if (!exists(connection, "select 1 from pg_database where datname = '" + NAME + "'")) {
                run(connection, List.of("create database " + NAME + " owner " + OWNER));
            }
            // The application's role may connect. What it may touch is for the migrations to say.
            run(
                    connection,
                    List.of(
                            "revoke all on database " + NAME + " from public",
                            "grant connect on database " + NAME + " to " + APP));
        }
    }

    private static void createRole(Connection connection, String role, String password) throws SQLException {
        if (exists(connection, "select 1 from pg_roles where rolname = '" + role + "'")) return;
        run(
                connection,
                List.of("create role %s login nosuperuser nocreatedb nocreaterole password '%s'"
                        .formatted(role, password)));
    }

    private static boolean exists(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private static void run(Connection connection, List<String> commands) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var command : commands) statement.execute(command);
        }
    }

    /** Turns PostgreSQL's own complaint into a sentence; everything else is in the log it names. */
    private static String whyNot(Options options) {
        try {
            if (Files.exists(options.log()) && Files.readString(options.log()).contains("not compatible with this")) {
                return """
                        The data in %s was made by another major version of PostgreSQL. \
                        Delete the folder to begin with an empty database, or start once more with the old version.""".formatted(options.data());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "PostgreSQL did not start on port %d; its log is %s".formatted(options.port(), options.log());
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.getPort(), NAME);
    }

    /** For tests that look at what no role of ours may see. */
    public Connection asSuperuser(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.getPort(), database), "postgres", "");
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
