package org.barnstorm.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.barnstorm.testing.TestStack;

/** Somebody else's server, which keeps what it gets and answers as a test wants. */
final class Receiver implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Got> got = new CopyOnWriteArrayList<>();
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger mostInside = new AtomicInteger();
    private volatile Function<Got, Reply> manners = request -> new Reply(204, Map.of());

    /** One request. */
    record Got(HttpHeaders headers, String body) {
        String id() {
            return headers.firstValue("webhook-id").orElseThrow();
        }

        JsonNode event() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new AssertionError(body, e);
            }
        }

        String type() {
            return event().path("data").path("type").asText();
        }

        String subject() {
            return event().path("subject").asText();
        }
    }

    record Reply(int status, Map<String, String> headers) {}

    private Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::receive);
        server.setExecutor(threads);
        server.start();
    }

    static Receiver open() throws IOException {
        return new Receiver();
    }

    String url() {
        return "http://" + TestStack.OPEN_HOST + ':' + server.getAddress().getPort() + "/hook?key=s3cret";
    }

    void answers(int status) {
        answers(request -> new Reply(status, Map.of()));
    }

    void answers(Function<Got, Reply> manners) {
        this.manners = manners;
    }

    List<Got> got() {
        return got;
    }

    List<String> types() {
        return got.stream().map(Got::type).toList();
    }

    List<String> typesOf(String subject) {
        return got.stream()
                .filter(each -> each.subject().equals(subject))
                .map(Got::type)
                .toList();
    }

    /** How many were here at the same time, at most. */
    int mostAtOnce() {
        return mostInside.get();
    }

    private void receive(HttpExchange exchange) throws IOException {
        mostInside.accumulateAndGet(inside.incrementAndGet(), Math::max);
        try (exchange) {
            var headers = HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true);
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var request = new Got(headers, body);
            got.add(request);
            var reply = manners.apply(request);
            reply.headers().forEach(exchange.getResponseHeaders()::add);
            inside.decrementAndGet();
            exchange.sendResponseHeaders(reply.status(), -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
