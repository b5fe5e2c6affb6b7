package org.barnstorm.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * A PostgreSQL with the two roles that production has: the owner migrates, the service may not. Embedded, or the server
 * that {@code QUARKUS_DATASOURCE_JDBC_URL} names, as a user who may create roles and databases.
 */
final class TestDatabase implements AutoCloseable {
    static final String OWNER = "barnstorm_owner";
    static final String APP = "barnstorm_app";
    static final String PASSWORD = "only-for-tests";

    private static final String NAME = "barnstorm_test";

    private final EmbeddedPostgres embedded;
    private final String url;

    private TestDatabase(EmbeddedPostgres embedded, String url) {
        this.embedded = embedded;
        this.url = url;
    }

    static TestDatabase start() {
        var given = System.getenv("QUARKUS_DATASOURCE_JDBC_URL");
        try {
            if (given != null) {
                try (var admin = DriverManager.getConnection(
                        given,
                        System.getenv("QUARKUS_DATASOURCE_USERNAME"),
                        System.getenv("QUARKUS_DATASOURCE_PASSWORD"))) {
                    prepare(admin);
                }
                return new TestDatabase(null, given.replaceFirst("(//[^/?]+)(/[^?]*)?", "$1/" + NAME));
            }
            var embedded = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("track_commit_timestamp", "on")
                    // Below our lock timeout, so that a deadlock is counted as one and not taken for a busy row.
                    .setServerConfig("deadlock_timeout", "100ms")
                    .start();
            try (var admin = embedded.getPostgresDatabase().getConnection()) {
                prepare(admin);
            }
            return new TestDatabase(embedded, embedded.getJdbcUrl(OWNER, NAME).replaceFirst("\\?.*", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("The test database cannot be prepared", e);
        }
    }

    String url() {
        return url;
    }

    private static void prepare(Connection admin) throws SQLException {
        for (var role : new String[] {OWNER, APP}) {
            if (!exists(admin, "select 1 from pg_roles where rolname = ?", role)) {
                execute(admin, "create role " + role + " login password '" + PASSWORD + "'");
            }
        }
        if (!exists(admin, "select 1 from pg_database where datname = ?", NAME)) {
            execute(admin, "create database " + NAME + " owner " + OWNER + " encoding 'UTF8' template template0");
        }
    }

    private static boolean exists(Connection admin, String query, String name) throws SQLException {
        try (var statement = admin.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection admin, String sql) throws SQLException {
        try (var statement = admin.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        if (embedded == null) return;
        try {
            embedded.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
