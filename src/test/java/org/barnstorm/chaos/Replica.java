package org.barnstorm.chaos;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.barnstorm.local.Ports;
import org.barnstorm.testing.ClassArchive;

/** One replica of the packaged service, on the same ports however often it is killed. */
final class Replica implements AutoCloseable {
    private static final Path JAR =
            Path.of("target", "quarkus-app", "quarkus-run.jar").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final int number;
    private final Map<String, String> settings;
    private final Path log;
    private final Ports ports = Ports.free();
    private Process process;

    Replica(int number, Map<String, String> settings, Path folder) {
        this.number = number;
        this.settings = new HashMap<>(settings);
        this.settings.put("quarkus.http.port", "" + ports.http());
        this.settings.put("quarkus.management.port", "" + ports.management());
        this.log = folder.resolve("replica-" + number + ".log");
    }

    int number() {
        return number;
    }

    int port() {
        return ports.http();
    }

    void start() {
        start(Map.of(), Map.of());
    }

    /** With some settings changed, and in another environment. */
    void start(Map<String, String> changes, Map<String, String> environment) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // Killed again before the better compiler pays: the simple one starts faster and leaves more to the others.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m"));
        command.add(ClassArchive.option(JAR));
        var all = new HashMap<>(settings);
        all.putAll(changes);
        all.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-jar", JAR.toString()));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Until it takes requests; one that ended meanwhile is started again, as Kubernetes does. */
    void awaitReady() {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(() -> {
            if (!process.isAlive()) start();
            return isReady();
        });
    }

    private boolean isReady() {
        try {
            return management("/q/health/ready").equals("200");
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The sum of what it measures under this name; of the lines with this label where one is given. */
    double metric(String name, String label) {
        return management("/q/metrics", true)
                .lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .filter(line -> line.contains(label))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private String management(String path) {
        return management(path, false);
    }

    /** Answers the body, or the status. */
    private String management(String path, boolean body) {
        var uri = URI.create("http://127.0.0.1:" + ports.management() + path);
        try {
            var request =
                    HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(5)).build();
            var answer = HTTP.send(request, BodyHandlers.ofString());
            return body ? answer.body() : "" + answer.statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (process != null) kill();
    }
}
