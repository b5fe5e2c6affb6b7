package org.barnstorm.chaos;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.barnstorm.local.Home;
import org.barnstorm.local.LocalDatabase;
import org.barnstorm.local.Ports;
import org.barnstorm.local.Progress;

/**
 * A durable PostgreSQL that can be killed as by a power cut, frozen, and started again on what is left. Its pid file is
 * never deleted, and it is not started again before each of its processes is gone.
 */
final class Postgres implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final List<String> SETTINGS = List.of(
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=120",
            "track_commit_timestamp=on",
            // Below our lock timeout, so that a deadlock is counted as one and not taken for a busy row.
            "deadlock_timeout=100ms");

    private final Path data;
    private final Path log;
    private final int port = Ports.free().postgres();
    private final Path program;
    private Process postmaster;

    private Postgres(Path folder, Path program) {
        this.data = folder.resolve("postgres");
        this.log = folder.resolve("postgres.log");
        this.program = program;
    }

    /** Makes a new cluster with the roles of production, and serves it. */
    static Postgres create(Path folder) throws IOException {
        var data = folder.resolve("postgres");
        var options = new LocalDatabase.Options(
                data, Home.find().in("postgres-binaries"), Ports.free().postgres());
        var made = LocalDatabase.start(options, new Progress(System.out));
        var postmaster = Files.readAllLines(data.resolve("postmaster.pid")).get(0);
        var program = Files.readSymbolicLink(Path.of("/proc", postmaster.strip(), "exe"));
        made.close();
        var postgres = new Postgres(folder, program);
        postgres.start();
        return postgres;
    }

    void start() {
        var command = new ArrayList<String>();
        // PostgreSQL refuses to run as root; in a user namespace it does not see that it does.
        if (System.getProperty("user.name").equals("root")) command.addAll(List.of("unshare", "-U"));
        command.addAll(List.of(program.toString(), "-D", data.toString(), "-p", "" + port));
        for (var setting : SETTINGS) command.addAll(List.of("-c", setting));
        try {
            postmaster = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(this::serves);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean serves() {
        if (!postmaster.isAlive()) throw new IllegalStateException("PostgreSQL ended; see " + log);
        try (var connection = asSuperuser()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false; // it still recovers
        }
    }

    /** Kills the postmaster and all its children and waits until the last of them is gone. */
    void kill() {
        signal("KILL");
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(() -> {
            var left = processes();
            left.forEach(ProcessHandle::destroyForcibly); // forked while the others were being killed
            // Until somebody has asked how it ended, a dead postmaster's pid counts as one that still runs.
            return left.isEmpty() && !postmaster.isAlive();
        });
    }

    /** Stands still: keeps its connections and its locks, and answers nothing. */
    void freeze() {
        signal("STOP");
    }

    void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        var pids = processes().stream().map(each -> "" + each.pid()).collect(Collectors.joining(" "));
        try {
            // Those that are gone meanwhile are no failure.
            new ProcessBuilder("sh", "-c", "kill -" + name + " " + pids + " 2>/dev/null")
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Every process of a PostgreSQL works in its data folder; the postmaster comes first. */
    private List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses()
                .filter(process -> data.toAbsolutePath().equals(folderOf(process)))
                .sorted()
                .toList();
    }

    private static Path folderOf(ProcessHandle process) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", "" + process.pid(), "cwd"));
        } catch (IOException e) {
            return null; // gone, or not ours to look at
        }
    }

    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + LocalDatabase.NAME;
    }

    Connection asOwner() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), LocalDatabase.OWNER, LocalDatabase.OWNER_PASSWORD);
    }

    Connection asSuperuser() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), "postgres", "");
    }

    /** How often PostgreSQL has written this; the log outlives a crash, its statistics do not. */
    long logged(String text) {
        try (var lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(text)).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
