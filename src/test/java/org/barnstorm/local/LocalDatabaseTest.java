package org.barnstorm.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalDatabaseTest {
    private final Progress silent =
            new Progress(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));

    @TempDir
    Path folder;

    private LocalDatabase.Options options;
    private LocalDatabase database;

    @BeforeEach
    void start() {
        var binaries = Home.find().in("postgres-binaries");
        options = new LocalDatabase.Options(
                folder.resolve("data"), binaries, Ports.free().postgres());
        database = LocalDatabase.start(options, silent);
    }

    @AfterEach
    void stop() {
        if (database != null) database.close();
    }

    @Test
    void the_owner_makes_tables_and_the_application_may_not() throws SQLException {
        run(LocalDatabase.OWNER, LocalDatabase.OWNER_PASSWORD, "create table kept (id int)");
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> run(LocalDatabase.APP, LocalDatabase.APP_PASSWORD, "create table mine (id int)"))
                .withMessageContaining("permission denied");
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> run(LocalDatabase.APP, LocalDatabase.APP_PASSWORD, "create temp table mine (id int)"))
                .withMessageContaining("permission denied");
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> run(LocalDatabase.APP, LocalDatabase.APP_PASSWORD, "select * from kept"))
                .withMessageContaining("permission denied");
    }

    @Test
    void a_wrong_password_is_refused_as_in_production() {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> run(LocalDatabase.APP, "wrong", "select 1"))
                .withMessageContaining("password authentication failed");
    }

    @Test
    void it_is_durable_and_reachable_from_this_machine_only() throws SQLException {
        assertThat(setting("fsync")).isEqualTo("on");
        assertThat(setting("synchronous_commit")).isEqualTo("on");
        assertThat(setting("full_page_writes")).isEqualTo("on");
        assertThat(setting("listen_addresses")).isEqualTo("127.0.0.1");
    }

    @Test
    void data_survives_a_restart() throws SQLException {
        run(LocalDatabase.OWNER, LocalDatabase.OWNER_PASSWORD, "create table kept (id int)");
        database.close();
        database = LocalDatabase.start(options, silent);
        run(LocalDatabase.OWNER, LocalDatabase.OWNER_PASSWORD, "select * from kept");
    }

    @Test
    void a_server_that_a_killed_run_left_behind_is_found_and_ended() throws SQLException {
        run(LocalDatabase.OWNER, LocalDatabase.OWNER_PASSWORD, "create table kept (id int)");
        assertThatExceptionOfType(LocalFailure.class)
                .isThrownBy(() -> LocalDatabase.start(options, silent))
                .withMessageContaining("Another PostgreSQL");
        assertThat(Leftover.stop(options.pidFile(), options.data())).isTrue();
        database.close(); // releases a lock that in a killed run has gone with its process
        database = LocalDatabase.start(options, silent);
        run(LocalDatabase.OWNER, LocalDatabase.OWNER_PASSWORD, "select * from kept");
    }

    @Test
    void the_process_id_of_another_program_is_left_alone() throws IOException {
        database.close();
        Files.writeString(options.pidFile(), ProcessHandle.current().pid() + "\n");
        assertThat(Leftover.stop(options.pidFile(), options.data())).isFalse();
        database = LocalDatabase.start(options, silent);
    }

    @Test
    void a_crash_loses_nothing() throws SQLException {
        run(LocalDatabase.OWNER, LocalDatabase.OWNER_PASSWORD, "create table kept (id int)");
        var server = Leftover.recorded(options.pidFile()).orElseThrow();
        server.destroyForcibly();
        server.onExit().join();
        database.close(); // releases a lock that in a killed run has gone with its process
        database = LocalDatabase.start(options, silent);
        run(LocalDatabase.OWNER, LocalDatabase.OWNER_PASSWORD, "select * from kept");
    }

    @Test
    void a_half_made_database_is_made_anew() throws IOException {
        database.close();
        Files.delete(options.data().resolve("barnstorm.initialised"));
        Files.delete(options.data().resolve("global/pg_control"));
        database = LocalDatabase.start(options, silent);
        assertThat(options.data().resolve("global/pg_control")).exists();
    }

    @Test
    void data_of_another_major_version_gets_a_sentence() throws IOException {
        database.close();
        database = null;
        Files.writeString(options.data().resolve("PG_VERSION"), "14\n");
        var hurried =
                new LocalDatabase.Options(options.data(), options.binaries(), options.port(), Duration.ofSeconds(2));
        assertThatExceptionOfType(LocalFailure.class)
                .isThrownBy(() -> LocalDatabase.start(hurried, silent))
                .withMessageContaining("another major version")
                .withMessageContaining("Delete the folder");
    }

    private String setting(String name) throws SQLException {
        try (var connection = database.asSuperuser(LocalDatabase.NAME);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("show " + name)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void run(String role, String password, String command) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), role, password);
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
