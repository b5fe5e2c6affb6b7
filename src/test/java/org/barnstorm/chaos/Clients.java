package org.barnstorm.chaos;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.barnstorm.chaos.client.ClientsMain;
import org.barnstorm.chaos.client.Plan;
import org.barnstorm.chaos.client.Summary;

/** The clients' process, seen from the suite: is told what to do, and asked how far it is. */
final class Clients implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PATIENCE_SECONDS = 180;

    private final Process process;
    private volatile long attempts;
    private volatile CompletableFuture<Void> done;
    private volatile CompletableFuture<Void> idle;
    private Plan plan;

    Clients() throws IOException {
        process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-Djdk.httpclient.keepalive.timeout=30", // less than the service's own, as for tests (pom.xml)
                        "-cp",
                        System.getProperty("java.class.path"),
                        ClientsMain.class.getName()))
                .redirectError(Stack.FOLDER.resolve("clients.log").toFile())
                .start();
        var listener = new Thread(this::listen, "clients");
        listener.setDaemon(true);
        listener.start();
    }

    private void listen() {
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            follow(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void follow(BufferedReader lines) throws IOException {
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("attempts ")) attempts = Long.parseLong(line.substring(9));
            else if (line.equals("idle")) idle.complete(null);
            else if (line.equals("done")) done.complete(null);
            else System.out.println(line);
        }
    }

    void start(Plan wanted) throws IOException {
        plan = wanted;
        attempts = 0;
        done = new CompletableFuture<>();
        idle = new CompletableFuture<>();
        var file = Path.of(plan.history() + ".plan");
        JSON.writeValue(file.toFile(), plan);
        order("run " + file);
    }

    /** Claims that were answered so far. */
    long attempts() {
        return attempts;
    }

    /** Lets them come to an end by themselves. */
    void awaitIdle() {
        get(idle);
    }

    /** Ends what they do, and answers what they counted. */
    Summary stop() throws IOException {
        order("stop");
        get(done);
        return JSON.readValue(Path.of(plan.history() + ".summary").toFile(), Summary.class);
    }

    private void order(String text) throws IOException {
        var out = process.getOutputStream();
        out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static void get(CompletableFuture<Void> event) {
        try {
            event.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("The clients do not end; see clients.log", e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
