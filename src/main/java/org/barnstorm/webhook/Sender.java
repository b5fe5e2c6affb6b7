package org.barnstorm.webhook;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;

/**
 * Sends a message to the address that was checked, and takes nothing from the receiver but a status: it follows nothing,
 * unpacks nothing and reads a few bytes. No thread waits meanwhile. It always answers in time.
 */
@ApplicationScoped
class Sender {
    private static final int MOST_ANSWER = 4096;
    private static final String TYPE = "application/cloudevents+json; charset=utf-8";

    private final Vertx vertx;
    private final Clock clock;
    private final Destinations destinations;
    private final HttpClient client;
    private final long answerMillis;

    @Inject
    Sender(Vertx vertx, Clock clock, Destinations destinations, WebhooksConfig config) {
        this(vertx, clock, destinations, config, new HttpClientOptions());
    }

    /** @param trust for tests: whose certificates are good, where it is not the machine that says so */
    Sender(Vertx vertx, Clock clock, Destinations destinations, WebhooksConfig config, HttpClientOptions trust) {
        this.vertx = vertx;
        this.clock = clock;
        this.destinations = destinations;
        this.answerMillis = config.answerWithin().toMillis();
        var connectMillis = (int) config.connectWithin().toMillis();
        // A connection each: one that a receiver has closed meanwhile would look like a failure.
        this.client = vertx.createHttpClient(trust.setKeepAlive(false)
                .setMaxPoolSize(config.mostAtOnce())
                .setConnectTimeout(connectMillis)
                .setSslHandshakeTimeout(connectMillis)
                .setSslHandshakeTimeoutUnit(java.util.concurrent.TimeUnit.MILLISECONDS)
                .setVerifyHost(true)
                .setForceSni(true)
                .setTracingPolicy(TracingPolicy.IGNORE));
    }

    CompletableFuture<Answer> send(Message message, int attempt) {
        var start = System.nanoTime();
        return destinations
                .check(message.url())
                .thenCompose(checked -> {
                    var addresses = checked.addresses();
                    return send(message, checked.destination(), addresses.get(attempt % addresses.size()), start);
                })
                .exceptionally(e -> Answer.failed(failure(e), took(start)));
    }

    private CompletableFuture<Answer> send(Message message, Destination to, InetAddress address, long start) {
        var answer = new CompletableFuture<Answer>();
        var out = new AtomicReference<HttpClientRequest>();
        var timer = vertx.setTimer(answerMillis, late -> {
            answer.complete(Answer.failed(Failure.TIMEOUT, took(start)));
            close(out.get());
        });
        client.request(options(to, address))
                .compose(request -> {
                    out.set(request);
                    request.connection().exceptionHandler(broken -> {}); // told below; no receiver writes into our log
                    if (answer.isDone()) return Future.failedFuture("It took too long");
                    headers(request, message);
                    return request.send(Buffer.buffer(message.body()));
                })
                .onSuccess(response -> read(response, answer, start))
                .onFailure(e -> answer.complete(Answer.failed(failure(e), took(start))));
        return answer.whenComplete((done, never) -> {
            vertx.cancelTimer(timer);
            close(out.get());
        });
    }

    /** The connection goes to this address; the name is what the certificate has to be for, and what the receiver is asked for. */
    private static RequestOptions options(Destination to, InetAddress address) {
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(to.port(), address.getHostAddress()))
                .setHost(to.host())
                .setPort(to.port())
                .setSsl(to.secure())
                .setURI(to.target())
                .setFollowRedirects(false);
    }

    private static void headers(HttpClientRequest request, Message message) {
        request.putHeader("content-type", TYPE)
                .putHeader("user-agent", "Barnstorm")
                .putHeader("webhook-id", message.id())
                .putHeader("webhook-timestamp", message.timestamp())
                .putHeader("webhook-signature", String.join(" ", message.signatures()));
    }

    /** What it says besides is let run for a moment, so that an ordinary receiver is not cut off, and thrown away. */
    private void read(HttpClientResponse response, CompletableFuture<Answer> answer, long start) {
        var wait = RetryAfter.of(response.getHeader("Retry-After"), clock.instant());
        var said = Answer.of(response.statusCode(), wait, took(start));
        var read = new int[1];
        response.handler(bytes -> {
            read[0] += bytes.length();
            if (read[0] > MOST_ANSWER) answer.complete(said);
        });
        response.endHandler(end -> answer.complete(said));
        response.exceptionHandler(e -> answer.complete(said));
        // A body without an end does not make a delivery fail that was acknowledged.
        vertx.setTimer(Math.min(answerMillis, 1_000), late -> answer.complete(said));
    }

    private static void close(HttpClientRequest request) {
        if (request != null) request.connection().close();
    }

    private static Duration took(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static Failure failure(Throwable e) {
        var cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
        if (cause instanceof Unsendable unsendable) return unsendable.failure();
        for (var each = cause; each != null; each = each.getCause()) {
            if (each instanceof SSLException) return Failure.TLS;
        }
        return Failure.CONNECTION;
    }

    @PreDestroy
    void end() {
        client.close();
    }
}
