package org.barnstorm.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What receivers can do, and how a request ends each time: in time, with a status or the reason why there is none (T-22). */
class SenderTest {
    private static final String HOST = "hooks.example.org";
    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    static Path folder;

    private static Vertx vertx;
    private static PfxOptions certificate;

    @BeforeAll
    static void begin() throws Exception {
        vertx = Vertx.vertx();
        var store = folder.resolve("receiver.p12").toString();
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "receiver",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store,
                        "-storepass",
                        new String(PASSWORD),
                        "-dname",
                        "CN=" + HOST,
                        "-ext",
                        "SAN=dns:" + HOST)
                .inheritIO()
                .start()
                .waitFor();
        assertThat(made).isZero();
        certificate = new PfxOptions().setPath(store).setPassword(new String(PASSWORD));
    }

    @AfterAll
    static void end() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    // --- What arrives ------------------------------------------------------------------------------------------------

    @Test
    void what_is_sent_arrives_as_it_is() throws Exception {
        Map<String, String> got = new ConcurrentHashMap<>();
        var server = server(new HttpServerOptions(), request -> request.body().onSuccess(body -> {
            got.put("body", body.toString());
            got.put("target", request.method() + " " + request.uri());
            request.headers().forEach(header -> got.put(header.getKey().toLowerCase(), header.getValue()));
            request.response().setStatusCode(204).end();
        }));
        var answer = send("http://" + HOST + ':' + server.actualPort() + "/in/box?token=a%20b");
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.isDelivered()).isTrue();
        assertThat(got)
                .containsEntry("body", "{\"a\": \"ö\"}")
                .containsEntry("target", "POST /in/box?token=a%20b")
                .containsEntry("host", HOST + ':' + server.actualPort())
                .containsEntry("content-type", "application/cloudevents+json; charset=utf-8")
                .containsEntry("webhook-id", "an-id")
                .containsEntry("webhook-timestamp", "1700000000")
                .containsEntry("webhook-signature", "v1,new v1,old")
                .doesNotContainKeys("authorization", "traceparent", "cookie", "accept-encoding");
    }

    @Test
    void the_certificate_is_for_the_name_though_the_connection_goes_to_the_address() throws Exception {
        var named = new ConcurrentHashMap<String, String>();
        var server = secure(request -> {
            named.put("sni", request.connection().indicatedServerName());
            request.response().end();
        });
        var answer = trusting()
                .send(message("https://" + HOST + ':' + server.actualPort() + "/"), 0)
                .get();
        assertThat(answer.failure()).isNull();
        assertThat(named).containsEntry("sni", HOST);
    }

    @Test
    void a_certificate_for_another_name_or_of_nobody_known_ends_it() throws Exception {
        var asked = new AtomicBoolean();
        var server = secure(request -> asked.set(true));
        var other = new Sender(
                vertx, Clock.systemUTC(), destinations("other.example.org"), settings("other.example.org"), trust());
        assertThat(other.send(message("https://other.example.org:" + server.actualPort() + "/"), 0)
                        .get()
                        .failure())
                .isEqualTo(Failure.TLS);
        assertThat(send("https://" + HOST + ':' + server.actualPort() + "/").failure())
                .isEqualTo(Failure.TLS);
        assertThat(asked).isFalse();
    }

    // --- What goes wrong ---------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({"301", "302", "303", "307", "308"})
    void nothing_is_followed(int status) throws Exception {
        try (var canary = RawReceiver.canary();
                var receiver = RawReceiver.that(visitor -> {
                    RawReceiver.request(visitor);
                    write(
                            visitor,
                            "HTTP/1.1 " + status + " Over There\r\nLocation: http://" + HOST + ':' + canary.port()
                                    + "/\r\nContent-Length: 0\r\n\r\n");
                })) {
            var answer = send(receiver);
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.failure()).isEqualTo(Failure.STATUS);
            assertThat(canary.visitors()).isZero();
        }
    }

    @Test
    void who_hangs_is_left_in_time() throws Exception {
        try (var receiver = RawReceiver.that(visitor -> TimeUnit.MINUTES.sleep(1))) {
            assertThat(send(receiver).failure()).isEqualTo(Failure.TIMEOUT);
        }
    }

    @Test
    void who_answers_a_letter_at_a_time_is_left_in_time() throws Exception {
        try (var receiver = RawReceiver.that(visitor -> {
            for (var i = 0; i < 10_000; i++) {
                write(visitor, "H");
                TimeUnit.MILLISECONDS.sleep(100);
            }
        })) {
            assertThat(send(receiver).isDelivered()).isFalse();
        }
    }

    @Test
    void an_answer_without_an_end_counts_by_its_status() throws Exception {
        try (var receiver = RawReceiver.that(visitor -> {
            RawReceiver.request(visitor);
            write(visitor, OK + "Transfer-Encoding: chunked\r\n\r\n");
            while (true) write(visitor, "400\r\n" + "x".repeat(1024) + "\r\n");
        })) {
            assertThat(send(receiver).isDelivered()).isTrue();
        }
    }

    @Test
    void an_answer_whose_body_never_comes_counts_by_its_status() throws Exception {
        try (var receiver = RawReceiver.that(visitor -> {
            RawReceiver.request(visitor);
            write(visitor, OK + "Content-Length: 10\r\n\r\n");
            TimeUnit.MINUTES.sleep(1);
        })) {
            assertThat(send(receiver).isDelivered()).isTrue();
        }
    }

    @Test
    void a_packed_bomb_is_not_unpacked() throws Exception {
        try (var receiver = RawReceiver.that(visitor -> {
            RawReceiver.request(visitor);
            write(visitor, OK + "Content-Encoding: gzip\r\nContent-Length: 1000000000\r\n\r\n");
            var packed = new java.util.zip.GZIPOutputStream(visitor.getOutputStream());
            while (true) packed.write(new byte[1_000_000]);
        })) {
            assertThat(send(receiver).isDelivered()).isTrue();
        }
    }

    @Test
    void headers_without_an_end_break_it() throws Exception {
        try (var receiver = RawReceiver.that(visitor -> {
            RawReceiver.request(visitor);
            write(visitor, OK);
            while (true) write(visitor, "X-More: " + "x".repeat(1000) + "\r\n");
        })) {
            assertThat(send(receiver).failure()).isEqualTo(Failure.CONNECTION);
        }
    }

    @Test
    void who_hangs_up_or_speaks_something_else_or_is_not_there() throws Exception {
        int port;
        try (var receiver = RawReceiver.that(RawReceiver::request)) {
            port = receiver.port();
            assertThat(send(receiver).failure()).isEqualTo(Failure.CONNECTION);
        }
        assertThat(send("http://" + HOST + ':' + port + "/").failure()).isEqualTo(Failure.CONNECTION);
        try (var receiver = RawReceiver.that(visitor -> write(visitor, "220 mail.example.org ESMTP\r\n"))) {
            assertThat(send(receiver).failure()).isEqualTo(Failure.CONNECTION);
        }
        try (var receiver = RawReceiver.that(visitor -> write(visitor, "220 mail.example.org ESMTP\r\n"))) {
            assertThat(send("https://" + HOST + ':' + receiver.port() + "/").failure())
                    .isEqualTo(Failure.TLS);
        }
    }

    @Test
    void retry_after_is_told() throws Exception {
        try (var receiver = RawReceiver.that(visitor -> {
            RawReceiver.request(visitor);
            write(visitor, "HTTP/1.1 429 Slow Down\r\nRetry-After: 120\r\nContent-Length: 0\r\n\r\n");
        })) {
            assertThat(send(receiver).retryAfter()).isEqualTo(Duration.ofMinutes(2));
        }
    }

    private static Answer send(RawReceiver receiver) throws Exception {
        return send("http://" + HOST + ':' + receiver.port() + "/");
    }

    private static Answer send(String url) throws Exception {
        var sender = new Sender(vertx, Clock.systemUTC(), destinations(HOST), settings(HOST), new HttpClientOptions());
        var start = System.nanoTime();
        var answer = sender.send(message(url), 0).get(10, TimeUnit.SECONDS);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
        return answer;
    }

    private static Sender trusting() {
        return new Sender(vertx, Clock.systemUTC(), destinations(HOST), settings(HOST), trust());
    }

    private static HttpClientOptions trust() {
        return new HttpClientOptions().setTrustOptions(certificate);
    }

    private static Destinations destinations(String open) {
        return new Destinations(host -> List.of(InetAddress.getLoopbackAddress()), settings(open));
    }

    private static Settings settings(String open) {
        return Settings.allowing(443).openFor(open);
    }

    private static Message message(String url) {
        return new Message(
                url,
                "an-id",
                "1700000000",
                List.of("v1,new", "v1,old"),
                "{\"a\": \"ö\"}".getBytes(StandardCharsets.UTF_8));
    }

    private static HttpServer secure(io.vertx.core.Handler<HttpServerRequest> handler) throws Exception {
        return server(new HttpServerOptions().setSsl(true).setSni(true).setKeyCertOptions(certificate), handler);
    }

    private static HttpServer server(HttpServerOptions options, io.vertx.core.Handler<HttpServerRequest> handler)
            throws Exception {
        return vertx.createHttpServer(options.setHost("127.0.0.1").setPort(0))
                .requestHandler(handler)
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    private static void write(Socket visitor, String text) throws IOException {
        visitor.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        visitor.getOutputStream().flush();
    }
}
