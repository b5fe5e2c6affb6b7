package org.barnstorm.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real Keycloak as a child process, with our realm imported. */
public final class LocalKeycloak implements AutoCloseable {
    public static final String ADMIN = "keycloak-admin";
    public static final String ADMIN_PASSWORD = "barnstorm";

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int SECONDS_BETWEEN_WORDS = 5;

    private final Options options;
    private final Process process;

    /**
     * What to start and where.
     *
     * @param distribution Keycloak as Maven unpacked it; only read
     * @param home the folder for this server's data and log
     * @param realm imported under {@code fileName}, which must be {@code <realm>-realm.json}
     */
    public record Options(
            Path distribution, Path home, LocalRealm realm, String fileName, int port, int managementPort) {
        public Options(Path distribution, Path home, LocalRealm realm, int port, int managementPort) {
            this(distribution, home, realm, realm.fileName(), port, managementPort);
        }

        public String address() {
            return "http://localhost:" + port;
        }

        /** What tokens carry as {@code iss}. */
        public String issuer() {
            return address() + "/realms/" + realm.name();
        }

        Path log() {
            return home.resolveSibling(home.getFileName() + ".log");
        }

        Path pidFile() {
            return home.resolve("keycloak.pid");
        }

        private List<String> arguments() {
            return List.of(
                    "start",
                    "--optimized",
                    "--import-realm",
                    "--cache=local",
                    "--http-enabled=true",
                    "--http-host=127.0.0.1",
                    "--http-port=" + port,
                    "--http-management-port=" + managementPort,
                    "--http-management-scheme=http",
                    // Without it the issuer would follow the Host header of whoever asks.
                    "--hostname=" + address());
        }
    }

    private LocalKeycloak(Options options, Process process) {
        this.options = options;
        this.process = process;
    }

    public static LocalKeycloak start(Options options, Progress progress) {
        try {
            var built = KeycloakBuild.of(options.distribution(), progress);
            prepare(options, built, progress);
            var keycloak = new LocalKeycloak(options, launch(options));
            keycloak.awaitReady(progress);
            return keycloak;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFailure("Interrupted while Keycloak started", e);
        }
    }

    /** Keycloak imports a realm only when it has none of that name, so a changed file means an empty database. */
    private static void prepare(Options options, Path built, Progress progress) throws IOException {
        var stamp = options.home().resolve("imported");
        var wanted = built.getFileName() + " " + options.realm().hash();
        if (!Files.exists(stamp) || !Files.readString(stamp).equals(wanted)) {
            if (Files.exists(stamp)) progress.say("The realm has changed: importing it into an empty Keycloak");
            Folders.delete(options.home());
        }
        KeycloakBuild.instance(built, options.home());
        var imports = Files.createDirectories(options.home().resolve("data/import"));
        Files.write(imports.resolve(options.fileName()), options.realm().bytes());
        Files.writeString(stamp, wanted);
    }

    private static Process launch(Options options) throws IOException {
        var builder = KeycloakBuild.command(options.home(), options.arguments())
                .redirectOutput(options.log().toFile());
        builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
        builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN_PASSWORD);
        var process = builder.start();
        Files.writeString(options.pidFile(), process.pid() + System.lineSeparator());
        return process;
    }

    private void awaitReady(Progress progress) throws InterruptedException {
        progress.say("Keycloak is starting (log: %s)", options.log());
        var start = System.nanoTime();
        var lastWord = start;
        while (!ready()) {
            if (process.waitFor(200, TimeUnit.MILLISECONDS)) throw failure("Keycloak ended while it started");
            var now = System.nanoTime();
            if (now - start > PATIENCE.toNanos()) {
                close();
                throw failure("Keycloak was not ready after " + PATIENCE.toSeconds() + " s");
            }
            if (now - lastWord > TimeUnit.SECONDS.toNanos(SECONDS_BETWEEN_WORDS)) {
                lastWord = now;
                progress.say("Keycloak is still starting, %d s", TimeUnit.NANOSECONDS.toSeconds(now - start));
            }
        }
        progress.say("Keycloak is up at %s", options.address());
    }

    private boolean ready() throws InterruptedException {
        var probe = URI.create("http://127.0.0.1:%d/health/ready".formatted(options.managementPort()));
        try {
            var request =
                    HttpRequest.newBuilder(probe).timeout(Duration.ofSeconds(2)).build();
            var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
            return answer.statusCode() == 200;
        } catch (IOException e) {
            return false; // not listening yet
        }
    }

    private LocalFailure failure(String what) {
        return new LocalFailure("%s. From %s:%n%s".formatted(what, options.log(), tail()));
    }

    /** Complaints only: the reason of a failure is followed by hundreds of stack frames. */
    private String tail() {
        try (var lines = Files.lines(options.log())) {
            var complaints = lines.filter(line -> line.contains(" ERROR ") || line.contains(" WARN "))
                    .toList();
            return String.join(
                    System.lineSeparator(), complaints.subList(Math.max(0, complaints.size() - 12), complaints.size()));
        } catch (IOException e) {
            return "(it cannot be read: " + e.getMessage() + ")";
        }
    }

    public Options options() {
        return options;
    }

    /** Where the service reads the public keys. */
    public String keysAddress() {
        return options.issuer() + "/protocol/openid-connect/certs";
    }

    public KeycloakAdmin admin() {
        return new KeycloakAdmin(options.address(), options.realm().name());
    }

    @Override
    public void close() {
        Leftover.end(process.toHandle());
    }
}
