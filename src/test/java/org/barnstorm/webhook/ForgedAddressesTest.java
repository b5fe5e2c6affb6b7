package org.barnstorm.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.barnstorm.platform.problem.Refusal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * T-23: addresses that would have us send to ourselves or to our neighbours. All of them are tried twice, as somebody names
 * them and as if somebody had got them past that, with the worst of name servers: every name leads to the canary.
 */
class ForgedAddressesTest {
    private static final int ENOUGH = 150;
    private static final Path SPELLINGS = Path.of("src", "test", "resources", "webhook-addresses.csv");

    private static RawReceiver canary;
    private static Vertx vertx;

    @BeforeAll
    static void begin() throws IOException {
        canary = RawReceiver.canary();
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void end() throws Exception {
        canary.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void T_23_no_spelling_leads_inside() throws Exception {
        var destinations = destinations(host -> List.of(InetAddress.getLoopbackAddress()));
        var sender = sender(destinations);
        var accepted = new ArrayList<String>();
        var spellings = spellings();
        for (var url : spellings) {
            if (isNamed(destinations, url)) accepted.add("named: " + url);
            if (sender.send(message(url), 0).get(20, TimeUnit.SECONDS).failure() != Failure.UNSAFE_ADDRESS)
                accepted.add("sent: " + url);
        }
        assertThat(accepted).isEmpty();
        assertThat(spellings).hasSizeGreaterThanOrEqualTo(ENOUGH);
        assertThat(canary.visitors()).isZero();
    }

    /** What the machine itself makes of spellings like 0x7f.1 is 127.0.0.1: it is not asked. */
    @Test
    void T_23_nor_does_any_with_the_machines_own_idea_of_names() throws Exception {
        var asked = new ArrayList<String>();
        var destinations = destinations(host -> {
            asked.add(host);
            throw new UnknownHostException(host);
        });
        for (var url : spellings())
            assertThat(isNamed(destinations, url)).as(url).isFalse();
        assertThat(asked).isNotEmpty().allMatch(host -> host.matches("([a-z0-9-]+\\.)+[a-z][a-z0-9-]*"));
    }

    @Test
    void the_canary_is_there_for_those_who_may() throws Exception {
        try (var open = RawReceiver.canary()) {
            var settings = Settings.allowing(443).openFor("receiver.test");
            var destinations = new Destinations(host -> List.of(InetAddress.getLoopbackAddress()), settings);
            var sender = new Sender(vertx, Clock.systemUTC(), destinations, settings, new HttpClientOptions());
            sender.send(message("http://receiver.test:" + open.port() + "/"), 0).get(20, TimeUnit.SECONDS);
            assertThat(open.visitors()).isEqualTo(1);
        }
    }

    @Test
    void T_23_a_name_that_changes_its_address_is_looked_at_each_time() throws Exception {
        var times = new AtomicInteger();
        var destinations = destinations(
                host -> List.of(InetAddress.getByName(times.getAndIncrement() == 0 ? "93.184.215.14" : "127.0.0.1")));
        var url = "https://hooks.example.org:" + canary.port() + "/";
        assertThat(isNamed(destinations, url)).isTrue();
        for (var attempt = 0; attempt < 3; attempt++) {
            assertThat(sender(destinations)
                            .send(message(url), attempt)
                            .get(20, TimeUnit.SECONDS)
                            .failure())
                    .isEqualTo(Failure.UNSAFE_ADDRESS);
        }
        assertThat(times).hasValue(4); // once for each, and not again to connect
        assertThat(canary.visitors()).isZero();
    }

    @Test
    void T_23_one_inner_address_among_outer_ones_is_enough_to_refuse() throws Exception {
        for (var inner :
                List.of("127.0.0.1", "::1", "169.254.169.254", "::ffff:10.0.0.1", "64:ff9b::a00:1", "fd00::1")) {
            var addresses = List.of(InetAddress.getByName("93.184.215.14"), InetAddress.getByName(inner));
            assertThat(isNamed(destinations(host -> addresses), "https://hooks.example.org:" + canary.port() + "/"))
                    .as(inner)
                    .isFalse();
        }
    }

    @Test
    void a_name_that_nobody_answers_for_delays_only_its_own() throws Exception {
        var destinations = destinations(host -> {
            if (host.startsWith("slow")) sleep();
            return List.of(InetAddress.getByName("93.184.215.14"));
        });
        var slow = IntStream.range(0, 10)
                .mapToObj(i -> destinations.check("https://slow" + i + ".example.org/"))
                .toList();
        assertThat(destinations
                        .check("https://hooks.example.org/")
                        .get(1, TimeUnit.SECONDS)
                        .addresses())
                .hasSize(1);
        for (var each : slow) {
            assertThat(each.handle((found, e) -> found == null).get(20, TimeUnit.SECONDS))
                    .isTrue();
        }
    }

    @Test
    void what_an_integrator_has_is_read() {
        assertThat(Destination.of("https://hooks.example.org")).contains(to("hooks.example.org", 443, "/"));
        assertThat(Destination.of("https://Hooks.Example.org/a/b?c=d%20e&f"))
                .contains(to("hooks.example.org", 443, "/a/b?c=d%20e&f"));
        assertThat(Destination.of("https://hooks.example.org:8443?x")).contains(to("hooks.example.org", 8443, "/?x"));
        assertThat(Destination.of("https://xn--bcher-kva.example/")).contains(to("xn--bcher-kva.example", 443, "/"));
        assertThat(to("hooks.example.org", 443, "/secret")).asString().doesNotContain("secret");
    }

    private static Destination to(String host, int port, String target) {
        return new Destination(true, host, port, target);
    }

    private static void sleep() {
        try {
            TimeUnit.SECONDS.sleep(30);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isNamed(Destinations destinations, String url) {
        try {
            destinations.require(url);
            return true;
        } catch (Refusal refusal) {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> destinations.require(url))
                    .extracting(Refusal::code)
                    .isEqualTo("webhook-address");
            return false;
        }
    }

    private static Destinations destinations(Resolver resolver) {
        return new Destinations(resolver, settings());
    }

    private static Sender sender(Destinations destinations) {
        return new Sender(vertx, Clock.systemUTC(), destinations, settings(), new HttpClientOptions());
    }

    /** The canary's port is allowed, so that it is never the reason. */
    private static Settings settings() {
        return Settings.allowing(443, canary.port());
    }

    private static Message message(String url) {
        return new Message(url, "id", "1700000000", List.of("v1,x"), new byte[2]);
    }

    static List<String> spellings() throws IOException {
        return Files.readAllLines(SPELLINGS).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> line.substring(0, line.lastIndexOf('|')).replace("{port}", "" + canary.port()))
                .toList();
    }
}
