package org.barnstorm.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.barnstorm.local.Ports;
import org.barnstorm.testing.ClassArchive;

/** The packaged jar in a process of its own, with the memory that the manifests give it. */
final class PackagedJar implements AutoCloseable {
    /**
     * What the JVM chooses by itself in a container of 512 MiB with the image's options: 35 % of it for the heap, two
     * processors, the serial collector.
     */
    static final List<String> AS_IN_THE_IMAGE = List.of(
            "-Xms179m",
            "-Xmx179m",
            "-XX:NewRatio=1",
            "-XX:MetaspaceSize=192m",
            "-XX:TrimNativeHeapInterval=30000",
            "-XX:+UseSerialGC",
            "-XX:ActiveProcessorCount=2",
            "-XX:+ExitOnOutOfMemoryError");

    private static final Path JAR = Path.of(System.getProperty("bench.jar", "target/quarkus-app/quarkus-run.jar"))
            .toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int OK = 200;

    private final Ports ports = Ports.free();
    private final Process process;
    private final Duration startTime;
    private final Path log;

    PackagedJar(Map<String, String> settings, Path log) {
        this.log = log;
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(AS_IN_THE_IMAGE);
        command.add(ClassArchive.option(JAR));
        command.addAll(List.of(System.getProperty("bench.jvm", "").split(" ")));
        command.removeIf(String::isBlank);
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.add("-Dquarkus.http.port=" + ports.http());
        command.add("-Dquarkus.management.port=" + ports.management());
        command.addAll(List.of("-jar", JAR.toString()));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("MALLOC_ARENA_MAX", "2"); // as in the image
        var began = System.nanoTime();
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        while (!ready()) pause();
        startTime = Duration.ofNanos(System.nanoTime() - began);
    }

    /** From the start of the process until it says that it is ready for requests. */
    Duration startTime() {
        return startTime;
    }

    long pid() {
        return process.pid();
    }

    InetSocketAddress address() {
        return new InetSocketAddress("127.0.0.1", ports.http());
    }

    private boolean ready() {
        if (!process.isAlive()) throw new IllegalStateException("The service has ended:\n" + tail());
        try {
            var url = URI.create("http://127.0.0.1:" + ports.management() + "/q/health/ready")
                    .toURL();
            var connection = (HttpURLConnection) url.openConnection();
            return connection.getResponseCode() == OK;
        } catch (IOException e) {
            return false; // not listening yet
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The last lines of its log. */
    String tail() {
        try {
            var lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it without a chance to finish anything. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
