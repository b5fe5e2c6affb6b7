package org.barnstorm.chaos.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Signs people in: a token is asked for once and again when half of its time is over, as apps do. */
final class Tokens {
    /** What an issuer answers, and until when we use it. */
    private record Token(String text, long until) {}

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();
    private final String address;

    Tokens(String address) {
        this.address = address;
    }

    String of(Someone who) {
        var known = tokens.get(who.subject());
        if (known != null && System.nanoTime() < known.until()) return known.text();
        var fresh = fetch(who);
        tokens.put(who.subject(), fresh);
        return fresh.text();
    }

    private Token fetch(Someone who) {
        var uri = URI.create(address + "?subject=" + who.subject() + "&admin=" + who.admin());
        try {
            var answer = http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
            var seconds = Long.parseLong(answer.headers().firstValue("Seconds").orElseThrow());
            return new Token(answer.body(), System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds) / 2);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
