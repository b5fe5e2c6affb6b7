package org.barnstorm.chaos;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.barnstorm.chaos.client.Someone;
import org.barnstorm.testing.TestIssuer;

/** Signs thousands of people in, over HTTP as Keycloak does but without passwords. */
final class Issuer implements AutoCloseable {
    private static final Set<String> PERSON = Set.of("member");
    private static final Set<String> ADMIN = Set.of("member", "admin");

    private final TestIssuer keys = TestIssuer.start();
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final HttpServer server;
    /** Longer than the clocks of servers are wrong in T-19; otherwise as short as production's. */
    private volatile Duration term = Duration.ofMinutes(5);

    Issuer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/token", this::answer);
        server.start();
    }

    String name() {
        return keys.url();
    }

    String keysAddress() {
        return keys.keysUrl();
    }

    String tokens() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/token";
    }

    /** From now on tokens were issued so long ago and are good for as long. */
    void term(Duration aboutNow) {
        term = aboutNow;
    }

    String token(Someone who) {
        var now = Instant.now();
        var account = new TestIssuer.Account(who.subject(), "Cha Os", who.subject() + "@example.org");
        return keys.sign(keys.claims(account, who.admin() ? ADMIN : PERSON)
                .issuedAt(now.minus(term))
                .expiresAt(now.plus(term)));
    }

    private void answer(HttpExchange exchange) throws IOException {
        var query = parameters(exchange.getRequestURI().getQuery());
        var who = new Someone(query.get("subject"), Boolean.parseBoolean(query.get("admin")), null);
        var body = token(who).getBytes(StandardCharsets.US_ASCII);
        exchange.getResponseHeaders().set("Seconds", "" + term.toSeconds());
        exchange.sendResponseHeaders(200, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static Map<String, String> parameters(String query) {
        var found = new HashMap<String, String>();
        for (var pair : query.split("&")) {
            var parts = pair.split("=", 2);
            found.put(parts[0], parts[1]);
        }
        return found;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        keys.close();
    }
}
