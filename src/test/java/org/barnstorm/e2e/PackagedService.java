package org.barnstorm.e2e;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.barnstorm.local.Ports;
import org.barnstorm.testing.ContractFilter;

/** The packaged jar in a process of its own, started as production starts it, with some settings changed. */
final class PackagedService implements AutoCloseable {
    static final Path FOLDER = Path.of("target", "quarkus-app");

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Ports ports = Ports.free();
    private final Process process;
    private final Path log;

    /** @param changes settings that differ from those of a sound installation; an empty value takes one away */
    PackagedService(Map<String, String> changes) {
        var settings = new HashMap<>(Servers.get().settings());
        settings.put("quarkus.http.port", "" + ports.http());
        settings.put("quarkus.management.port", "" + ports.management());
        settings.putAll(changes);
        settings.values().removeIf(String::isEmpty);
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.add("-jar");
        command.add(FOLDER.resolve("quarkus-run.jar").toString());
        try {
            log = Files.createTempFile("barnstorm-packaged", ".log");
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until its management port answers at all. */
    PackagedService started() {
        await().atMost(PATIENCE).ignoreException(ConnectException.class).until(() -> health("live") == 200);
        return this;
    }

    /** The status of {@code /q/health/…}. */
    int health(String probe) {
        return given().port(ports.management()).get("/q/health/" + probe).statusCode();
    }

    Response request(String method, String path) {
        return given().filter(new ContractFilter()).port(ports.http()).request(method, path);
    }

    String metrics() {
        return given().port(ports.management()).get("/q/metrics").asString();
    }

    /** Asks it to end, as Kubernetes does. */
    void terminate() {
        process.destroy();
    }

    /** Waits for it to end by itself and returns its exit code. */
    int ended() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("It still runs after " + PATIENCE + ":\n" + log());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        ended();
        Files.delete(log);
    }
}
